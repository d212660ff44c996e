package org.entente.release;

import java.util.List;
import java.util.Map;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.release.store.ReceivedStore;

/// Expiry and recall at the receiver, in two steps that survive a crash between them: the transaction that takes
/// content
/// and wrapped key out of the table; then the wrapping key is destroyed, and only after that the leaf is asked for and
/// the receipt queued.
final class Destroyer {
    private final Surroundings around;
    private final ReceivedStore store;
    private final ContentVault vault;
    private final Reader reader;

    Destroyer(Surroundings around, ReceivedStore store, ContentVault vault, Reader reader) {
        this.around = around;
        this.store = store;
        this.vault = vault;
        this.reader = reader;
    }

    /// One run: expires what is due, attests what is destroyed.
    ///
    /// @return how many releases were attested
    int sweep() {
        around.transactions().run(tx -> {
            for (ReleaseId id : store.dueToExpire(tx, around.now(), Limits.EXPIRE_BATCH_MAX)) {
                store.destroy(tx, id, ReceivedState.EXPIRED, null, around.now());
            }
        });
        List<ReleaseId> due = around.transactions().in(tx -> store.dueToAttest(tx, Limits.EXPIRE_BATCH_MAX));
        int attestedCount = 0;
        for (ReleaseId id : due) {
            vault.destroy(id);
            if (around.transactions().in(tx -> attest(tx, id))) {
                attestedCount++;
            }
        }
        return attestedCount;
    }

    private boolean attest(Tx tx, ReleaseId id) {
        ReceivedRelease received = store.findForUpdate(tx, id).orElseThrow(() -> Reader.unknown(id));
        if (!store.attested(tx, id, around.now())) {
            return false;
        }
        Destruction.Cause cause =
                received.state() == ReceivedState.RECALLED ? Destruction.Cause.RECALLED : Destruction.Cause.EXPIRED;
        Bytes receipt = ReceiptWire.encode(new Destruction(id, received.contentHash(), cause, around.now()));
        reader.tell(tx, received, cause.bodyType(), receipt);
        around.duty(
                tx,
                received.agreement(),
                cause.bodyType(),
                Map.of("release", id.hex(), "content", received.contentHash().hex(), "by", "schedule:release"));
        return true;
    }
}
