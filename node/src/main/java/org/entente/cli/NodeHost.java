package org.entente.cli;

import java.nio.file.Path;
import org.entente.kernel.AgreementId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;

/// What the command line needs of the wiring room, which it must not import: to set a node up and to run it.
public interface NodeHost {
    /// A new node in an empty folder: configuration, keys, database, officers of the roster.
    ///
    /// @param consolePort 0 lets the system choose a free port once, which is then written down
    record Installation(Path home, Party party, AgreementId agreement, Path roster, int consolePort, int peerPort) {}

    void install(Installation installation);

    /// A new token for an operator of a node that does not run, in the node's folder; the older ones end.
    void renewToken(Path home, OfficerId operator);

    /// Runs the node of `home` until the process is told to stop.
    void run(Path home);
}
