package org.entente.release;

import static org.entente.release.ReleaseExamples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ChallengesTest {
    private static final CaseNumber CASE = new CaseNumber("MX-2026-000007");
    private static final Use USE = new Use(ReleaseExamples.PURPOSE, CASE);
    private static final EnvelopeId QUIET = new EnvelopeId("0123456789abcdef0123456789abcdef");
    private static final Duration TERM = Duration.ofDays(30);

    private final StandingClock clock = new StandingClock(NOW);
    private final Side us = new Side("US", clock);
    private final Side mx = new Side("MX", clock);
    private final Officer giver = us.officer("us-atf");
    private final Officer lawyer = new Officer(
            new OfficerId("us-lawyer"),
            us.party,
            new InstitutionId("us-atf"),
            "Demonstration lawyer",
            Set.of(Role.LAWYER));
    private final Officer reader = mx.officer("mx-fgr-aic");

    @BeforeEach
    void fillHoldings() {
        us.holdings.add(ReleaseExamples.statement("s1", PersonClass.SUSPECT, HandlingCode.H1));
        us.holdings.add(ReleaseExamples.statement("s2", PersonClass.NOT_A_PERSON));
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void aChallengeLodgedAtTheReceiverReachesTheOwnerAndEveryOtherReceiver() {
        ReleaseId first = opened("mx-fgr-aic", "s1", "s2");
        ReleaseId second = opened("mx-sspc", "s1");
        ReleaseId other = opened("mx-sspc", "s2");
        ChallengeFile lodged = mx.challenges.lodge(reader, order(first, 1));
        assertTrue(mx.challenges.receipt(reader, toldOf(lodged, first)).isEmpty());
        mx.deliverTo(us);
        assertEquals(
                clock.instant(),
                mx.challenges.receipt(reader, toldOf(lodged, first)).orElseThrow());
        ChallengeFile owned = us.challenges.one(lawyer, lodged.challenge().id());
        assertEquals(lodged.challenge(), owned.challenge());
        assertNull(owned.caseNumber(), "the case stays where it was lodged");
        assertEquals(
                List.of(first, second),
                owned.reaches().stream().map(ChallengeReach::release).toList());
        assertTrue(us.challenges.receipt(lawyer, toldOf(owned, second)).isEmpty());
        us.deliverTo(mx);
        assertTrue(us.challenges.receipt(lawyer, toldOf(owned, second)).isPresent());
        assertEquals(1, mx.challenges.of(reader, second).size());
        assertEquals(1, mx.challenges.list(reader).size());
        assertEquals(List.of(), mx.challenges.of(reader, other));
    }

    @Test
    void aReleaseSealedAfterAChallengeIsReachedToo() {
        ReleaseId first = opened("mx-fgr-aic", "s1");
        ChallengeFile lodged = us.challenges.lodge(lawyer, order(first, 1));
        us.deliverTo(mx);
        ReleaseId later = opened("mx-sspc", "s1");
        us.sweep();
        us.sweep();
        us.deliverTo(mx);
        assertEquals(1, mx.challenges.of(reader, later).size());
        assertEquals(
                2, mx.challenges.one(reader, lodged.challenge().id()).reaches().size());
    }

    @Test
    void unansweredAtItsDeadlineUseIsSuspendedOnBothSidesAndTold() {
        ReleaseId id = opened("mx-fgr-aic", "s1", "s2");
        ChallengeId challenge = lodgedAndTold(order(id));
        clock.advance(Duration.ofDays(20).minusSeconds(1));
        sweep();
        assertEquals(0, leaves("release.challenge-alarm"));
        clock.advance(Duration.ofSeconds(1));
        sweep();
        sweep();
        assertEquals(2, leaves("release.challenge-alarm"));
        clock.advance(Duration.ofDays(10).minusSeconds(1));
        sweep();
        assertEquals(ChallengeState.OPEN, stateAt(us, lawyer, challenge));
        assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
        clock.advance(Duration.ofSeconds(1));
        // Before any sweep: the deadline itself suspends.
        assertEquals(ChallengeState.SUSPENDED, stateAt(us, lawyer, challenge));
        assertEquals(ChallengeState.SUSPENDED, stateAt(mx, reader, challenge));
        Opening.Refused refused = assertInstanceOf(Opening.Refused.class, mx.releases.open(reader, id, USE));
        assertEquals(OpenRefusal.SUSPENDED, refused.reason());
        assertTrue(refused.text().es().contains("inexactitud"), refused.text().es());
        assertInstanceOf(Sealing.Refused.class, us.releases.seal(giver, orderFor("mx-sspc", "s1")));
        sweep();
        sweep();
        assertEquals(2, leaves("release.challenge-suspended"));
        String lodged = mx.leaves.duties("release.challenge-lodged").toString();
        assertTrue(lodged.contains(challenge.hex()));
        assertFalse(lodged.contains("Invented") || lodged.contains("REF"), "no personal data in a leaf");

        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        us.deliverTo(mx);
        assertEquals(ChallengeState.MAINTAINED, stateAt(mx, reader, challenge));
        assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
        assertInstanceOf(Sealing.Sealed.class, us.releases.seal(giver, orderFor("mx-sspc", "s1")));
    }

    @Test
    void onlyTheChallengedStatementsAreWithheld() {
        ReleaseId id = opened("mx-fgr-aic", "s1", "s2");
        lodgedAndTold(order(id, 2));
        clock.advance(TERM);
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
        assertEquals(List.of(1, 3), opened.positions());
        assertEquals(
                List.of("Invented Purchaser Núñez s1", "912"),
                opened.statements().stream().map(ReleasedStatement::value).toList());
        assertEquals(new TreeSet<>(List.of(2)), opened.withheld());
    }

    @Test
    void noSuspensionForbidsDisclosureToAnAccused() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        lodgedAndTold(order(id));
        clock.advance(TERM);
        Opening.Opened opened = assertInstanceOf(
                Opening.Opened.class, mx.releases.open(reader, id, new Use(ReleaseExamples.PURPOSE, CASE, true)));
        assertEquals(2, opened.statements().size());
        Officer analyst = mx.officer("mx-fgr-aic", Role.ANALYST);
        assertThrows(
                EntenteException.class,
                () -> mx.releases.open(analyst, id, new Use(ReleaseExamples.PURPOSE, CASE, true)));
    }

    @Test
    void anAnswerThatCrossesTheDeadlineLiftsTheSuspensionWhereItArrives() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge = lodgedAndTold(order(id));
        clock.advance(TERM.minus(Duration.ofMinutes(1)));
        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        clock.advance(Duration.ofMinutes(2));
        sweep();
        assertEquals(ChallengeState.MAINTAINED, stateAt(us, lawyer, challenge));
        assertEquals(ChallengeState.SUSPENDED, stateAt(mx, reader, challenge));
        assertEquals(1, leaves("release.challenge-suspended"));
        us.deliverTo(mx);
        assertEquals(ChallengeState.MAINTAINED, stateAt(mx, reader, challenge));
        assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
    }

    @Test
    void deletionDestroysTheContentKeyAtEveryReceiverAndIsAttested() {
        ReleaseId first = opened("mx-fgr-aic", "s1", "s2");
        ReleaseId second = opened("mx-sspc", "s1");
        ChallengeId challenge = lodgedAndTold(order(first, 1));
        ChallengeFile ended = answer(challenge, ChallengeEnding.DELETED, Map.of());
        assertEquals(2, ended.reaches().size());
        us.deliverTo(mx);
        mx.sweep();
        for (ReleaseId id : List.of(first, second)) {
            assertFalse(mx.vault.holds(id));
            assertEquals(
                    ReceivedState.RECALLED, mx.releases.received(reader, id).state());
        }
        mx.deliverTo(us);
        assertEquals(SentState.RECALLED, us.releases.state(giver, us.releases.sent(giver, first)));
        assertEquals(SentState.RECALLED, us.releases.state(giver, us.releases.sent(giver, second)));
        assertEquals(ChallengeState.DELETED, stateAt(mx, reader, challenge));
        assertTrue(us.challenges.receipt(lawyer, answerOf(ended, second)).isPresent());
    }

    @Test
    void aCorrectedReleaseTakesThePlaceOfTheChallengedOne() {
        ReleaseId first = opened("mx-fgr-aic", "s1", "s2");
        ReleaseId second = opened("mx-sspc", "s1");
        ChallengeId challenge = lodgedAndTold(order(first, 1, 3));
        ChallengeFile ended = answer(challenge, ChallengeEnding.CORRECTED, Map.of(1, "Invented Corrected", 3, ""));
        us.deliverTo(mx);
        mx.sweep();
        assertFalse(mx.vault.holds(first));
        assertFalse(mx.vault.holds(second));
        ReleaseId corrected =
                correctedOf(mx.challenges.one(reader, ended.challenge().id()), first);
        ReleaseId alsoCorrected =
                correctedOf(mx.challenges.one(reader, ended.challenge().id()), second);
        acknowledge(corrected, reader);
        assertEquals(
                List.of("Invented Purchaser Núñez s2", "Invented Corrected"),
                assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, corrected, USE)).statements().stream()
                        .map(ReleasedStatement::value)
                        .toList());
        assertEquals(
                mx.releases.received(reader, first).terms().use(),
                mx.releases.received(reader, corrected).terms().use());
        Officer there = mx.officer("mx-sspc");
        acknowledge(alsoCorrected, there);
        assertEquals(
                List.of("Invented Corrected", "912"),
                assertInstanceOf(Opening.Opened.class, mx.releases.open(there, alsoCorrected, USE))
                        .statements()
                        .stream()
                        .map(ReleasedStatement::value)
                        .toList());
    }

    @Test
    void whatMayNotBeSealedIsNoCorrection() {
        ReleaseId id = opened("mx-fgr-aic", "s1", "s2");
        ChallengeId challenge = lodgedAndTold(order(id, 1));
        us.holdings.removeIf(statement -> statement.id().equals("s2"));
        ChallengeAnswering.Refused refused = assertInstanceOf(
                ChallengeAnswering.Refused.class,
                us.challenges.answer(lawyer, challenge, end(ChallengeEnding.CORRECTED, Map.of(1, "x"))));
        assertEquals(SealRefusal.STATEMENT_NOT_AVAILABLE, refused.reason());
        assertEquals(ChallengeState.OPEN, stateAt(us, lawyer, challenge));
        assertCode(
                ReleaseCode.CHALLENGE_ORDER_INVALID,
                () -> us.challenges.answer(
                        lawyer, challenge, end(ChallengeEnding.CORRECTED, Map.of(2, "not challenged"))));
    }

    @Test
    void whoSealedItDoesNotAnswerNorDoesTheReceiver() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge = lodgedAndTold(order(id));
        Officer sealer = new Officer(giver.id(), us.party, giver.institution(), giver.name(), Set.of(Role.LAWYER));
        ChallengeAnswerOrder end = end(ChallengeEnding.MAINTAINED, Map.of());
        assertCode(ReleaseCode.CHALLENGE_SAME_OFFICER, () -> us.challenges.answer(sealer, challenge, end));
        Officer theirs = mx.officer("mx-fgr-aic", Role.LAWYER);
        assertCode(ReleaseCode.CHALLENGE_NOT_OURS, () -> mx.challenges.answer(theirs, challenge, end));
        assertThrows(EntenteException.class, () -> us.challenges.answer(giver, challenge, end), "no lawyer");
        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        assertCode(ReleaseCode.CHALLENGE_NOT_IN_THIS_STATE, () -> us.challenges.answer(lawyer, challenge, end));
    }

    @Test
    void anUnrelatedInstitutionChallengesNothing() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        mx.challenges.lodge(reader, order(id));
        FakeMail.Waiting word = mx.mail.take();
        assertRefused(us, mx, word, ReleasesTest.from(word.dispatch(), mx.officer("mx-sspc")));
        assertEquals(List.of(), us.challenges.list(lawyer));
        us.mail.arrive(
                us.database,
                us.releases.desk(),
                mx.party,
                word.id(),
                word.dispatch(),
                word.dispatch().body());
        answer(mx.challenges.list(reader).getFirst().challenge().id(), ChallengeEnding.DELETED, Map.of());
        FakeMail.Waiting answer = us.mail.take();
        assertRefused(mx, us, answer, ReleasesTest.from(answer.dispatch(), us.officer("us-dea")));
        assertNotNull(mx.releases.open(reader, id, USE));
        assertEquals(ReceivedState.OPENED, mx.releases.received(reader, id).state());
    }

    @Test
    void aBackdatedChallengeIsRefused() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        mx.challenges.lodge(reader, order(id));
        FakeMail.Waiting word = mx.mail.take();
        clock.advance(Duration.ofMinutes(6));
        assertRefused(us, mx, word, word.dispatch());
    }

    @Test
    void repeatedWordsHaveNoEffectAndAnAnswerToNothingIsRefused() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeFile lodged = us.challenges.lodge(lawyer, order(id));
        FakeMail.Waiting word = us.mail.take();
        ChallengeId challenge = lodged.challenge().id();
        answer(challenge, ChallengeEnding.DELETED, Map.of());
        FakeMail.Waiting answer = us.mail.take();
        assertRefused(mx, us, answer, answer.dispatch());
        for (int i = 0; i < 2; i++) {
            mx.mail.arrive(
                    mx.database,
                    mx.releases.desk(),
                    us.party,
                    fresh(),
                    word.dispatch(),
                    word.dispatch().body());
        }
        for (int i = 0; i < 2; i++) {
            mx.mail.arrive(
                    mx.database,
                    mx.releases.desk(),
                    us.party,
                    fresh(),
                    answer.dispatch(),
                    answer.dispatch().body());
        }
        mx.mail.arrive(
                mx.database,
                mx.releases.desk(),
                us.party,
                fresh(),
                word.dispatch(),
                word.dispatch().body());
        assertEquals(1, mx.challenges.list(reader).size());
        assertEquals(ChallengeState.DELETED, stateAt(mx, reader, challenge));
        assertEquals(1, mx.sweep());
        assertEquals(0, mx.sweep());
    }

    @Test
    void aNodeStartedAgainGoesOnFromItsTables() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge = lodgedAndTold(order(id));
        clock.advance(TERM);
        Releases again = mx.startedAgain();
        assertInstanceOf(Opening.Refused.class, again.open(reader, id, USE));
        assertEquals(
                ChallengeState.SUSPENDED, mx.challenges.one(reader, challenge).state(clock.instant()));
    }

    @Test
    void whatHasNoReleaseOrIsGoneIsNotChallenged() {
        assertCode(ReleaseCode.RELEASE_UNKNOWN, () -> us.challenges.lodge(lawyer, order(ReleaseId.random())));
        ReleaseId id = opened("mx-fgr-aic", "s1");
        assertCode(
                ReleaseCode.CHALLENGE_ORDER_INVALID,
                () -> us.challenges.lodge(lawyer, order(id, 3)),
                "it has two statements");
        us.releases.recall(giver, id, "Released in error.");
        us.deliverTo(mx);
        assertCode(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> us.challenges.lodge(lawyer, order(id)));
        assertCode(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> mx.challenges.lodge(reader, order(id)));
    }

    @Test
    void whoDoesNotKnowAQuietReleaseNeitherSeesNorEndsItsChallenge() {
        Officer outsider = lawyerOf("us-atf");
        us.hidden.put(outsider.id(), Set.of(QUIET));
        ReleaseId quiet = opened(reply("mx-fgr-aic", QUIET, "s1"));
        ReleaseId plain = opened("mx-sspc", "s1", "s2");
        ChallengeId challenge =
                us.challenges.lodge(lawyer, order(quiet, 1)).challenge().id();
        ChallengeFile seen = us.challenges.one(outsider, challenge);
        assertEquals(
                List.of(plain),
                seen.reaches().stream().map(ChallengeReach::release).toList());
        assertNull(seen.caseNumber());
        assertNull(seen.officer());
        assertEquals("", seen.challenge().reference());
        assertFalse(
                seen.challenge().text().contains("purchase"), seen.challenge().text());
        assertEquals(CASE, us.challenges.one(lawyer, challenge).caseNumber());

        ChallengeFile ended = assertInstanceOf(
                        ChallengeAnswering.Answered.class,
                        us.challenges.answer(
                                outsider, challenge, end(ChallengeEnding.CORRECTED, Map.of(1, "Invented Corrected"))))
                .file();
        assertEquals(seen.challenge(), ended.challenge());
        assertEquals(1, ended.reaches().size());
        us.deliverTo(mx);
        mx.sweep();
        assertTrue(mx.vault.holds(quiet), "it is for those who know");
        assertFalse(mx.vault.holds(plain));
        assertEquals(ChallengeState.OPEN, stateAt(us, lawyer, challenge));
        ChallengeAnswerOrder again = end(ChallengeEnding.DELETED, Map.of());
        assertCode(ReleaseCode.CHALLENGE_NOT_IN_THIS_STATE, () -> us.challenges.answer(outsider, challenge, again));
        answer(challenge, ChallengeEnding.DELETED, Map.of());
        us.deliverTo(mx);
        mx.sweep();
        assertFalse(mx.vault.holds(quiet));
    }

    @Test
    void whoLodgesAChallengeIsNotToldOfAQuietReleaseItReaches() {
        Officer outsider = lawyerOf("us-atf");
        us.hidden.put(outsider.id(), Set.of(QUIET));
        ReleaseId quiet = opened(reply("mx-fgr-aic", QUIET, "s1"));
        ReleaseId plain = opened("mx-sspc", "s1");
        ChallengeFile lodged = us.challenges.lodge(outsider, order(plain, 1));
        assertEquals(
                List.of(plain),
                lodged.reaches().stream().map(ChallengeReach::release).toList());
        assertEquals(CASE, lodged.caseNumber());
        assertEquals(1, us.challenges.of(lawyer, quiet).size());
    }

    @Test
    void whatWasSealedSinceTheLastSweepEndsWithTheRest() {
        ReleaseId first = opened("mx-fgr-aic", "s1");
        ChallengeId challenge = lodgedAndTold(order(first));
        ReleaseId later = opened("mx-sspc", "s1");
        assertEquals(
                2,
                answer(challenge, ChallengeEnding.DELETED, Map.of()).reaches().size());
        us.sweep();
        us.deliverTo(mx);
        mx.sweep();
        assertFalse(mx.vault.holds(later));
        assertEquals(ChallengeState.DELETED, stateAt(us, lawyer, challenge));
    }

    @Test
    void whatWasCorrectedOrDeletedIsNotSealedAgain() {
        us.holdings.add(ReleaseExamples.statement("s3", PersonClass.NOT_A_PERSON));
        ReleaseId first = opened("mx-fgr-aic", "s1", "s2");
        answer(lodgedAndTold(order(first)), ChallengeEnding.CORRECTED, Map.of(1, "Invented Corrected"));
        assertUpheld("s1");
        ReleaseId kept = opened("mx-sspc", "s2", "s3");
        ChallengeFile lodged = us.challenges.lodge(lawyer, order(kept, 2));
        answer(lodged.challenge().id(), ChallengeEnding.DELETED, Map.of());
        assertUpheld("s3");
        opened("mx-sspc", "s2");
    }

    private void assertUpheld(String statement) {
        Sealing.Refused refused =
                assertInstanceOf(Sealing.Refused.class, us.releases.seal(giver, orderFor("mx-sspc", statement)));
        assertEquals(SealRefusal.CHALLENGE_UPHELD, refused.reason());
        assertTrue(refused.text().es().contains("impugnación"), refused.text().es());
    }

    @Test
    void aDeletionWhoseWordIsLostIsOrderedAgainByRecall() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeFile ended = answer(lodgedAndTold(order(id)), ChallengeEnding.DELETED, Map.of());
        us.lost.add(us.mail.take().id());
        assertTrue(us.challenges.loss(lawyer, answerOf(ended, id)).isPresent());
        us.releases.recall(giver, id, "The answer did not arrive.");
        us.deliverTo(mx);
        mx.sweep();
        assertFalse(mx.vault.holds(id));
        mx.deliverTo(us);
        assertCode(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> us.releases.recall(giver, id, "Once more."));
    }

    @Test
    void nothingTakesThePlaceOfWhatHasExpired() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge = lodgedAndTold(order(id, 1));
        clock.advance(Duration.ofDays(90));
        assertCode(
                ReleaseCode.RELEASE_NOT_POSSIBLE_NOW,
                () -> us.challenges.answer(
                        lawyer, challenge, end(ChallengeEnding.CORRECTED, Map.of(1, "Invented Corrected"))));
        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        assertEquals(ChallengeState.MAINTAINED, stateAt(us, lawyer, challenge));
    }

    @Test
    void onlyTheInstitutionConcernedOrACentralAuthorityLodgesAndAnswers() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        assertCode(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> mx.challenges.lodge(mx.officer("mx-sspc"), order(id)));
        assertCode(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> us.challenges.lodge(us.officer("us-dea"), order(id)));
        ChallengeFile lodged = mx.challenges.lodge(mx.officer("mx-central-authority"), order(id));
        assertEquals(new InstitutionId("mx-fgr-aic"), lodged.challenge().lodgedBy());
        mx.deliverTo(us);
        ChallengeId challenge = lodged.challenge().id();
        ChallengeAnswerOrder end = end(ChallengeEnding.MAINTAINED, Map.of());
        assertCode(
                ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> us.challenges.answer(lawyerOf("us-dea"), challenge, end));
        us.challenges.answer(lawyerOf("us-central-authority"), challenge, end);
        assertEquals(ChallengeState.MAINTAINED, stateAt(us, lawyer, challenge));
    }

    @Test
    void challengesOfTheOtherSideTakeNoPlaceFromLettersHere() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        for (int i = 0; i < Limits.CHALLENGES_MAX; i++) {
            mx.challenges.lodge(reader, order(id));
        }
        assertCode(ReleaseCode.CHALLENGES_TOO_MANY, () -> mx.challenges.lodge(reader, order(id)));
        mx.deliverTo(us);
        assertEquals(
                Limits.CHALLENGES_MAX + 1,
                us.challenges
                        .of(lawyer, us.challenges.lodge(lawyer, order(id)).release())
                        .size());
    }

    @Test
    void aChallengeTooLateToBeAnsweredIsRefusedAndSentAgainWithTheWholeTerm() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeFile lodged = mx.challenges.lodge(reader, order(id));
        ChallengeId challenge = lodged.challenge().id();
        FakeMail.Waiting word = mx.mail.take();
        assertEquals(clock.instant().plus(Duration.ofDays(20)), word.dispatch().expires());
        clock.advance(Duration.ofDays(20).plusMinutes(5).plusSeconds(1));
        assertCode(
                ReleaseCode.CHALLENGE_TERM_TOO_SHORT,
                () -> us.mail.arrive(us.database, us.releases.desk(), mx.party, word));
        assertEquals(List.of(), us.challenges.list(lawyer));
        mx.refused.put(word.id(), ReleaseCode.CHALLENGE_TERM_TOO_SHORT.name());
        assertEquals(ChallengeState.NOT_DELIVERED, stateAt(mx, reader, challenge));
        assertTrue(
                mx.challenges.loss(reader, word.id()).orElseThrow().text().es().contains("diez días"));
        mx.sweep();
        mx.sweep();
        assertEquals(1, mx.leaves.duties("release.challenge-not-delivered").size());

        ChallengeFile again = sentAgain(mx, reader, challenge);
        assertEquals(lodged.challenge().lodged(), again.firstLodged());
        assertEquals(clock.instant().plus(TERM), again.challenge().deadline());
        assertEquals(ChallengeState.OPEN, stateAt(mx, reader, challenge));
        mx.deliverTo(us);
        assertEquals(again.challenge(), us.challenges.one(lawyer, challenge).challenge());
        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        us.deliverTo(mx);
        assertEquals(ChallengeState.MAINTAINED, stateAt(mx, reader, challenge));
        String leaf = mx.leaves.duties("release.challenge-sent-again").toString();
        assertTrue(leaf.contains(challenge.hex()));
        assertFalse(leaf.contains("Invented"), "no personal data in a leaf");
    }

    @Test
    void aChallengeWithTenDaysLeftIsTaken() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        mx.challenges.lodge(reader, order(id));
        clock.advance(Duration.ofDays(20));
        mx.deliverTo(us);
        assertEquals(1, us.challenges.list(lawyer).size());
    }

    @Test
    void whatIsSuspendedWhenAChallengeIsSentAgainStaysSuspendedUntilItsAnswer() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge =
                mx.challenges.lodge(reader, order(id)).challenge().id();
        mx.refused.put(mx.mail.take().id(), "RELEASE_BODY_BROKEN");
        clock.advance(TERM);
        assertEquals(ChallengeState.NOT_DELIVERED, stateAt(mx, reader, challenge));
        assertTrue(mx.challenges.isSuspended(reader, mx.challenges.one(reader, challenge)));
        sentAgain(mx, reader, challenge);
        mx.sweep();
        Opening.Refused refused = assertInstanceOf(Opening.Refused.class, mx.releases.open(reader, id, USE));
        assertEquals(OpenRefusal.SUSPENDED, refused.reason());
        assertTrue(refused.text().en().contains("2026-12"), refused.text().en());
        mx.deliverTo(us);
        assertEquals(ChallengeState.OPEN, stateAt(us, lawyer, challenge), "the owner has the whole term");
        assertEquals(ChallengeState.SUSPENDED, stateAt(mx, reader, challenge));
        answer(challenge, ChallengeEnding.MAINTAINED, Map.of());
        us.deliverTo(mx);
        assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgain() {
        ReleaseId id = opened("mx-fgr-aic", "s1");
        ChallengeId challenge =
                mx.challenges.lodge(reader, order(id)).challenge().id();
        assertNotSentAgain(ChallengeSending.Reason.NOTHING_LOST, mx, reader, challenge);
        EnvelopeId word = mx.mail.take().id();
        mx.lost.add(word);
        assertEquals(ChallengeState.NOT_DELIVERED, stateAt(mx, reader, challenge));
        assertNotSentAgain(ChallengeSending.Reason.NOT_SETTLED, mx, reader, challenge);
        mx.refused.put(word, "ENVELOPE_EXPIRY");
        assertCode(
                ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, () -> mx.challenges.sendAgain(mx.officer("mx-sspc"), challenge));
        sentAgain(mx, reader, challenge);
        assertNotSentAgain(ChallengeSending.Reason.NOTHING_LOST, mx, reader, challenge);
        clock.advance(Duration.ofDays(90));
        mx.refused.put(mx.mail.take().id(), "ENVELOPE_EXPIRY");
        assertNotSentAgain(ChallengeSending.Reason.RELEASE_GONE, mx, reader, challenge);
        assertEquals(ChallengeState.SUSPENDED, stateAt(mx, reader, challenge));
    }

    @Test
    void theOwnerTellsAReceiverAgainWithTheSameDeadline() {
        us.hidden.put(lawyerOf("us-atf").id(), Set.of(QUIET));
        ReleaseId id = opened(reply("mx-fgr-aic", QUIET, "s1"));
        ChallengeFile lodged = us.challenges.lodge(lawyer, order(id));
        ChallengeId challenge = lodged.challenge().id();
        us.refused.put(us.mail.take().id(), "RELEASE_BODY_BROKEN");
        assertEquals(ChallengeState.NOT_DELIVERED, stateAt(us, lawyer, challenge));
        assertCode(ReleaseCode.CHALLENGE_UNKNOWN, () -> us.challenges.sendAgain(lawyerOf("us-atf"), challenge));
        clock.advance(Duration.ofDays(25));
        ChallengeFile again = sentAgain(us, lawyer, challenge);
        assertEquals(lodged.challenge(), again.challenge());
        us.deliverTo(mx);
        assertEquals(lodged.challenge(), mx.challenges.one(reader, challenge).challenge());
    }

    private static ChallengeFile sentAgain(Side side, Officer officer, ChallengeId challenge) {
        return assertInstanceOf(ChallengeSending.Sent.class, side.challenges.sendAgain(officer, challenge))
                .file();
    }

    private static void assertNotSentAgain(
            ChallengeSending.Reason reason, Side side, Officer officer, ChallengeId challenge) {
        ChallengeSending.Refused refused =
                assertInstanceOf(ChallengeSending.Refused.class, side.challenges.sendAgain(officer, challenge));
        assertEquals(reason, refused.reason());
        assertFalse(refused.text().es().isBlank());
    }

    private Officer lawyerOf(String institution) {
        return new Officer(
                new OfficerId(institution + "-other-lawyer"),
                us.party,
                new InstitutionId(institution),
                "Demonstration lawyer",
                Set.of(Role.LAWYER));
    }

    private static void assertCode(ReleaseCode code, Executable act, String... why) {
        assertEquals(
                code,
                assertThrows(EntenteException.class, act, String.join(" ", why)).code());
    }

    private static void assertRefused(Side at, Side from, FakeMail.Waiting word, Dispatch dispatch) {
        assertCode(
                ReleaseCode.RELEASE_BODY_BROKEN,
                () -> at.mail.arrive(
                        at.database,
                        at.releases.desk(),
                        from.party,
                        fresh(),
                        dispatch,
                        word.dispatch().body()));
    }

    private static EnvelopeId fresh() {
        return new EnvelopeId(Ids.random128().hex());
    }

    private ReleaseId opened(String to, String... statements) {
        return opened(orderFor(to, statements));
    }

    private ReleaseId opened(SealOrder order) {
        ReleaseId id = assertInstanceOf(Sealing.Sealed.class, us.releases.seal(giver, order))
                .id();
        us.deliverTo(mx);
        Officer there = mx.officer(order.to().value());
        acknowledge(id, there);
        mx.releases.open(there, id, USE);
        mx.deliverTo(us);
        return id;
    }

    private void acknowledge(ReleaseId id, Officer officer) {
        mx.releases.acknowledge(officer, id, mx.releases.received(officer, id).termsHash());
    }

    private SealOrder orderFor(String to, String... statements) {
        return reply(to, null, statements);
    }

    private SealOrder reply(String to, @Nullable EnvelopeId request, String... statements) {
        SealOrder order = ReleaseExamples.order(
                ReleaseExamples.terms(NOW.plus(Duration.ofDays(90)), HandlingCode.H0, HandlingCode.H1), statements);
        return new SealOrder(
                order.agreement(),
                request,
                order.casePseudonym(),
                order.basis(),
                new InstitutionId(to),
                order.statementIds(),
                order.fields(),
                true,
                order.terms());
    }

    private static ChallengeOrder order(ReleaseId release, Integer... positions) {
        return new ChallengeOrder(
                release,
                new TreeSet<>(List.of(positions)),
                Challenger.COUNSEL,
                "Invented Counsel",
                "REF 12/2026",
                ChallengeGround.INACCURATE,
                "The purchase was another person's.",
                LocalDate.of(2026, 11, 20),
                CASE);
    }

    private ChallengeId lodgedAndTold(ChallengeOrder order) {
        ChallengeFile lodged = mx.challenges.lodge(reader, order);
        mx.deliverTo(us);
        us.deliverTo(mx);
        return lodged.challenge().id();
    }

    private static ChallengeAnswerOrder end(ChallengeEnding ending, Map<Integer, String> corrections) {
        SortedMap<Integer, String> sorted = new TreeMap<>(corrections);
        return new ChallengeAnswerOrder(ending, "The sale record was read again.", sorted);
    }

    private ChallengeFile answer(ChallengeId challenge, ChallengeEnding ending, Map<Integer, String> corrections) {
        return assertInstanceOf(
                        ChallengeAnswering.Answered.class,
                        us.challenges.answer(lawyer, challenge, end(ending, corrections)))
                .file();
    }

    private void sweep() {
        us.sweep();
        mx.sweep();
    }

    private long leaves(String type) {
        return us.leaves.duties(type).size() + (long) mx.leaves.duties(type).size();
    }

    private ChallengeState stateAt(Side side, Officer officer, ChallengeId challenge) {
        return side.challenges.state(officer, side.challenges.one(officer, challenge));
    }

    private static ChallengeReach reach(ChallengeFile file, ReleaseId release) {
        return file.reaches().stream()
                .filter(reach -> reach.release().equals(release))
                .findFirst()
                .orElseThrow();
    }

    private static EnvelopeId toldOf(ChallengeFile file, ReleaseId release) {
        EnvelopeId told = reach(file, release).told();
        assertNotNull(told);
        return told;
    }

    private static EnvelopeId answerOf(ChallengeFile file, ReleaseId release) {
        ChallengeReach.Answered answered = reach(file, release).answer();
        assertNotNull(answered);
        EnvelopeId envelope = answered.envelope();
        assertNotNull(envelope);
        return envelope;
    }

    private static ReleaseId correctedOf(ChallengeFile file, ReleaseId release) {
        ChallengeReach.Answered answered = reach(file, release).answer();
        assertNotNull(answered);
        ReleaseId corrected = answered.answer().corrected();
        assertNotNull(corrected);
        return corrected;
    }
}
