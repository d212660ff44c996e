package org.entente.find;

import java.time.Instant;
import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.find.store.SetStore;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Schedule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The end of own sets. A key goes when its successor has served for 48 hours, and at once when its set offers somebody
/// who may no longer be found: whoever kept that set can then guess at it no more than before and have nothing
/// evaluated. The leaves are those of any new epoch.
final class Retirement {
    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Schedule NODE = new Schedule("find");

    private final Parts parts;
    private final OwnKeys keys;
    private final Publisher publisher;
    private final SetStore sets = new SetStore();
    private volatile Instant nextCheck = Instant.MIN;

    Retirement(Parts parts, OwnKeys keys, Publisher publisher) {
        this.parts = parts;
        this.keys = keys;
        this.publisher = publisher;
    }

    /// @return how many keys were destroyed
    int sweep() {
        int count = withdrawStale() + destroySuperseded();
        forgetHandles();
        return count;
    }

    private int destroySuperseded() {
        Instant before = parts.clock().instant().minus(Limits.SUPERSEDED_KEPT);
        List<SetStore.OwnSet> old = parts.transactions().in(tx -> sets.supersededBefore(tx, before));
        old.forEach(this::destroy);
        return old.size();
    }

    private int withdrawStale() {
        Instant now = parts.clock().instant();
        if (now.isBefore(nextCheck)) {
            return 0;
        }
        int count = 0;
        for (SetStore.OwnSet own : parts.transactions().in(sets::undestroyed)) {
            SetStore.Set set = own.set();
            if (parts.transactions().in(tx -> parts.source().isStale(tx, NODE, set.agreement(), set.setId()))) {
                replace(set);
                destroy(own);
                count++;
            }
        }
        nextCheck = now.plus(Limits.STALE_CHECK_PAUSE);
        return count;
    }

    /// The new epoch first, so that a killed node still finds the old set stale and goes on; but nobody stays findable
    /// because a set could not be written.
    private void replace(SetStore.Set set) {
        int next = parts.transactions().in(tx -> sets.nextEpoch(tx, set.agreement(), set.keyType(), set.purpose()));
        if (set.epoch() != next - 1) {
            return;
        }
        try {
            Agreement agreement = parts.agreements().current(set.agreement());
            if (Publisher.keyTypes(agreement, set.purpose()).contains(set.keyType())) {
                publisher.publish(new Publisher.Order(NODE, agreement, set.purpose(), null), set.keyType(), _ -> {});
            }
        } catch (EntenteException failed) {
            LOG.error("no new set for {} and {}: {}", set.keyType(), set.purpose(), failed.code());
        }
    }

    private void destroy(SetStore.OwnSet own) {
        Announcement announced = SetRows.announcement(own.set());
        keys.destroy(announced);
        parts.transactions().run(tx -> {
            sets.destroyOwn(tx, announced.setId(), parts.clock().instant());
            parts.ledger().request(tx, FindLeaves.set("find.key-destroyed", NODE.label(), announced));
        });
    }

    /// Hits of an old epoch can be asked about for as long as after any other change of epoch.
    private void forgetHandles() {
        Instant now = parts.clock().instant();
        Instant before = now.minus(Limits.SUPERSEDED_KEPT);
        for (SetStore.OwnSet own : parts.transactions().in(tx -> sets.unforgottenBefore(tx, before))) {
            publisher.forgetHandles(own.set(), now);
        }
    }
}
