package org.entente.ask;

import java.time.Instant;
import java.util.Set;
import org.entente.agreement.clock.Deadline;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.OfficerId;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;

/// A request as this node keeps it. `authority` is the institution of the asked side that has it: the one it was sent
/// to, until a transfer. `author` and `caseNumber` are known on the asking side only. `deadline` is kept on
/// the asked side from receipt, on the asking side from the first letter on or once the delivery is known; `stopped`
/// while that clock stands; `alarm` is the next moment at which something is told of it. `accepted` when it was.
/// `envelope` carried the request, `reply` the refusal or answer. `own` are the facts that this side's lawyer added.
/// `assignee` is to whom it is given on this side; `knows` the officers of this side who know of a quiet request.
public record Filed(
        Request request,
        Direction side,
        State state,
        InstitutionId authority,
        @Nullable CaseNumber caseNumber,
        String casePseudonym,
        @Nullable OfficerId author,
        @Nullable EnvelopeId envelope,
        @Nullable EnvelopeId reply,
        @Nullable Deadline deadline,
        @Nullable Instant stopped,
        @Nullable Instant alarm,
        @Nullable Instant accepted,
        Head.Declarations own,
        @Nullable RefusalNote refusal,
        @Nullable ReleaseId release,
        Instant changed,
        @Nullable OfficerId assignee,
        Set<OfficerId> knows) {
    public Filed {
        knows = Set.copyOf(knows);
    }

    /// This side's request before anything happened to it.
    static Filed draft(Request request, CaseNumber caseNumber, String pseudonym, OfficerId author, Instant at) {
        return new Filed(
                request,
                Direction.OUT,
                State.DRAFT,
                request.head().to(),
                caseNumber,
                pseudonym,
                author,
                null,
                null,
                null,
                null,
                null,
                null,
                Head.Declarations.NONE,
                null,
                null,
                at,
                null,
                Set.of());
    }

    /// The other side's request as it arrived.
    static Filed received(Request request, String pseudonym, EnvelopeId envelope, Clocks.Kept clock, Instant at) {
        return new Filed(
                request,
                Direction.IN,
                State.RECEIVED,
                request.head().to(),
                null,
                pseudonym,
                null,
                envelope,
                null,
                clock.deadline(),
                null,
                clock.alarm(),
                null,
                Head.Declarations.NONE,
                null,
                null,
                at,
                null,
                Set.of());
    }

    /// This side's institution.
    InstitutionId institution() {
        return side == Direction.IN ? authority : request.head().from();
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

    /// A word of this side about the request to the other: in reply to its envelope, once it has crossed.
    Dispatch dispatch(String type, Instant expires, Bytes body) {
        Head head = request.head();
        boolean asked = side == Direction.IN;
        return new Dispatch(
                head.agreement(),
                asked ? authority : head.from(),
                asked ? head.from() : authority,
                type,
                envelope,
                casePseudonym,
                head.basis(),
                head.purpose(),
                head.handling(),
                expires,
                body);
    }
}
