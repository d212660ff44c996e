package org.entente.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new version of the law between two parties, from the proposal to its day.
class EnactmentTest {
    private static final LocalDate DAY = LocalDate.parse("2026-12-15");
    private static final String BEGUN = ShippedPack.read().version();
    private static final PackFiles NEXT = version("2026.96");
    private static final Bytes PACK = NEXT.hash();

    @TempDir
    Path folder;

    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-29T10:00:00Z"));
    private LawSide us;
    private LawSide mx;

    private static PackFiles version(String version) {
        return ShippedPack.numbered(version);
    }

    @BeforeEach
    void open() {
        us = new LawSide("US", clock, folder);
        mx = new LawSide("MX", clock, folder);
        LawSide.pair(us, mx);
    }

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void bothPartiesSignAndTheDayPutsItInForceOnBothNodes() {
        proposedAndSignedByUs();
        assertEquals(VersionState.PROPOSED, mx.newest().state());
        assertEquals(VersionState.PROPOSED, approve(mx, 1).state());
        assertEquals(0, mx.mail.waitingCount(), "one officer is not two");
        assertEquals(VersionState.AGREED, approve(mx, 2).state());
        mx.deliverTo(us);
        assertEquals(VersionState.AGREED, us.newest().state());
        clock.advance(untilDay().minusSeconds(1));
        assertInForce(BEGUN);
        assertEquals(0, us.sweep() + mx.sweep());
        clock.advance(Duration.ofSeconds(1));
        assertInForce("2026.96");
        assertEquals(2, us.sweep() + mx.sweep());
        for (LawSide side : List.of(us, mx)) {
            assertEquals(VersionState.IN_FORCE, side.newest().state());
            var leaf = side.leaves.duties("law.in-force").getFirst().fields();
            assertEquals(PACK.hex(), leaf.get("law"));
            assertEquals("2026.96", leaf.get("version"));
            assertEquals("2026-12-15", leaf.get("day"));
            Bytes note = java.util.Objects.requireNonNull(side.newest().signatures());
            assertTrue(side.newest().note().lineOf(note, us.key.key()).isPresent());
            assertTrue(side.newest().note().lineOf(note, mx.key.key()).isPresent());
        }
        assertEquals(0, us.sweep() + mx.sweep());
    }

    @Test
    void oneSignatureAloneNeverPutsAPackInForce() {
        proposedAndSignedByUs();
        approve(mx, 1);
        clock.advance(untilDay().plus(Duration.ofDays(400)));
        us.sweep();
        mx.sweep();
        assertEquals(VersionState.LAPSED, mx.newest().state());
        mx.deliverTo(us);
        assertEquals(VersionState.LAPSED, us.newest().state());
        us.start();
        mx.start();
        assertInForce(BEGUN);
    }

    @Test
    void aNoWithItsReasonReachesWhoSigned() {
        proposedAndSignedByUs();
        mx.enactment.decline(mx.lawyer(1), LawSide.ID, PACK, "Clock 9 is too short.");
        mx.deliverTo(us);
        assertEquals(VersionState.DECLINED, us.newest().state());
        assertEquals("Clock 9 is too short.", us.newest().reason());
        refused(AgreementCode.AGREEMENT_NOT_IN_THIS_STATE, () -> approve(mx, 2));
        // What came to nothing may be proposed again.
        propose(us, NEXT);
        assertEquals(VersionState.PROPOSED, us.newest().state());
    }

    @Test
    void everyPartyHasFourEyesAndOnlyItsCentralAuthoritysLawyers() {
        propose(us, NEXT);
        refused(AgreementCode.AGREEMENT_SAME_OFFICER, () -> approve(us, 1));
        for (Officer other : List.of(
                us.officer("atf", "lawyer", Role.LAWYER),
                us.officer("central-authority", "case-officer", Role.CASE_OFFICER))) {
            assertEquals(
                    "ACCESS_DENIED",
                    assertThrows(EntenteException.class, () -> us.enactment.approve(other, LawSide.ID, PACK))
                            .code()
                            .name());
        }
        assertEquals(0, us.mail.waitingCount());
    }

