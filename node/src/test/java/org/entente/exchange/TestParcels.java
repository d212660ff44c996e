package org.entente.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.PeerParty;
import org.entente.keys.TestKeyring;

/// A node's parcels in a folder of its own, and a wire to another node's without a network.
public final class TestParcels implements AutoCloseable {
    public final Parcels parcels;
    public final Path folder;
    private final Clock clock;

    public TestParcels(Database database, Clock clock) {
        try {
            folder = Files.createTempDirectory("entente-test-parcels-");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        this.clock = clock;
        parcels = new Parcels(database, TestKeyring.in(folder), folder.resolve("parcels"), clock);
    }

    /// One turn of fetching from a node.
    ///
    /// @return how many chunks came
    public int pullFrom(PeerParty own, TestParcels other) {
        PeerParcels door = new PeerParcels((_, _, _, _) -> new PeerReply.Away("nobody"), other.parcels, clock);
        PeerParcels fetching = new PeerParcels(
                (AgreementId _, String path, Bytes request, int _) ->
                        new PeerReply.Answered(200, door.serve(own, path.substring(path.indexOf('/') + 1), request)),
                parcels,
                clock);
        return fetching.pull();
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
