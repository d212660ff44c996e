package org.entente.release;

import java.util.List;
import java.util.Set;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Statement;

/// What this room needs of HOLD: own statements by id, within the officer's scope for a purpose. What is not there
/// and what the officer may not see are both left out.
public interface OwnStatements {
    /// `status` is the subject's, as it stands now.
    record Own(Statement statement, EvidentialStatus status) {}

    List<Own> statements(Officer officer, Set<String> ids, Purpose purpose);
}
