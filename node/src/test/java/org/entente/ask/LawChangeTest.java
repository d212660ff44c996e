package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Comparison;
import org.entente.agreement.pack.PackReader;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A new version of the law comes into force while requests are under way.
class LawChangeTest {
    private static final Agreement BEFORE = ShippedPack.read();
    /// Legal assistance has 10 days in place of 30.
    private static final Agreement AFTER = PackReader.read(ShippedPack.changed(
            ShippedPack.numbered("2026.99"),
            "clocks.yaml",
            "span: {amount: 30, unit: calendar-days-rolled}\n    alarms: [20, 27]",
            "span: {amount: 10, unit: calendar-days-rolled}\n    alarms: [5, 8]"));

    private final TwoSides sides = new TwoSides();
    private final Instant change = sides.clock.instant().plus(Duration.ofDays(2));

    @AfterEach
    void close() {
        sides.close();
    }

    private void signed(Side... by) {
        for (Side side : by) {
            side.laws.add(AFTER, change);
        }
    }

    private Bytes lawOf(RequestNumber number) {
        RequestDetail ours = sides.asking(number);
        RequestDetail theirs = sides.asked(number);
        assertEquals(ours.filed().request(), theirs.filed().request());
        assertEquals(ours.ruling().trace().packHash(), theirs.ruling().trace().packHash());
        return ours.ruling().trace().packHash();
    }

    @Test
    void anOpenRequestEndsUnderItsLawAndANewOneIsMadeUnderTheNew() {
        RequestNumber old = sides.sent(AskExamples.assistance());
        Instant due = TwoSides.deadline(sides.asked(old)).due();
        signed(sides.us, sides.mx);
        sides.clock.advance(Duration.ofDays(3));
        sides.sweep();
        assertEquals(BEFORE.packHash(), lawOf(old));
        assertEquals(due, TwoSides.deadline(sides.asked(old)).due());
        sides.check(old, Map.of());
        sides.mx.casework.write(sides.mxOfficer, old, new LetterOrder(LetterKind.EXTENSION, "The court needs longer."));
        sides.both();
        assertEquals(TwoSides.deadline(sides.asked(old)), TwoSides.deadline(sides.asking(old)));
        assertTrue(TwoSides.deadline(sides.asked(old)).due().isAfter(due.plus(Duration.ofDays(29))));
        sides.mx.casework.refuse(
                sides.mxLawyer,
                old,
                new RefusalOrder("torture-or-ill-treatment", null, new org.entente.kernel.Bilingual("R.", "M.")));
        sides.both();
        assertEquals(State.REFUSED, TwoSides.state(sides.asking(old)));
        assertEquals(BEFORE.packHash(), lawOf(old));

        RequestNumber young = sides.sent(AskExamples.assistance());
        assertEquals(AFTER.packHash(), lawOf(young));
        Instant soon = sides.clock.instant().plus(Duration.ofDays(13));
        assertTrue(TwoSides.deadline(sides.asked(young)).due().isBefore(soon));
    }

    @Test
    void aRequestOnItsWayAcrossTheChangeArrivesUnderItsLaw() {
        RequestNumber number = onItsWay();
        signed(sides.us, sides.mx);
        sides.clock.advance(Duration.ofDays(40));
        sides.both();
        assertEquals(State.RECEIVED, TwoSides.state(sides.asked(number)));
        assertEquals(BEFORE.packHash(), lawOf(number));
    }

    @Test
    void anAskerThatLacksTheOtherSignatureIsHeardForSevenDays() {
        signed(sides.mx);
        sides.clock.advance(Duration.ofDays(2).plus(Agreements.SUCCEEDED_FOR));
        RequestNumber heard = onItsWay();
        sides.both();
        assertEquals(BEFORE.packHash(), lawOf(heard));
        sides.clock.advance(Duration.ofSeconds(1));
        onItsWay();
        EntenteException refused = assertThrows(EntenteException.class, sides::both);
        assertEquals(AskCode.ASK_LAW_DIFFERS, refused.code());
        assertEquals("2026.99", refused.facts().getFirst());
    }

    @Test
    void whatTheSenderSaysOfItsTimeEndsWithTheLifeOfAnEnvelope() {
        signed(sides.us);
        Agreements laws = sides.us.laws;
        Instant sealed = change.minusSeconds(1);
        Instant last = change.plus(Agreements.SUCCEEDED_FOR).plus(Agreements.CARRIED_FOR);
        assertTrue(laws.acceptable(BEFORE.id(), BEFORE.packHash(), sealed, last).isPresent());
        assertFalse(laws.acceptable(BEFORE.id(), BEFORE.packHash(), sealed, last.plusSeconds(1))
                .isPresent());
    }

