package org.entente.find;

import java.time.Instant;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.find.store.QueryStore;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives an end to queries whose answer never came: this node was killed, or the peer was away for longer than an
/// officer waits. The same bytes go out again and the holder returns its one answer to them. What would open it is
/// gone,
/// so that hits are lost, but both logs hold the batch.
final class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);

    private final Parts parts;
    private final Closing closing;
    private final QueryStore store = new QueryStore();
    private final Patience patience = new Patience();

    Reminders(Parts parts, Closing closing) {
        this.parts = parts;
        this.closing = closing;
    }

    /// @return how many queries came to an end
    int send() {
        Instant now = parts.clock().instant();
        Instant before = now.minus(Limits.RESEND_AFTER);
        int count = 0;
        for (Bytes id : parts.transactions().in(tx -> store.unsettled(tx, before))) {
            if (patience.isDue(id, now)) {
                count += parts.transactions()
                                .in(tx -> open(tx, id))
                                .filter(open -> isEnded(open, now))
                                .isPresent()
                        ? 1
                        : 0;
            }
        }
        return count;
    }

    private record Open(QueryStore.Asked asked, Bytes frame) {}

    private Optional<Open> open(Tx tx, Bytes id) {
        return store.asked(tx, id).flatMap(asked -> store.frame(tx, id).map(frame -> new Open(asked, frame)));
    }

    private boolean isEnded(Open open, Instant now) {
        Bytes id = open.asked().id();
        try {
            closing.lost(open.asked(), open.frame(), closing.send(open.asked(), open.frame()));
        } catch (EntenteException failed) {
            if (failed.code() != FindCode.FIND_ANSWER_REFUSED) {
                patience.failed(id, now);
                LOG.info("query {} still has no answer: {}", id.hex(), failed.code());
                return false;
            }
        }
        patience.settled(id);
        return true;
    }
}
