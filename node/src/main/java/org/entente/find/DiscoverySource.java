package org.entente.find;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.db.Tx;
import org.entente.hold.Discoverable;
import org.entente.hold.DiscoveryOrder;
import org.entente.hold.Holdings;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;

/// The holdings as discovery sees them: never a protected person, whoever asks.
public interface DiscoverySource {
    /// Streams what the peer may find, ascending by value, with a fresh handle each.
    void discoverable(Tx tx, Actor actor, DiscoveryOrder order, Consumer<Discoverable> sink);

    /// How many records [#discoverable] would stream, by [IdentifierType#key()]; a type without any is absent.
    Map<String, Long> discoverableCounts(Tx tx, Actor actor, boolean clearancesShared);

    /// Forgets the handles of every other set of the agreement.
    void keepHandles(Tx tx, Actor actor, AgreementId agreement, List<Bytes> setIds);

    /// Whether the set holds a handle of a subject that is protected now, or of a value past its retention.
    boolean isStale(Tx tx, Actor actor, AgreementId agreement, Bytes setId);

    static DiscoverySource of(Holdings holdings) {
        return new DiscoverySource() {
            @Override
            public void discoverable(Tx tx, Actor actor, DiscoveryOrder order, Consumer<Discoverable> sink) {
                holdings.discoverable(tx, actor, order, sink);
            }

            @Override
            public Map<String, Long> discoverableCounts(Tx tx, Actor actor, boolean clearancesShared) {
                return holdings.discoverableCounts(tx, actor, clearancesShared);
            }

            @Override
            public void keepHandles(Tx tx, Actor actor, AgreementId agreement, List<Bytes> setIds) {
                holdings.keepHandles(tx, actor, agreement, setIds);
            }

            @Override
            public boolean isStale(Tx tx, Actor actor, AgreementId agreement, Bytes setId) {
                return holdings.isStale(tx, actor, agreement, setId);
            }
        };
    }
}