    @Test
    void aRequestUnderAVersionThatIsNotYetInForceIsRefused() {
        sides.us.laws.add(AFTER, sides.clock.instant());
        signed(sides.mx);
        onItsWay();
        assertEquals(
                AskCode.ASK_LAW_DIFFERS,
                assertThrows(EntenteException.class, sides::both).code());
        sides.clock.advance(Duration.ofDays(2).minus(Agreements.AHEAD_MAX));
        RequestNumber number = onItsWay();
        sides.both();
        assertEquals(AFTER.packHash(), lawOf(number));
    }

    @Test
    void aDraftOfTheOldLawGoesBackToItsAuthorAndIsRuledAgain() {
        RequestNumber number = draft();
        signed(sides.us, sides.mx);
        sides.clock.advance(Duration.ofDays(2));
        EntenteException refused = assertThrows(EntenteException.class, () -> accept(number));
        assertEquals(AskCode.ASK_LAW_SUPERSEDED, refused.code());
        assertEquals(java.util.List.of(number.value(), BEFORE.version(), "2026.99"), refused.facts());
        RequestDetail back = sides.asking(number);
        assertEquals(State.DRAFT, TwoSides.state(back));
        assertEquals(Event.LAW_CHANGED, back.history().getLast().event());
        assertEquals(1, sides.us.leaves.duties("ask.law-changed").size());
        assertEquals(0, sides.us.mail.waitingCount());
        sides.us.casework.revise(sides.usOfficer, number, AskExamples.assistance());
        accept(number);
        sides.both();
        assertEquals(AFTER.packHash(), lawOf(number));
    }

    @Test
    void aKnownVersionStaysAndAnUnknownOneIsNamed() {
        signed(sides.us);
        sides.us.laws.add(AFTER, Instant.EPOCH);
        Agreements laws = sides.us.laws;
        assertEquals(BEFORE.packHash(), laws.current(BEFORE.id()).packHash());
        assertEquals(AFTER, laws.at(BEFORE.id(), AFTER.packHash()));
        Bytes nothing = Bytes.of(new byte[32]);
        assertFalse(laws.acceptable(BEFORE.id(), nothing, change, change).isPresent());
        EntenteException unknown = assertThrows(EntenteException.class, () -> laws.at(BEFORE.id(), nothing));
        assertEquals("AGREEMENT_VERSION_UNKNOWN", unknown.code().name());
    }

    @Test
    void whatADraftWouldChangeIsShownForOnesOwnOpenRequestsOnly() {
        RequestNumber open = sides.sent(AskExamples.assistance());
        sides.sent(AskExamples.arrest());
        Agreement narrower = PackReader.read(ShippedPack.changed(
                ShippedPack.numbered("2026.99"),
                "clocks.yaml",
                "span: {amount: 30, unit: calendar-days-rolled}\n    alarms: [20, 27]",
                "span: {amount: 10, unit: calendar-days-rolled}\n    alarms: [5, 8]"));
        Prospects prospects = new Prospects(sides.mx.around);
        Prospect one = assertOne(prospects.under(sides.mxOfficer, narrower));
        assertEquals(open, one.number());
        assertEquals(TwoSides.deadline(sides.asked(open)).due(), one.dueNow());
        assertTrue(java.util.Objects.requireNonNull(one.dueThen()).isBefore(one.dueNow()));
        assertEquals(one.now(), one.then());
        assertEquals(1, sides.mx.leaves.duties("ask.compared").size());
        assertEquals(
                java.util.List.of(),
                prospects.under(sides.mx.officer("mx-sedena", org.entente.kernel.Role.CASE_OFFICER), narrower));
        assertEquals(
                java.util.List.of(
                        new Comparison.Line(Comparison.Kind.CLOCK, "mla-ordinary", Comparison.Change.CHANGED)),
                Comparison.of(BEFORE, narrower).lines());
        assertEquals(
                java.util.List.of(), Comparison.of(BEFORE, ShippedPack.read()).lines());
    }

    private static Prospect assertOne(java.util.List<Prospect> prospects) {
        assertEquals(1, prospects.size(), prospects.toString());
        return prospects.getFirst();
    }

    private RequestNumber draft() {
        return assertInstanceOf(
                        Submission.Recorded.class, sides.us.casework.submit(sides.usOfficer, AskExamples.assistance()))
                .number();
    }

    private void accept(RequestNumber number) {
        sides.us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(true, "", Map.of()));
    }

    private RequestNumber onItsWay() {
        RequestNumber number = draft();
        accept(number);
        return number;
    }
}
