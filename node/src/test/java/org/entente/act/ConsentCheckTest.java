package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.entente.kernel.Bytes;
import org.entente.kernel.Role;
import org.junit.jupiter.api.Test;

class ConsentCheckTest {
    private final FakeInstitutionSeals seals = new FakeInstitutionSeals("mx-sre", "mx-sspc", "us-dea");
    private final ConsentCheck check = new ConsentCheck(seals);
    private final Proposal proposal = ActExamples.proposal("MX");
    private final Consent consent = ActExamples.consent(proposal);

    @Test
    void twoSignaturesByTwoOfficersHold() {
        assertEquals(Set.of(), check.flaws(proposal, ActExamples.signed(seals, consent)));
    }

    @Test
    void oneSignatureIsNoConsent() {
        SignedConsent one = new SignedConsent(
                consent, List.of(ActExamples.signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001")));
        assertEquals(Set.of(ConsentFlaw.ONE_SIGNATURE), check.flaws(proposal, one));
        assertEquals(Set.of(ConsentFlaw.ONE_SIGNATURE), check.flaws(proposal, new SignedConsent(consent, List.of())));
    }

    @Test
    void theSameOfficerTwiceIsNoConsent() {
        SignedConsent twice = new SignedConsent(
                consent,
                List.of(
                        ActExamples.signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001"),
                        ActExamples.signature(seals, consent, "mx-sre", Role.CASE_OFFICER, "0000000000000001")));
        assertEquals(Set.of(ConsentFlaw.SAME_SIGNER), check.flaws(proposal, twice));
    }

    @Test
    void twoLawyersAreNotEnough() {
        SignedConsent lawyers = new SignedConsent(
                consent,
                List.of(
                        ActExamples.signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001"),
                        ActExamples.signature(seals, consent, "mx-sspc", Role.LAWYER, "0000000000000002")));
        assertEquals(Set.of(ConsentFlaw.ROLES_INCOMPLETE), check.flaws(proposal, lawyers));
    }

    @Test
    void forgedConsentSignatureIsRefused() {
        SignedConsent good = ActExamples.signed(seals, consent);
        for (int at = 0; at < ConsentSignature.SIGNATURE_SIZE_BYTES; at++) {
            byte[] bytes = good.signatures().get(1).signature().toArray();
            bytes[at] ^= 1;
            ConsentSignature last = good.signatures().get(1);
            SignedConsent forged = new SignedConsent(
                    consent,
                    List.of(
                            good.signatures().get(0),
                            new ConsentSignature(
                                    last.institution(), last.role(), last.signer(), last.signed(), Bytes.of(bytes))));
            assertTrue(check.flaws(proposal, forged).contains(ConsentFlaw.SIGNATURE_INVALID), "byte " + at);
        }
    }

    @Test
    void aSignatureUnderOneConditionDoesNotHoldForAnother() {
        Consent unconditional = ActExamples.consent(proposal, proposal.window(), null);
        SignedConsent moved = new SignedConsent(
                unconditional, ActExamples.signed(seals, consent).signatures());
        assertEquals(Set.of(ConsentFlaw.SIGNATURE_INVALID), check.flaws(proposal, moved));
    }

    @Test
    void theProposersOwnInstitutionCannotSignForTheHost() {
        SignedConsent foreign = new SignedConsent(
                consent,
                List.of(
                        ActExamples.signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001"),
                        ActExamples.signature(seals, consent, "us-dea", Role.CASE_OFFICER, "0000000000000002")));
        assertEquals(Set.of(ConsentFlaw.FOREIGN_INSTITUTION), check.flaws(proposal, foreign));
    }

    @Test
    void anUnpinnedInstitutionCannotSign() {
        FakeInstitutionSeals stranger = new FakeInstitutionSeals("mx-sre", "mx-other");
        SignedConsent unpinned = new SignedConsent(
                consent,
                List.of(
                        ActExamples.signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001"),
                        ActExamples.signature(stranger, consent, "mx-other", Role.CASE_OFFICER, "0000000000000002")));
        assertEquals(Set.of(ConsentFlaw.SIGNATURE_INVALID), check.flaws(proposal, unpinned));
    }

    @Test
    void consentForAnotherWindowDoesNotHold() {
        Window shorter = new Window(ActExamples.START.plusSeconds(1), ActExamples.END);
        Consent other = ActExamples.consent(proposal, shorter, null);
        assertEquals(
                EnumSet.of(ConsentFlaw.WINDOW_NOT_COVERED), check.flaws(proposal, ActExamples.signed(seals, other)));
        Window longer = new Window(ActExamples.START.minusSeconds(1), ActExamples.END.plusSeconds(1));
        Consent wide = ActExamples.consent(proposal, longer, null);
        assertEquals(Set.of(), check.flaws(proposal, ActExamples.signed(seals, wide)));
    }

    @Test
    void consentForAnotherProposalDoesNotHold() {
        Proposal wider = ActExamples.proposal("MX", "UNSURE");
        assertEquals(EnumSet.of(ConsentFlaw.OTHER_PROPOSAL), check.flaws(wider, ActExamples.signed(seals, consent)));
    }

    @Test
    void unsureTerritoryCountsAsTheHosts() {
        assertTrue(ActExamples.proposal("US", "UNSURE").needsConsent());
        assertTrue(ActExamples.proposal("MX").needsConsent());
        assertFalse(ActExamples.proposal("US").needsConsent());
    }
}
