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
import java.util.List;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Ids;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.entente.kernel.UseTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReleasesTest {
    private static final CaseNumber CASE = new CaseNumber("MX-2026-000007");
    private static final Use USE = new Use(ReleaseExamples.PURPOSE, CASE);

    private final StandingClock clock = new StandingClock(NOW);
    private final Side us = new Side("US", clock);
    private final Side mx = new Side("MX", clock);
    private final Officer giver = us.officer("us-atf");
    private final Officer reader = mx.officer("mx-fgr-aic");

    @BeforeEach
    void fillHoldings() {
        us.holdings.add(ReleaseExamples.statement("s1", PersonClass.SUSPECT, HandlingCode.H1));
        us.holdings.add(ReleaseExamples.statement("s2", PersonClass.NOT_A_PERSON));
        us.holdings.add(ReleaseExamples.statement("s3", PersonClass.VICTIM));
        us.holdings.add(ReleaseExamples.statement("s4", PersonClass.SUSPECT, HandlingCode.H2));
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void whatWasChosenIsWhatIsOpened() {
        ReleaseId id = arrived();
        acknowledge(id);
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
        assertEquals(
                List.of("Invented Purchaser Núñez s1", "Invented Purchaser Núñez s2", "912"),
                opened.statements().stream().map(ReleasedStatement::value).toList());
        assertTrue(opened.statements().stream().allMatch(ReleasedStatement::invented));
        assertEquals("B2", opened.statements().get(0).evaluation().value());
        assertEquals(
                List.of(EvidentialStatus.ALLEGED, EvidentialStatus.ALLEGED, EvidentialStatus.NONE),
                opened.statements().stream().map(ReleasedStatement::status).toList());
        assertEquals(
                List.of("s1", "s2"),
                us.releases.items(giver, id).stream()
                        .map(SentItem::statementId)
                        .filter(statement -> statement != null)
                        .toList());
    }

    @Test
    void termsAreSeenBeforeContentAndContentOnlyAfterAcknowledgement() {
        ReleaseId id = arrived();
        ReceivedRelease received = mx.releases.received(reader, id);
        assertEquals(ReceivedState.ARRIVED, received.state());
        assertEquals("Only for the case named.", received.terms().use().restriction());
        assertRefused(OpenRefusal.NOT_ACKNOWLEDGED, mx.releases.open(reader, id, USE));
        acknowledge(id);
        assertInstanceOf(Opening.Opened.class, mx.releases.open(reader, id, USE));
    }

    @Test
    void theExchangeKeepsNoBodyOfAReceivedRelease() {
        ReleaseId id = arrived();
        assertFalse(mx.mail.holdsBody(mx.releases.received(reader, id).envelope()));
    }

    @Test
    void theOwnerSeesEachStep() {
        ReleaseId id = sealed();
        assertEquals(SentState.QUEUED, ownerState(id));
        us.deliverTo(mx);
        assertEquals(SentState.DELIVERED, ownerState(id));
        acknowledge(id);
        mx.deliverTo(us);
        assertEquals(SentState.ACKNOWLEDGED, ownerState(id));
        assertEquals(NOW, us.releases.sent(giver, id).acknowledged());
        mx.releases.open(reader, id, USE);
        mx.deliverTo(us);
        assertEquals(SentState.OPENED, ownerState(id));
        assertEquals(ReleaseExamples.PURPOSE, us.releases.sent(giver, id).openedFor());
    }

    @Test
    void acknowledgingOtherTermsIsRefused() {
        ReleaseId id = arrived();
        EntenteException refused =
                assertThrows(EntenteException.class, () -> mx.releases.acknowledge(reader, id, Bytes.of(new byte[32])));
        assertEquals(ReleaseCode.RELEASE_TERMS_DIFFER, refused.code());
    }

    @Test
    void anotherPurposeIsRefusedAndLogged() {
        ReleaseId id = arrived();
        acknowledge(id);
        Use other = new Use(new Purpose("prosecution"), CASE);
        Opening.Refused refused = assertRefused(OpenRefusal.OTHER_PURPOSE, mx.releases.open(reader, id, other));
        assertTrue(refused.text().en().contains("firearms-trafficking"));
        assertEquals(1, mx.leaves.duties("release.opening-refused").size());
        assertEquals(
                "prosecution",
                mx.leaves.duties("release.opening-refused").get(0).fields().get("purpose"));
        assertEquals(0, mx.leaves.duties("release.opened").size());
    }

    @Test
    void everyOpeningIsLogged() {
        ReleaseId id = arrived();
        acknowledge(id);
        mx.releases.open(reader, id, USE);
        mx.releases.open(reader, id, USE);
        assertEquals(2, mx.leaves.duties("release.opened").size());
        assertEquals(
                "MX-2026-000007",
                mx.leaves.duties("release.opened").get(1).fields().get("case"));
    }

    @Test
    void anotherInstitutionCannotOpenOrAcknowledge() {
        ReleaseId id = arrived();
        acknowledge(id);
        assertRefused(OpenRefusal.OTHER_INSTITUTION, mx.releases.open(mx.officer("mx-sat"), id, USE));
        Bytes hash = mx.releases.received(reader, id).termsHash();
        assertThrows(EntenteException.class, () -> mx.releases.acknowledge(mx.officer("mx-sat"), id, hash));
    }

    @Test
    void contentKeyIsGoneAfterExpiry() {
        ReleaseId id = arrived();
        acknowledge(id);
        clock.advance(Duration.ofDays(31));
        assertRefused(OpenRefusal.EXPIRED, mx.releases.open(reader, id, USE));
        assertTrue(mx.vault.holds(id));
        assertEquals(1, mx.sweep());
        assertFalse(mx.vault.holds(id));
        assertEquals(ReceivedState.EXPIRED, mx.releases.received(reader, id).state());
        assertRefused(OpenRefusal.EXPIRED, mx.releases.open(reader, id, USE));
        assertEquals(1, mx.leaves.duties("release.expired").size());
        mx.deliverTo(us);
        assertEquals(SentState.EXPIRED, ownerState(id));
        assertEquals(0, mx.sweep());
    }

    @Test
    void recalledReleaseCannotBeOpened() {
        ReleaseId id = arrived();
        acknowledge(id);
        mx.releases.open(reader, id, USE);
        us.releases.recall(giver, id, "Released in error.");
        assertEquals(SentState.RECALLING, ownerState(id));
        us.deliverTo(mx);
        assertRefused(OpenRefusal.RECALLED, mx.releases.open(reader, id, USE));
        mx.sweep();
        assertFalse(mx.vault.holds(id));
        mx.deliverTo(us);
        assertEquals(SentState.RECALLED, ownerState(id));
        assertNotNull(us.releases.sent(giver, id).destroyed());
        assertThrows(EntenteException.class, () -> us.releases.recall(giver, id, "Again."));
    }

    @Test
    void aRecallNeedsAReason() {
        ReleaseId id = arrived();
        EntenteException refused = assertThrows(EntenteException.class, () -> us.releases.recall(giver, id, " "));
        assertEquals(ReleaseCode.RELEASE_ORDER_INVALID, refused.code());
        assertEquals(0, us.mail.waitingCount());
    }

    @Test
    void theReceiptComesOnlyAfterTheKeyIsDestroyed() {
        ReleaseId id = arrived();
        us.releases.recall(giver, id, "Released in error.");
        us.deliverTo(mx);
        assertEquals(0, mx.mail.waitingCount());
        assertTrue(mx.vault.holds(id));
        mx.sweep();
        assertEquals(1, mx.mail.waitingCount());
        assertFalse(mx.vault.holds(id));
    }

    @Test
    void protectedPersonsStatementsCannotBeSealed() {
        assertSealRefused(SealRefusal.PROTECTED_PERSON, ReleaseExamples.order(month(HandlingCode.H1), "s1", "s3"));
        assertEquals(0, us.mail.waitingCount());
        assertEquals(1, us.leaves.duties("release.seal-refused").size());
    }

    @Test
    void aStatementOutOfReachAndOneThatIsNotThereLookTheSame() {
        assertSealRefused(SealRefusal.STATEMENT_NOT_AVAILABLE, ReleaseExamples.order(month(), "none"));
    }

    @Test
    void termsCannotBeWeakerThanTheStatements() {
        assertSealRefused(
                SealRefusal.HANDLING_WEAKER_THAN_STATEMENTS, ReleaseExamples.order(month(HandlingCode.H0), "s1"));
        assertSealRefused(
                SealRefusal.PROVIDER_FORBIDS_DISSEMINATION, ReleaseExamples.order(month(HandlingCode.H2), "s4"));
        UseTerms long4Years = ReleaseExamples.terms(NOW.plus(Duration.ofDays(1_461)), HandlingCode.H1);
        assertSealRefused(SealRefusal.OUTLIVES_RETENTION, ReleaseExamples.order(long4Years, "s1"));
        assertSealRefused(SealRefusal.ALREADY_EXPIRED, ReleaseExamples.order(ReleaseExamples.terms(NOW), "s2"));
    }

    @Test
    void onlyTheRightRolesMaySealAndOpen() {
        Officer analyst = us.officer("us-atf", Role.ANALYST);
        assertThrows(
                EntenteException.class,
                () -> us.releases.seal(analyst, ReleaseExamples.order(month(HandlingCode.H1), "s1")));
        ReleaseId id = arrived();
        Officer auditor = mx.officer("mx-fgr-aic", Role.AUDITOR);
        assertThrows(EntenteException.class, () -> mx.releases.open(auditor, id, USE));
        assertEquals(1, mx.releases.received(auditor).size());
    }

    @Test
    void aThirdInstitutionCannotRecallWhatIsNotItsOwn() {
        ReleaseId id = arrived();
        us.releases.recall(giver, id, "Released in error.");
        FakeMail.Waiting recall = us.mail.take();
        Dispatch forged = from(recall.dispatch(), us.officer("us-dea"));
        assertThrows(
                EntenteException.class,
                () -> mx.mail.arrive(
                        mx.database,
                        mx.releases.desk(),
                        us.party,
                        new EnvelopeId(Ids.random128().hex()),
                        forged,
                        forged.body()));
        assertNull(mx.releases.received(reader, id).destroyed());
    }

    @Test
    void termsThatDifferFromTheHeaderAreRefused() {
        sealed();
        FakeMail.Waiting sealed = us.mail.take();
        Dispatch forged = from(sealed.dispatch(), us.officer("us-dea"));
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> mx.mail.arrive(mx.database, mx.releases.desk(), us.party, sealed.id(), forged, forged.body()));
        assertEquals(ReleaseCode.RELEASE_BODY_BROKEN, refused.code());
        assertEquals(0, mx.releases.received(reader).size());
    }

    @Test
    void theSameReleaseTwiceIsRefused() {
        sealed();
        FakeMail.Waiting sealed = us.mail.take();
        Dispatch dispatch = sealed.dispatch();
        mx.mail.arrive(mx.database, mx.releases.desk(), us.party, sealed.id(), dispatch, dispatch.body());
        assertThrows(
                EntenteException.class,
                () -> mx.mail.arrive(
                        mx.database,
                        mx.releases.desk(),
                        us.party,
                        new EnvelopeId(Ids.random128().hex()),
                        dispatch,
                        dispatch.body()));
    }

    static Dispatch from(Dispatch dispatch, Officer officer) {
        return new Dispatch(
                dispatch.agreement(),
                officer.institution(),
                dispatch.to(),
                dispatch.type(),
                dispatch.inReplyTo(),
                dispatch.casePseudonym(),
                dispatch.basis(),
                dispatch.purpose(),
                dispatch.handling(),
                dispatch.expires(),
                dispatch.body());
    }

    private ReleaseId sealed() {
        Sealing sealing =
                us.releases.seal(giver, ReleaseExamples.order(month(HandlingCode.H0, HandlingCode.H1), "s1", "s2"));
        return assertInstanceOf(Sealing.Sealed.class, sealing).id();
    }

    private ReleaseId arrived() {
        ReleaseId id = sealed();
        us.deliverTo(mx);
        return id;
    }

    private void acknowledge(ReleaseId id) {
        mx.releases.acknowledge(reader, id, mx.releases.received(reader, id).termsHash());
    }

    private SentState ownerState(ReleaseId id) {
        return us.releases.state(giver, us.releases.sent(giver, id));
    }

    private static UseTerms month(HandlingCode... handling) {
        return ReleaseExamples.terms(NOW.plus(Duration.ofDays(30)), handling);
    }

    private void assertSealRefused(SealRefusal reason, SealOrder order) {
        assertEquals(
                reason,
                assertInstanceOf(Sealing.Refused.class, us.releases.seal(giver, order))
                        .reason());
    }

    private static Opening.Refused assertRefused(OpenRefusal reason, Opening opening) {
        Opening.Refused refused = assertInstanceOf(Opening.Refused.class, opening);
        assertEquals(reason, refused.reason());
        return refused;
    }
}
