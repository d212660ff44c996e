package org.entente.db;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one way to the tables. Thread-safe.
public interface Transactions {
    /// Runs `work` in one transaction (read committed) and commits it durably; anything thrown rolls it back and comes
    /// out unchanged, except that failures of the database become [org.entente.kernel.EntenteException] with a
    /// [DatabaseCode]. Never repeated by itself: `work` may have effects beyond the database.
    ///
    /// The verb that was called opens the transaction and hands the [Tx] down. Opening a second one inside
    /// `work` is a fault of the program and refused with IllegalStateException.
    <T extends @Nullable Object> T in(Function<Tx, T> work);

    default void run(Consumer<Tx> work) {
        this.<@Nullable Void>in(tx -> {
            work.accept(tx);
            return null;
        });
    }
}
