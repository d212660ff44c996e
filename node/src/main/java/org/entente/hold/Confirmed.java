package org.entente.hold;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which records are of one subject by what people said, however many joins lead there.
final class Confirmed {
    private Confirmed() {}

    /// The record itself among them.
    static Set<SubjectId> with(SubjectId record, List<RecordPair> joinedByPeople) {
        Set<SubjectId> reached = new HashSet<>(Set.of(record));
        boolean more = true;
        while (more) {
            more = false;
            for (RecordPair pair : joinedByPeople) {
                if (reached.contains(pair.one()) != reached.contains(pair.other())) {
                    reached.add(pair.one());
                    reached.add(pair.other());
                    more = true;
                }
            }
        }
        return reached;
    }
}
