package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Ruling;
import org.entente.exchange.Dispatch;
import org.entente.exchange.FakeMail;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OperationsTest {
    private static final Bilingual REASONS = new Bilingual("Not in this place.", "No en este lugar.");
    private static final Guests LIAISON = new Guests(2, Guests.Powers.LIAISON, true, false, false);

    private final StandingClock clock = new StandingClock(ActExamples.START.minus(Duration.ofDays(2)));
    private final FakeInstitutionSeals seals =
            new FakeInstitutionSeals("us-dea", "mx-sre", "mx-sspc", "mx-central-authority");
    private final Side us = new Side("US", clock, seals);
    private final Side mx = new Side("MX", clock, seals);
    private final Officer proposer = us.officer("us-officer", "us-dea", Role.CASE_OFFICER);
    private final Officer lawyer = mx.officer("mx-lawyer", "mx-sre", Role.LAWYER);
    private final Officer officer = mx.officer("mx-officer", "mx-sspc", Role.CASE_OFFICER);

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void nothingIsArmedOnTheHostsGroundWithoutConsent() {
        OperationId id = draft("US", "MX");
        assertHeld(us.operations.arm(proposer, id), "held.CONSENT_MISSING", "ground.no-consent");
        propose(id);
        assertHeld(us.operations.arm(proposer, id), "held.CONSENT_MISSING", "ground.no-consent");
        assertEquals(2, us.leaves.duties("act.held").size());
        assertEquals(OperationState.PROPOSED, us.operations.show(proposer, id).state());
    }

    @Test
    void unsureTerritoryCountsAsTheHosts() {
        OperationId id = draft("US", "UNSURE");
        Arming.Held held = assertHeld(us.operations.arm(proposer, id), "held.CONSENT_MISSING", "ground.no-consent");
        assertEquals(new LegalBasis("UNTOC-2000", "4(2)"), held.reasons().get(1).article());
        propose(id);
        assertEquals(1, mx.operations.list(lawyer).size());
    }

    @Test
    void ownGroundIsArmedWithoutAsking() {
        OperationId id = draft("US");
        assertEquals(new Arming.Armed(ActExamples.END), us.operations.arm(proposer, id));
        assertThrows(EntenteException.class, () -> us.operations.propose(proposer, id));
        assertEquals(0, us.mail.waitingCount());
    }

    @Test
    void twoSignaturesAndTheAcceptedConditionArm() {
        OperationId id = proposed("MX");
        consent(id, new ConsentOrder(ActExamples.CONDITION, null));
        Operation consented = us.operations.show(proposer, id);
        assertEquals(OperationState.CONSENTED, consented.state());
        assertHeld(us.operations.arm(proposer, id), "held.CONDITION_NOT_ACCEPTED", "ground.no-consent");
        us.operations.acceptCondition(proposer, id);
        assertEquals(new Arming.Armed(ActExamples.END), us.operations.arm(proposer, id));
        us.deliverTo(mx);
        Notice notice = mx.operations.show(lawyer, id).notice();
        assertNotNull(notice);
        assertEquals(OperationEvent.ARM, notice.event());
    }

    @Test
    void oneSignatureIsNoConsent() {
        OperationId id = proposed("MX");
        Signing.Signed one =
                assertInstanceOf(Signing.Signed.class, mx.operations.consent(lawyer, id, ConsentOrder.asProposed()));
        assertEquals(1, one.signatureCount());
        assertEquals(OperationState.CONSENTED_PARTIALLY, one.operation().state());
        assertEquals(0, mx.mail.waitingCount());
        assertNotSigned(SigningRefusal.SAME_OFFICER, lawyer, id, ConsentOrder.asProposed());
        Officer secondLawyer = mx.officer("mx-lawyer-2", "mx-sre", Role.LAWYER);
        assertNotSigned(SigningRefusal.ROLE_TAKEN, secondLawyer, id, ConsentOrder.asProposed());
        assertHeld(us.operations.arm(proposer, id), "held.CONSENT_MISSING", "ground.no-consent");
    }

    @Test
    void theSecondOfficerSignsTheSameWordsOrNone() {
        OperationId id = proposed("MX");
        mx.operations.consent(lawyer, id, new ConsentOrder(ActExamples.CONDITION, null));
        assertNotSigned(SigningRefusal.OTHER_WORDS, officer, id, new ConsentOrder(REASONS, null));
        mx.operations.consent(officer, id, new ConsentOrder(ActExamples.CONDITION, ActExamples.END));
        assertEquals(OperationState.CONSENTED, mx.operations.show(lawyer, id).state());
    }

    @Test
    void consentForAnotherWindowDoesNotArm() {
        OperationId id = proposed("MX");
        consent(id, new ConsentOrder(null, ActExamples.END.minusSeconds(3_600)));
        assertEquals(OperationState.CONSENTED, us.operations.show(proposer, id).state());
        assertHeld(us.operations.arm(proposer, id), "flaw.WINDOW_NOT_COVERED", "ground.no-consent");
    }

    @Test
    void forgedConsentSignatureIsRefused() {
        OperationId id = proposed("MX");
        mx.operations.consent(lawyer, id, ConsentOrder.asProposed());
        mx.operations.consent(officer, id, ConsentOrder.asProposed());
        FakeMail.Waiting letter = mx.mail.take();
        SignedConsent good = ActDocuments.consent(letter.dispatch().body());
        byte[] bytes = good.signatures().get(0).signature().toArray();
        bytes[63] ^= 1;
        ConsentSignature first = good.signatures().get(0);
        SignedConsent forged = new SignedConsent(
                good.consent(),
                List.of(
                        new ConsentSignature(
                                first.institution(), first.role(), first.signer(), first.signed(), Bytes.of(bytes)),
                        good.signatures().get(1)));
        EntenteException refused =
                assertThrows(EntenteException.class, () -> arriveAtUs(letter, ActDocuments.encode(forged)));
        assertEquals(ActCode.ACT_CONSENT_INVALID, refused.code());
        SignedConsent half = new SignedConsent(good.consent(), List.of(first));
        assertThrows(EntenteException.class, () -> arriveAtUs(letter, ActDocuments.encode(half)));
        assertEquals(OperationState.PROPOSED, us.operations.show(proposer, id).state());
        assertNull(us.operations.show(proposer, id).consent());
        arriveAtUs(letter, letter.dispatch().body());
        assertEquals(OperationState.CONSENTED, us.operations.show(proposer, id).state());
    }

    @Test
    void revokedConsentDisarms() {
        OperationId id = armed();
        mx.operations.revoke(lawyer, id, REASONS);
        mx.deliverTo(us);
        Operation revoked = us.operations.show(proposer, id);
        assertEquals(OperationState.REVOKED, revoked.state());
        assertNull(revoked.armedUntil());
        assertEquals(
                REASONS,
                revoked.revocation() == null ? null : revoked.revocation().reasons());
        List<OperationEvent> events =
                us.operations.steps(proposer, id).stream().map(Step::event).toList();
        assertEquals(
                List.of(OperationEvent.DISARM, OperationEvent.REVOKE),
                events.subList(events.size() - 2, events.size()));
        assertHeld(us.operations.arm(proposer, id), "held.CONSENT_REVOKED", "ground.no-consent");
        us.deliverTo(mx);
        Notice notice = mx.operations.show(lawyer, id).notice();
        assertEquals(OperationEvent.DISARM, notice == null ? null : notice.event());
    }

    @Test
    void refusalNamesItsGroundInBothLanguages() {
        OperationId id = proposed("MX");
        mx.operations.refuse(lawyer, id, "sovereignty", REASONS);
        mx.deliverTo(us);
        Operation refused = us.operations.show(proposer, id);
        assertEquals(OperationState.REFUSED, refused.state());
        Refusal refusal = refused.refusal();
        assertNotNull(refusal);
        assertEquals("sovereignty", refusal.ground());
        assertEquals("UNTOC-2000 art. 18(21)(b)", refusal.article());
        assertEquals(REASONS, refusal.reasons());
        assertHeld(us.operations.arm(proposer, id), "held.CONSENT_REFUSED", "ground.no-consent");
        assertThrows(EntenteException.class, () -> mx.operations.refuse(lawyer, id, "sovereignty", REASONS));
    }

    @Test
    void aRefusalNeedsAGroundOfThePackAndReasons() {
        OperationId id = proposed("MX");
        assertThrows(EntenteException.class, () -> mx.operations.refuse(lawyer, id, "because", REASONS));
        Bilingual oneLanguage = new Bilingual("Only English.", " ");
        assertThrows(EntenteException.class, () -> mx.operations.refuse(lawyer, id, "sovereignty", oneLanguage));
        assertEquals(OperationState.PROPOSED, mx.operations.show(lawyer, id).state());
    }

    @Test
    void anArmedOperationEndsWithItsWindow() {
        OperationId id = armed();
        clock.advance(Duration.between(clock.instant(), ActExamples.END.minusSeconds(1)));
        assertEquals(0, us.sweep());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, us.sweep());
        assertEquals(1, mx.sweep());
        Operation ended = us.operations.show(proposer, id);
        assertEquals(OperationState.ENDED, ended.state());
        assertNull(ended.armedUntil());
        assertHeld(us.operations.arm(proposer, id), "held.WINDOW_PAST");
        assertEquals(0, us.sweep());
    }

    @Test
    void disarmedMayBeArmedAgain() {
        OperationId id = armed();
        assertEquals(OperationState.DISARMED, us.operations.disarm(proposer, id).state());
        assertInstanceOf(Arming.Armed.class, us.operations.arm(proposer, id));
    }

    @Test
    void ownLawStopsAnUnlawfulProposal() {
        Guests coercive = new Guests(2, Guests.Powers.COERCIVE, true, false, false);
        OperationId id =
                us.operations.draft(proposer, order(coercive, true, "MX")).id();
        Proposing.NotProposed refused =
                assertInstanceOf(Proposing.NotProposed.class, us.operations.propose(proposer, id));
        Ruling.Refused ruling = assertInstanceOf(Ruling.Refused.class, refused.ruling());
        assertEquals("reserved-powers", ruling.ground().key());
        assertEquals(0, us.mail.waitingCount());
        OperationId noLead =
                us.operations.draft(proposer, order(LIAISON, false, "MX")).id();
        assertInstanceOf(Proposing.NotProposed.class, us.operations.propose(proposer, noLead));
    }

    @Test
    void theHostsLawAwaitsWhatOnlyItsOfficersCanState() {
        OperationId id = proposed("MX");
        Ruling.Unknown unknown = assertInstanceOf(Ruling.Unknown.class, mx.operations.ruling(lawyer, id));
        assertEquals(List.of("risk.human-rights"), unknown.missing());
        assertTrue(us.operations.ruling(proposer, id).allows());
    }

    @Test
    void eachSideDoesOnlyItsPart() {
        OperationId id = proposed("MX");
        assertThrows(EntenteException.class, () -> us.operations.refuse(proposer, id, "no-basis", REASONS));
        assertThrows(EntenteException.class, () -> mx.operations.arm(officer, id));
        Officer analyst = mx.officer("mx-analyst", "mx-sre", Role.ANALYST);
        assertThrows(EntenteException.class, () -> mx.operations.consent(analyst, id, ConsentOrder.asProposed()));
        assertThrows(EntenteException.class, () -> us.operations.acceptCondition(proposer, id));
    }

    @Test
    void signersAreUnlinkableAcrossOperationsAndDifferWithinOne() {
        List<String> signers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            OperationId id = proposed("MX");
            consent(id, ConsentOrder.asProposed());
            SignedConsent consent = us.operations.show(proposer, id).consent();
            assertNotNull(consent);
            consent.signatures().forEach(signature -> signers.add(signature.signer()));
        }
        assertEquals(4, signers.stream().distinct().count());
        assertTrue(signers.stream().noneMatch(signer -> signer.contains("lawyer")));
    }

    @Test
    void aConsentForAnotherProposalIsRefused() {
        OperationId id = proposed("MX");
        OperationId other = proposed("MX");
        assertNotEquals(id, other);
        mx.operations.consent(lawyer, id, ConsentOrder.asProposed());
        mx.operations.consent(officer, id, ConsentOrder.asProposed());
        FakeMail.Waiting letter = mx.mail.take();
        SignedConsent good = ActDocuments.consent(letter.dispatch().body());
        Consent consent = good.consent();
        Consent moved = new Consent(
                other,
                consent.agreement(),
                consent.proposalHash(),
                consent.host(),
                consent.window(),
                consent.condition(),
                consent.decided());
        Bytes body = ActDocuments.encode(new SignedConsent(moved, good.signatures()));
        assertThrows(EntenteException.class, () -> arriveAtUs(letter, body));
        assertEquals(
                OperationState.PROPOSED, us.operations.show(proposer, other).state());
    }

    private void arriveAtUs(FakeMail.Waiting letter, Bytes body) {
        Dispatch dispatch = letter.dispatch();
        us.mail.arrive(us.database, us.operations.desk(), mx.party, letter.id(), dispatch, body);
    }

    private static OperationOrder order(Guests guests, boolean hostLeadWanted, String... territories) {
        Proposal example = ActExamples.proposal(territories);
        return new OperationOrder(
                ActExamples.AGREEMENT,
                ActExamples.HOST,
                example.title(),
                example.parts(),
                example.window(),
                example.measures(),
                guests,
                hostLeadWanted,
                new LegalBasis("UNTOC-2000", "19"),
                new Purpose("criminal-investigation"),
                new CaseNumber("US-2026-000042"));
    }

    private OperationId draft(String... territories) {
        return us.operations.draft(proposer, order(LIAISON, true, territories)).id();
    }

    private void propose(OperationId id) {
        assertInstanceOf(Proposing.Proposed.class, us.operations.propose(proposer, id));
        us.deliverTo(mx);
    }

    private OperationId proposed(String... territories) {
        OperationId id = draft(territories);
        propose(id);
        return id;
    }

    private void consent(OperationId id, ConsentOrder order) {
        assertInstanceOf(Signing.Signed.class, mx.operations.consent(lawyer, id, order));
        Signing.Signed second = assertInstanceOf(Signing.Signed.class, mx.operations.consent(officer, id, order));
        assertEquals(2, second.signatureCount());
        mx.deliverTo(us);
    }

    private OperationId armed() {
        OperationId id = proposed("MX");
        consent(id, ConsentOrder.asProposed());
        assertInstanceOf(Arming.Armed.class, us.operations.arm(proposer, id));
        us.deliverTo(mx);
        Instant until = us.operations.show(proposer, id).armedUntil();
        assertEquals(ActExamples.END, until);
        return id;
    }

    private void assertNotSigned(SigningRefusal reason, Officer signer, OperationId id, ConsentOrder order) {
        assertEquals(
                reason,
                assertInstanceOf(Signing.NotSigned.class, mx.operations.consent(signer, id, order))
                        .reason());
    }

    private static Arming.Held assertHeld(Arming arming, String... keys) {
        Arming.Held held = assertInstanceOf(Arming.Held.class, arming);
        assertEquals(
                List.of(keys), held.reasons().stream().map(Arming.Reason::key).toList());
        return held;
    }
}