    @Test
    void aPackWithProblemsIsRefusedWithFileAndLine() {
        PackFiles broken = ShippedPack.changed(NEXT, "clocks.yaml", "runs-for: requested", "runs-for: nobody");
        List<Bilingual> problems = unsound(broken);
        assertTrue(problems.getFirst().en().startsWith("clocks.yaml, line "), problems.toString());
        PackFiles misruled = ShippedPack.changed(NEXT, "rulings.csv", ";permitted;", ";refused;");
        assertTrue(unsound(misruled).getFirst().en().startsWith("rulings.csv, line "), "the table is tried");
        assertEquals(List.of(), us.enactment.versions(us.lawyer(1), LawSide.ID));
    }

    private List<Bilingual> unsound(PackFiles files) {
        return assertInstanceOf(Proposing.Unsound.class, us.enactment.propose(us.lawyer(1), LawSide.ID, files, DAY))
                .problems();
    }

    @Test
    void whatIsNotANewVersionOfThisAgreementIsRefused() {
        refused(AgreementCode.AGREEMENT_VERSION_NOT_NEW, () -> propose(us, ShippedPack.files()));
        refused(AgreementCode.AGREEMENT_VERSION_NOT_NEW, () -> propose(us, version("2025.12")));
        for (String day : List.of("2026-12-02", "2025-01-01", "2028-01-01")) {
            refused(
                    AgreementCode.AGREEMENT_DAY_UNFIT,
                    () -> us.enactment.propose(us.lawyer(1), LawSide.ID, NEXT, LocalDate.parse(day)));
        }
        propose(us, NEXT);
        refused(AgreementCode.AGREEMENT_NOT_IN_THIS_STATE, () -> propose(us, version("2026.97")));
    }

    @Test
    void aTamperedPackOrSignatureOfTheOtherPartyIsRefused() {
        proposed(NEXT, DAY, new LawNote(LawSide.ID, "2026.96", PACK, instant(DAY)).sign(mx.key), "wrong key");
        proposed(NEXT, DAY.plusDays(1), signedByUs(), "another day");
        PackFiles other = ShippedPack.changed(NEXT, "terms.yaml", "en: ", "en:  ");
        proposed(other, DAY, signedByUs(), "other files");
        byte[] note = signedByUs().toArray();
        note[note.length - 10] ^= 1;
        proposed(NEXT, DAY, Bytes.of(note), "flipped signature");
        assertEquals(List.of(), mx.enactment.versions(mx.lawyer(1), LawSide.ID));
        proposed(NEXT, DAY, signedByUs(), null);
        assertEquals(VersionState.PROPOSED, mx.newest().state());
    }

    @Test
    void aSignatureThatComesTooLateBindsNobody() {
        proposedAndSignedByUs();
        clock.advance(untilDay());
        Bytes late = new LawNote(LawSide.ID, "2026.96", PACK, instant(DAY)).sign(mx.key);
        send(mx, LawWire.SIGNED, LawWire.encode(new LawWire.Signed(PACK, late)));
        mx.deliverTo(us);
        assertEquals(VersionState.SIGNED, us.newest().state());
        refused(AgreementCode.AGREEMENT_DAY_UNFIT, () -> approve(mx, 1));
    }

    @Test
    void bothProposeTheSameAndMeetHalfWay() {
        for (LawSide side : List.of(us, mx)) {
            propose(side, NEXT);
            approve(side, 2);
        }
        us.deliverTo(mx);
        mx.deliverTo(us);
        assertEquals(VersionState.AGREED, us.newest().state());
        assertEquals(VersionState.AGREED, mx.newest().state());
    }

    @Test
    void whatTheOtherNodeCouldNotTakeIsToldAndFreesTheWay() {
        propose(mx, version("2026.98"));
        proposedAndSignedByUs();
        us.sweep();
        assertEquals(VersionState.NOT_TAKEN, us.newest().state());
        assertEquals("AGREEMENT_NOT_IN_THIS_STATE", us.newest().reason());
        propose(us, version("2026.97"));
    }

    @Test
    void aRestartKeepsEveryVersion() throws IOException {
        proposedAndSignedByUs();
        us.start();
        approve(mx, 1);
        approve(mx, 2);
        mx.start();
        mx.deliverTo(us);
        us.start();
        clock.advance(untilDay());
        assertInForce("2026.96");
        us.sweep();
        us.start();
        assertInForce("2026.96");
        Agreement before = ShippedPack.read();
        assertEquals(BEGUN, us.laws.at(LawSide.ID, before.packHash()).version());
        Files.writeString(us.kept(PACK).resolve("rules.yaml"), "rules: []\n");
        refused(AgreementCode.PACK_NOT_WHOLE, us::start);
        us.loseFolder();
        assertThrows(EntenteException.class, us::start);
    }

