package org.entente.db;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entente.kernel.EntenteException;

/// PostgreSQL refuses user id 0. As root the server runs under `setpriv` as user 65534 where that user can reach its
/// folder, else in a user namespace, in which root's own files stay reachable and its powers are gone.
enum RootDrop {
    NOT_ROOT,
    SETPRIV,
    USER_NAMESPACE;

    /// nobody on Debian, Red Hat and Alpine alike.
    private static final int UNPRIVILEGED_ID = 65534;

    private List<String> prefix() {
        return switch (this) {
            case NOT_ROOT -> List.of();
            case SETPRIV ->
                List.of(
                        "setpriv",
                        "--reuid=" + UNPRIVILEGED_ID,
                        "--regid=" + UNPRIVILEGED_ID,
                        "--clear-groups",
                        "--no-new-privs");
            case USER_NAMESPACE -> List.of("unshare", "--user");
        };
    }

    Command command(Path directory) {
        return new Command(directory, prefix());
    }

    /// Chooses once for a folder and sets its owner: a folder that already belongs to one of the two users stays so.
    static RootDrop choose(Path directory, Path postgres) throws IOException {
        var user = new UnixSystem();
        if (user.getUid() != 0) {
            // initdb refuses a user id without a name, as some containers run; a user namespace shows "nobody".
            boolean nameless = user.getUsername() == null;
            return nameless && USER_NAMESPACE.works(directory, postgres) ? USER_NAMESPACE : NOT_ROOT;
        }
        boolean hasCluster = Files.exists(directory.resolve(EmbeddedPostgres.CLUSTER));
        boolean ownedByRoot = Files.getAttribute(directory, "unix:uid").equals(0);
        if (!(hasCluster && ownedByRoot)) {
            own(directory, UNPRIVILEGED_ID);
            if (SETPRIV.works(directory, postgres)) {
                return SETPRIV;
            }
        }
        if (!hasCluster || ownedByRoot) {
            own(directory, 0);
            if (USER_NAMESPACE.works(directory, postgres)) {
                return USER_NAMESPACE;
            }
        }
        throw new EntenteException(DatabaseCode.DATABASE_ROOT, directory.toString());
    }

    private boolean works(Path directory, Path postgres) {
        var words = List.of(
                "sh",
                "-c",
                "test -w \"$1\" && exec \"$2\" --version",
                "probe",
                directory.toString(),
                postgres.toString());
        // From "/": a working directory that the other user cannot enter would fail for the wrong reason.
        return new Command(Path.of("/"), prefix()).run(Limits.PROBE, words).succeeded();
    }

    private static void own(Path directory, int id) throws IOException {
        Files.setAttribute(directory, "unix:uid", id);
        Files.setAttribute(directory, "unix:gid", id);
    }
}
