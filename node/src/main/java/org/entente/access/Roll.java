package org.entente.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;

/// Who serves here and who is away, for rooms that give people work. Read within the caller's
/// transaction; what of it is shown to whom, the caller decides.
public interface Roll {
    Optional<Officer> officer(Tx tx, OfficerId id);

    /// By account name.
    List<Officer> all(Tx tx);

    StandIns standIns(Tx tx, Instant at);

    /// Knows nobody.
    static Roll none() {
        return new Roll() {
            @Override
            public Optional<Officer> officer(Tx tx, OfficerId id) {
                return Optional.empty();
            }

            @Override
            public List<Officer> all(Tx tx) {
                return List.of();
            }

            @Override
            public StandIns standIns(Tx tx, Instant at) {
                return StandIns.NONE;
            }
        };
    }
}
