package org.entente.release;

import java.time.Instant;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;

/// A release of this party. `acknowledged`, `opened` and `destroyed` are what the receiver's signed messages say;
/// `recallOrdered` when this side took it back.
public record SentRelease(
        ReleaseId id,
        AgreementId agreement,
        Terms terms,
        Bytes termsHash,
        Bytes contentHash,
        String casePseudonym,
        EnvelopeId envelope,
        OfficerId officer,
        Instant sealed,
        @Nullable Instant acknowledged,
        @Nullable Instant opened,
        @Nullable Purpose openedFor,
        @Nullable Instant recallOrdered,
        @Nullable Instant destroyed,
        @Nullable SentState end) {

    public static EnvelopeId envelope(String hex) {
        return new EnvelopeId(hex);
    }

    /// As the table keeps it.
    public String envelopeHex() {
        return envelope.hex();
    }

    /// The state an owner sees, from the outbox's word on the envelope and what the receiver has said since.
    public SentState state(Progress progress) {
        if (end != null) {
            return end;
        }
        if (recallOrdered != null) {
            return SentState.RECALLING;
        }
        if (opened != null) {
            return SentState.OPENED;
        }
        if (acknowledged != null) {
            return SentState.ACKNOWLEDGED;
        }
        return switch (progress) {
            case QUEUED -> SentState.QUEUED;
            case SENT -> SentState.SENT;
            case DELIVERED -> SentState.DELIVERED;
            case NOT_DELIVERED -> SentState.NOT_DELIVERED;
        };
    }

    /// How far an envelope has come.
    public enum Progress {
        QUEUED,
        SENT,
        DELIVERED,
        NOT_DELIVERED
    }
}