    /// Killed between the two writes: the files are there, the row is not.
    @Test
    void aPackWithoutItsRowIsOnlyKept() {
        new org.entente.agreement.pack.PackArchive(us.folder).keep(NEXT);
        us.start();
        clock.advance(untilDay());
        assertEquals(BEGUN, us.inForce());
        assertFalse(us.laws
                .acceptable(LawSide.ID, PACK, clock.instant(), clock.instant())
                .isPresent());
        clock.advance(Duration.between(clock.instant(), Instant.parse("2026-11-30T10:00:00Z")));
        proposedAndSignedByUs();
        approve(mx, 1);
        approve(mx, 2);
        mx.deliverTo(us);
        clock.advance(untilDay());
        assertInForce("2026.96");
    }

    @Test
    void aNodeThatWasNeverPairedFollowsItsConfiguration() {
        us.peerKey = null;
        us.sweep();
        assertEquals(List.of(), us.enactment.versions(us.lawyer(1), LawSide.ID));
        LawSide.pair(us, mx);
        us.sweep();
        assertEquals(VersionState.FIRST, us.newest().state());
    }

    @Test
    void vainProposalsOfThePeerPushNoLawOutAndAreSpentAtTwenty() {
        bothSigned();
        clock.advance(untilDay());
        assertEquals(2, us.sweep() + mx.sweep());
        LocalDate day = DAY.plusDays(20);
        for (int i = 0; i < Limits.VAIN_MAX; i++) {
            junk(version("2027." + i), "2027." + i, day);
            us.deliverTo(mx);
            mx.enactment.decline(mx.lawyer(1), LawSide.ID, version("2027." + i).hash(), "No.");
        }
        junk(version("2027.99"), "2027.99", day);
        assertEquals(
                AgreementCode.AGREEMENT_PROPOSALS_SPENT,
                assertThrows(EntenteException.class, () -> arrive(us, mx)).code());
        mx.start();
        assertInForce("2026.96");
        assertEquals(2, mx.laws.versions(LawSide.ID).size(), "what came to nothing is not read again");
        clock.advance(Limits.VAIN_PERIOD.plusSeconds(1));
        day = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(20);
        junk(version("2027.99"), "2027.99", day);
        arrive(us, mx);
        assertEquals(VersionState.PROPOSED, mx.newest().state());
    }

    @Test
    void aProposalThatCouldNotBeSignedAnyMoreWhenItCameIsRefused() {
        propose(us, NEXT);
        approve(us, 2);
        clock.advance(untilDay().minus(Limits.SIGNED_BEFORE));
        assertEquals(
                AgreementCode.AGREEMENT_DAY_UNFIT,
                assertThrows(EntenteException.class, () -> arrive(us, mx)).code());
        assertEquals(List.of(), mx.enactment.versions(mx.lawyer(1), LawSide.ID));
    }

    @Test
    void aSignatureThatTheOtherNodeRefusedBeforeTheDayNeverBinds() {
        proposedAndSignedByUs();
        approve(mx, 1);
        approve(mx, 2);
        assertEquals(2, mx.laws.versions(LawSide.ID).size());
        mx.refusedBy("INSTITUTION_KEY_EXPIRED");
        assertEquals(1, mx.sweep());
        assertEquals(VersionState.NOT_TAKEN, mx.newest().state());
        assertEquals(1, mx.laws.versions(LawSide.ID).size());
        clock.advance(untilDay());
        assertInForce(BEGUN);
        mx.start();
        assertInForce(BEGUN);
    }

    @Test
    void aSignatureThatCameAWeekAfterTheDayBindsNobodyThoughItsTimeIsFit() {
        proposedAndSignedByUs();
        approve(mx, 1);
        approve(mx, 2);
        clock.advance(untilDay().plus(Limits.ANSWERED_WITHIN));
        assertEquals(0, us.sweep());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(
                AgreementCode.AGREEMENT_WORD_BROKEN,
                assertThrows(EntenteException.class, () -> arrive(mx, us)).code());
        assertEquals(1, us.sweep());
        assertEquals(VersionState.LAPSED, us.newest().state());
        assertEquals(BEGUN, us.inForce());
    }

