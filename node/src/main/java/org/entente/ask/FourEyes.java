package org.entente.ask;

import java.util.Set;
import org.entente.db.Tx;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;

/// Nobody approves what they wrote, what was written in their place, or what somebody wrote for
/// whom they stand in now.
final class FourEyes {
    private FourEyes() {}

    /// @param labels whose work it is
    /// @throws EntenteException `same` if it is the officer's; ASK_DEPUTY_OF_AUTHOR if it is of
    ///     an absent one in whose place they act
    static void require(
            Surroundings around, Tx tx, Officer officer, RequestNumber number, Set<String> labels, AskCode same) {
        if (labels.contains(officer.label())) {
            throw new EntenteException(same, number.value());
        }
        for (OfficerId absent : around.roll().standIns(tx, around.now()).namedFor(officer.id())) {
            if (labels.contains(Surroundings.label(absent))) {
                throw new EntenteException(AskCode.ASK_DEPUTY_OF_AUTHOR, number.value(), absent.value());
            }
        }
    }
}
