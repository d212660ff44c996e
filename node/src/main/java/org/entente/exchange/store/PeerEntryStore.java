package org.entente.exchange.store;

import static org.entente.exchange.store.generated.Tables.PEER_ENTRY;

import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;

/// Entries of the peer's log that it showed us. Stateless.
public final class PeerEntryStore {
    /// Which entry: `direction` is `sent` or `received`, as the peer's log has it.
    public record Place(AgreementId agreement, Bytes envelope, String direction) {}

    /// The stored bytes of the leaf, and a C2SP tlog-proof.
    public record Entry(Bytes leaf, Bytes proof) {}

    public Optional<Entry> find(Tx tx, Place place) {
        return tx.dsl()
                .selectFrom(PEER_ENTRY)
                .where(PEER_ENTRY.AGREEMENT.eq(place.agreement().value()))
                .and(PEER_ENTRY.ENVELOPE.eq(place.envelope().toArray()))
                .and(PEER_ENTRY.DIRECTION.eq(place.direction()))
                .fetchOptional()
                .map(row -> new Entry(Bytes.of(row.get(PEER_ENTRY.LEAF)), Bytes.of(row.get(PEER_ENTRY.PROOF))));
    }

    /// Keeps the entry in place of an older one.
    public void put(Tx tx, Place place, Entry entry) {
        tx.dsl()
                .insertInto(PEER_ENTRY)
                .set(PEER_ENTRY.AGREEMENT, place.agreement().value())
                .set(PEER_ENTRY.ENVELOPE, place.envelope().toArray())
                .set(PEER_ENTRY.DIRECTION, place.direction())
                .set(PEER_ENTRY.LEAF, entry.leaf().toArray())
                .set(PEER_ENTRY.PROOF, entry.proof().toArray())
                .onConflict(PEER_ENTRY.AGREEMENT, PEER_ENTRY.ENVELOPE, PEER_ENTRY.DIRECTION)
                .doUpdate()
                .set(PEER_ENTRY.LEAF, entry.leaf().toArray())
                .set(PEER_ENTRY.PROOF, entry.proof().toArray())
                .execute();
    }
}
