package org.entente.ask;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.entente.access.StandIns;
import org.entente.db.Tx;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// The people to whom requests of a list are given, read once.
record Assignees(Map<OfficerId, String> names, StandIns standIns) {
    static Assignees of(Surroundings around, Tx tx, Collection<Filed> requests) {
        Map<OfficerId, String> names = new HashMap<>();
        for (Filed filed : requests) {
            OfficerId assignee = filed.assignee();
            if (assignee != null && !names.containsKey(assignee)) {
                names.put(
                        assignee,
                        around.roll().officer(tx, assignee).map(Officer::name).orElse(assignee.value()));
            }
        }
        return new Assignees(
                Map.copyOf(names),
                names.isEmpty() ? StandIns.NONE : around.roll().standIns(tx, around.now()));
    }

    @Nullable
    Assignment of(Filed filed) {
        OfficerId assignee = filed.assignee();
        if (assignee == null) {
            return null;
        }
        boolean away = standIns.isAway(assignee);
        return new Assignment(
                assignee,
                names.getOrDefault(assignee, assignee.value()),
                away,
                away ? standIns.handler(assignee).orElse(null) : null);
    }
}