    @Test
    void theLastDayIsTheSameOnBothSides() {
        LocalDate last =
                LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).plusDays(Limits.AHEAD_DAYS_MAX);
        refused(
                AgreementCode.AGREEMENT_DAY_UNFIT,
                () -> us.enactment.propose(us.lawyer(1), LawSide.ID, NEXT, last.plusDays(1)));
        us.enactment.propose(us.lawyer(1), LawSide.ID, NEXT, last);
        approve(us, 2);
        arrive(us, mx);
        assertEquals(VersionState.PROPOSED, mx.newest().state());
    }

    @Test
    void aProposalLapsesThoughTheOtherPartyCannotBeTold() {
        proposedAndSignedByUs();
        mx.mute = true;
        clock.advance(untilDay());
        assertEquals(1, mx.sweep());
        assertEquals(VersionState.LAPSED, mx.newest().state());
    }

    private void bothSigned() {
        proposedAndSignedByUs();
        approve(mx, 1);
        approve(mx, 2);
        mx.deliverTo(us);
    }

    private void junk(PackFiles files, String version, LocalDate day) {
        Bytes note = new LawNote(LawSide.ID, version, files.hash(), instant(day)).sign(us.key);
        send(us, LawWire.PROPOSED, LawWire.encode(new LawWire.Proposed(version, day, files, note)));
    }

    private static void arrive(LawSide from, LawSide to) {
        to.mail.arrive(to.database, to.enactment.desk(), from.party, from.mail.take());
    }

    private void proposedAndSignedByUs() {
        propose(us, NEXT);
        assertEquals(VersionState.SIGNED, approve(us, 2).state());
        us.deliverTo(mx);
    }

    private static LawVersion propose(LawSide side, PackFiles files) {
        Proposing proposing = side.enactment.propose(side.lawyer(1), LawSide.ID, files, DAY);
        return assertInstanceOf(Proposing.Proposed.class, proposing).version();
    }

    private static LawVersion approve(LawSide side, int lawyer) {
        return side.enactment.approve(side.lawyer(lawyer), LawSide.ID, PACK);
    }

    private Bytes signedByUs() {
        return new LawNote(LawSide.ID, "2026.96", PACK, instant(DAY)).sign(us.key);
    }

    private void proposed(PackFiles files, LocalDate day, Bytes note, @org.jspecify.annotations.Nullable String flaw) {
        send(us, LawWire.PROPOSED, LawWire.encode(new LawWire.Proposed("2026.96", day, files, note)));
        if (flaw == null) {
            us.deliverTo(mx);
        } else {
            var next = us.mail.take();
            EntenteException refused = assertThrows(
                    EntenteException.class,
                    () -> mx.mail.arrive(mx.database, mx.enactment.desk(), us.party, next),
                    flaw);
            assertEquals(AgreementCode.AGREEMENT_WORD_BROKEN, refused.code(), flaw);
            assertEquals(Code.Kind.PEER, refused.code().kind());
        }
    }

    private void send(LawSide by, String type, Bytes body) {
        LawSide to = by == us ? mx : us;
        String prefix = by.party.code().toLowerCase(java.util.Locale.ROOT);
        by.database.run((Tx tx) -> by.mail.send(
                tx,
                new Dispatch(
                        LawSide.ID,
                        new InstitutionId(prefix + "-central-authority"),
                        new InstitutionId(to.party.code().toLowerCase(java.util.Locale.ROOT) + "-central-authority"),
                        type,
                        null,
                        "",
                        new LegalBasis("UNTOC-2000", "18"),
                        new Purpose("prosecution"),
                        Set.of(),
                        clock.instant().plus(Duration.ofDays(9)),
                        body)));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }

    private Duration untilDay() {
        return Duration.between(clock.instant(), instant(DAY)).truncatedTo(ChronoUnit.SECONDS);
    }

    private void assertInForce(String version) {
        assertEquals(version, us.inForce());
        assertEquals(version, mx.inForce());
    }

    private static void refused(Code code, Runnable act) {
        assertEquals(code, assertThrows(EntenteException.class, act::run).code());
    }

    @Test
    void whatIsSignedIsReadable() {
        String note = new String(signedByUs().toArray(), StandardCharsets.UTF_8);
        assertTrue(
                note.startsWith("entente-law/1\nagreement us-mx\nversion 2026.96\npack " + PACK.hex()
                        + "\nin-force 2026-12-15\n\n— us.example/us-mx/envelope "),
                note);
    }
}
