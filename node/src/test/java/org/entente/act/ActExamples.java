package org.entente.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.jspecify.annotations.Nullable;

/// Invented operations for the tests of this room.
final class ActExamples {
    static final AgreementId AGREEMENT = new AgreementId("us-mx");
    static final Party US = new Party("US");
    static final Party MX = new Party("MX");
    static final InstitutionId PROPOSER = new InstitutionId("us-dea");
    static final InstitutionId HOST = new InstitutionId("mx-sre");
    static final Instant START = Instant.parse("2026-12-01T06:00:00Z");
    static final Instant END = Instant.parse("2026-12-02T06:00:00Z");
    static final Bilingual CONDITION =
            new Bilingual("A host officer leads at all times.", "Dirige en todo momento un funcionario anfitrión.");

    private ActExamples() {}

    static Proposal proposal(String... territories) {
        List<DeclaredPart> parts = new ArrayList<>();
        for (String territory : territories) {
            parts.add(new DeclaredPart(Territory.parse(territory), "Demonstration place " + parts.size()));
        }
        return new Proposal(
                new OperationId("00112233445566778899aabbccddeeff"),
                AGREEMENT,
                PROPOSER,
                HOST,
                "Demonstration: controlled delivery watch",
                parts,
                new Window(START, END),
                List.of("surveillance", "liaison"),
                new Guests(4, Guests.Powers.LIAISON, true, false, false),
                true,
                new LegalBasis("UNTOC-2000", "19"),
                new Purpose("criminal-investigation"));
    }

    static Consent consent(Proposal proposal, Window window, @Nullable Bilingual condition) {
        return new Consent(
                proposal.id(),
                proposal.agreement(),
                ProposalWire.hash(proposal),
                proposal.host(),
                window,
                condition,
                START.minusSeconds(7_200));
    }

    static Consent consent(Proposal proposal) {
        return consent(proposal, proposal.window(), CONDITION);
    }

    static ConsentSignature signature(
            InstitutionSeals seals, Consent consent, String institution, Role role, String signer) {
        Instant signed = START.minusSeconds(3_600);
        InstitutionId by = new InstitutionId(institution);
        return new ConsentSignature(
                by, role, signer, signed, seals.sign(by, ConsentWire.toBeSigned(consent, by, role, signer, signed)));
    }

    static SignedConsent signed(InstitutionSeals seals, Consent consent) {
        return new SignedConsent(
                consent,
                List.of(
                        signature(seals, consent, "mx-sre", Role.LAWYER, "0000000000000001"),
                        signature(seals, consent, "mx-sspc", Role.CASE_OFFICER, "0000000000000002")));
    }
}
