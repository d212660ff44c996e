package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Function;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;

class ActWireTest {
    private static final Bilingual REASONS = new Bilingual("No host lead.", "Falta mando anfitrión.");

    private final FakeInstitutionSeals seals = new FakeInstitutionSeals("mx-sre", "mx-sspc");
    private final Proposal proposal = ActExamples.proposal("US", "MX", "UNSURE");

    @Test
    void everyBodyReadsBackAsItWasWritten() {
        assertEquals(proposal, ProposalWire.parse(ProposalWire.encode(proposal)));
        SignedConsent consent = ActExamples.signed(seals, ActExamples.consent(proposal));
        assertEquals(consent, ConsentWire.parse(ConsentWire.encode(consent)));
        Refusal refusal = new Refusal(
                proposal.id(), ProposalWire.hash(proposal), "sovereignty", "UNTOC-2000 4", REASONS, ActExamples.START);
        assertEquals(refusal, DecisionWire.parseRefusal(DecisionWire.encode(refusal)));
        Revocation revocation = new Revocation(proposal.id(), ProposalWire.hash(proposal), REASONS, ActExamples.START);
        assertEquals(revocation, DecisionWire.parseRevocation(DecisionWire.encode(revocation)));
        Notice notice = new Notice(proposal.id(), OperationEvent.ARM, ActExamples.START);
        assertEquals(notice, DecisionWire.parseNotice(DecisionWire.encode(notice)));
    }

    @Test
    void aMangledProposalIsAnotherProposalOrRefused() {
        everyFlipIsRefusedOrDiffers(ProposalWire.encode(proposal), ProposalWire::parse, ProposalWire::encode);
    }

    @Test
    void aMangledConsentIsAnotherConsentOrRefused() {
        Bytes body = ConsentWire.encode(ActExamples.signed(seals, ActExamples.consent(proposal)));
        everyFlipIsRefusedOrDiffers(body, ConsentWire::parse, ConsentWire::encode);
    }

    @Test
    void aMangledConsentNeverHolds() {
        ConsentCheck check = new ConsentCheck(seals);
        byte[] body = ConsentWire.encode(ActExamples.signed(seals, ActExamples.consent(proposal)))
                .toArray();
        for (int at = 0; at < body.length; at++) {
            byte[] mangled = body.clone();
            mangled[at] ^= 1;
            try {
                SignedConsent signed = ConsentWire.parse(Bytes.of(mangled));
                assertTrue(!check.flaws(proposal, signed).isEmpty(), "byte " + at);
            } catch (EntenteException refused) {
                assertTrue(refused.code().number() >= 1000);
            }
        }
    }

    @Test
    void everyPrefixIsRefused() {
        byte[] body = ProposalWire.encode(proposal).toArray();
        for (int size = 0; size < body.length; size++) {
            Bytes prefix = Bytes.of(Arrays.copyOf(body, size));
            assertThrows(EntenteException.class, () -> ProposalWire.parse(prefix), "size " + size);
        }
    }

    private static <T> void everyFlipIsRefusedOrDiffers(
            Bytes body, Function<Bytes, T> parser, Function<T, Bytes> writer) {
        for (int at = 0; at < body.sizeBytes(); at++) {
            byte[] mangled = body.toArray();
            mangled[at] ^= 1;
            try {
                Bytes again = writer.apply(parser.apply(Bytes.of(mangled)));
                assertNotEquals(body, again, "byte " + at);
            } catch (EntenteException refused) {
                assertTrue(refused.code().number() >= 1000);
            }
        }
    }
}
