package org.entente.ask;

import java.util.List;
import java.util.Set;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;

/// The quiet lane for officers: who of this side knows of a request. Thread-safe.
public final class WhoKnows {
    private final Surroundings around;
    private final Files files;

    public WhoKnows(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
    }

    /// Who of this side knows of a quiet request; empty for an ordinary one and for one that nobody was named for.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    public List<Knower> of(Officer officer, RequestNumber number) {
        around.access().require(officer, AskAction.READ, Marking.UNMARKED);
        return around.transactions().in(tx -> {
            requireKnown(officer, files.read(tx, number));
            return files.knowers(tx, number);
        });
    }

    /// One who knows of a quiet request names another. It is in the DUTY log before this returns.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_QUIET; ASK_OFFICER_UNKNOWN; ASK_KNOWS_SPENT behind ten
    public List<Knower> name(Officer officer, RequestNumber number, OfficerId whom) {
        around.access().require(officer, AskAction.NAME_WHO_KNOWS, Marking.UNMARKED);
        around.transactions().run(tx -> requireKnown(officer, files.read(tx, number)));
        QuietLane.known(around, officer, whom);
        return around.transactions().in(tx -> QuietLane.name(around, files, tx, officer, number, whom));
    }

    /// Envelopes of quiet requests that the officer does not know of, for the room that keeps what answered them.
    public Set<EnvelopeId> hidden(Officer officer) {
        return around.transactions().in(tx -> files.hidden(tx, around.reader(officer)));
    }

    private void requireKnown(Officer officer, Filed filed) {
        if (!around.concerns(officer, filed)) {
            throw new EntenteException(
                    AskCode.ASK_REQUEST_UNKNOWN, filed.number().value());
        }
    }
}
