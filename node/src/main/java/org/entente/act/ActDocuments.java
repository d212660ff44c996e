package org.entente.act;

import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;

/// The documents of an operation in the canonical form in which they cross and are kept. Reading is strict.
public final class ActDocuments {
    private ActDocuments() {}

    public static Bytes encode(Proposal proposal) {
        return ProposalWire.encode(proposal);
    }

    /// SHA-256 of the proposal: what a consent, a refusal and a revocation speak about.
    public static Bytes hash(Proposal proposal) {
        return ProposalWire.hash(proposal);
    }

    public static Bytes encode(SignedConsent consent) {
        return ConsentWire.encode(consent);
    }

    public static Bytes encode(Refusal refusal) {
        return DecisionWire.encode(refusal);
    }

    public static Bytes encode(Revocation revocation) {
        return DecisionWire.encode(revocation);
    }

    public static Bytes encode(Notice notice) {
        return DecisionWire.encode(notice);
    }

    public static EnvelopeId envelope(String hex) {
        return new EnvelopeId(hex);
    }

    public static Proposal proposal(Bytes canonical) {
        return ProposalWire.parse(canonical);
    }

    public static SignedConsent consent(Bytes canonical) {
        return ConsentWire.parse(canonical);
    }

    public static Refusal refusal(Bytes canonical) {
        return DecisionWire.parseRefusal(canonical);
    }

    public static Revocation revocation(Bytes canonical) {
        return DecisionWire.parseRevocation(canonical);
    }

    public static Notice notice(Bytes canonical) {
        return DecisionWire.parseNotice(canonical);
    }
}
