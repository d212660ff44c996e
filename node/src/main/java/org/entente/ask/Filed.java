package org.entente.ask;

import java.time.Instant;
import org.entente.agreement.clock.Deadline;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.OfficerId;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// A request as this node keeps it. `author` and `caseNumber` are known on the asking side only. `deadline` is kept on
/// the asked side from receipt, on the asking side from the first question on; `stopped` while that clock stands.
/// `envelope` carried the request, `reply` the refusal or answer. `own` are the facts that this side's lawyer added.
public record Filed(
        Request request,
        Direction side,
        State state,
        @Nullable CaseNumber caseNumber,
        String casePseudonym,
        @Nullable OfficerId author,
        @Nullable EnvelopeId envelope,
        @Nullable EnvelopeId reply,
        @Nullable Deadline deadline,
        @Nullable Instant stopped,
        Head.Declarations own,
        @Nullable RefusalNote refusal,
        @Nullable ReleaseId release,
        Instant changed) {

    /// This side's request before anything happened to it.
    static Filed draft(Request request, CaseNumber caseNumber, String pseudonym, OfficerId author, Instant at) {
        return new Filed(
                request,
                Direction.OUT,
                State.DRAFT,
                caseNumber,
                pseudonym,
                author,
                null,
                null,
                null,
                null,
                Head.Declarations.NONE,
                null,
                null,
                at);
    }

    /// The other side's request as it arrived.
    static Filed received(
            Request request, String pseudonym, EnvelopeId envelope, @Nullable Deadline deadline, Instant at) {
        return new Filed(
                request,
                Direction.IN,
                State.RECEIVED,
                null,
                pseudonym,
                null,
                envelope,
                null,
                deadline,
                null,
                Head.Declarations.NONE,
                null,
                null,
                at);
    }

    public RequestNumber number() {
        return request.head().number();
    }

    /// The envelope of a request that has crossed.
    EnvelopeId crossed() {
        EnvelopeId carrier = envelope;
        if (carrier == null) {
            throw new IllegalStateException("request " + number() + " has not crossed");
        }
        return carrier;
    }
}
