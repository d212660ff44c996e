package org.entente.ask;

import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.kernel.Officer;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;

/// How an answer's content is sealed: `Releases::seal`. `within` runs inside the sealing transaction, so that the
/// release and the answer are one effect or none; it does not run where the release is refused.
@FunctionalInterface
public interface Answering {
    Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within);
}
