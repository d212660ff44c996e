package org.entente.act;

import java.time.Instant;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// An operation as this node keeps it. `caseNumber` and `officer` are there on the proposer's side only; `envelope`
/// once
/// proposed; `consent` may have one signature at the host; `armedUntil` while armed and only then; `notice` is the last
/// thing the proposer told the host.
public record Operation(
        Proposal proposal,
        Side side,
        OperationState state,
        String casePseudonym,
        @Nullable CaseNumber caseNumber,
        @Nullable OfficerId officer,
        @Nullable EnvelopeId envelope,
        Instant created,
        @Nullable SignedConsent consent,
        @Nullable Instant conditionAccepted,
        @Nullable Instant armedUntil,
        @Nullable Refusal refusal,
        @Nullable Revocation revocation,
        @Nullable Notice notice) {

    public OperationId id() {
        return proposal.id();
    }

    /// As the table keeps it.
    public @Nullable String envelopeHex() {
        return envelope == null ? null : envelope.hex();
    }

    /// Which of the two this node is.
    public enum Side {
        PROPOSER,
        HOST
    }
}
