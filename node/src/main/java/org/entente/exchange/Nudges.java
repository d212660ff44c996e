package org.entente.exchange;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.kernel.AgreementId;

/// Wakes senders: work was queued, or the peer has just shown itself. A nudge that nobody waits for is kept, once.
/// Thread-safe.
public final class Nudges {
    private final Map<AgreementId, Bell> bells = new ConcurrentHashMap<>();

    /// Something new waits. Does not shorten a backoff: an absent peer is not hammered because we are busy.
    void queued(AgreementId agreement) {
        bell(agreement).ring(false);
    }

    /// The peer called us, so it can be called.
    public void peerSeen(AgreementId agreement) {
        bell(agreement).ring(true);
    }

    Bell bell(AgreementId agreement) {
        return bells.computeIfAbsent(agreement, _ -> new Bell());
    }

    /// One sender's bell.
    static final class Bell {
        private boolean rung;
        private boolean peerSeen;

        private synchronized void ring(boolean seen) {
            rung = true;
            peerSeen |= seen;
            notifyAll();
        }

        /// Waits for a ring, at most `waitMillis`. Returns at once if one is kept.
        synchronized void await(long waitMillis) throws InterruptedException {
            long end = System.nanoTime() + waitMillis * 1_000_000;
            for (long left = waitMillis; !rung && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
            rung = false;
        }

        /// Whether the peer was seen since the last call.
        synchronized boolean takePeerSeen() {
            boolean seen = peerSeen;
            peerSeen = false;
            return seen;
        }
    }
}
