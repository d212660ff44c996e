package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.merkle.Merkle;

/// A log's state as the disk has it: signed part from register and tiles, the rest from the write-ahead log.
record Recovered(
        Register register, WriteAheadLog wal, RequestIds requestIds, Publication publication, List<Closeable> opened)
        implements Closeable {

    static Recovered read(LogFiles files, String origin) throws IOException {
        for (Path directory : List.of(files.wal(), files.temporary(), files.tiles())) {
            files.createDirectories(directory);
        }
        for (Path leftover : files.disk().list(files.temporary())) {
            files.disk().delete(leftover);
        }
        if (!files.disk().exists(files.register())) {
            begin(files, TransparencyLog.originHash(origin));
        }
        List<Closeable> opened = new ArrayList<>();
        boolean whole = false;
        try {
            Recovered recovered = read(files, origin, opened);
            whole = true;
            return recovered;
        } finally {
            if (!whole) {
                for (Closeable closeable : opened) {
                    closeable.close();
                }
            }
        }
    }

    private static Recovered read(LogFiles files, String origin, List<Closeable> opened) throws IOException {
        Register register = Register.open(files, TransparencyLog.originHash(origin));
        opened.add(register);
        SignedState signed = register.state();
        Publication publication = Publication.load(new TileStore(files), signed);
        RequestIds requestIds = RequestIds.open(files, signed.size(), signed.requestIdsCrc());
        opened.add(requestIds);
        WriteAheadLog.Scan scan = WriteAheadLog.scan(files);
        boolean reaches = scan.endIndex() >= signed.size()
                && (scan.records().isEmpty() || scan.records().getFirst().firstIndex() <= signed.size());
        if (!reaches) {
            throw new LedgerException(
                    Fault.REGISTER_AHEAD, "write-ahead log ends at " + scan.endIndex(), "signed " + signed.size());
        }
        WriteAheadLog wal = WriteAheadLog.open(files, scan);
        opened.add(wal);
        for (WalRecord walRecord : scan.records()) {
            long index = walRecord.firstIndex();
            for (Addition addition : walRecord.additions()) {
                if (index++ >= signed.size()) {
                    requestIds.add(addition.id());
                    publication.accept(addition.entry());
                }
            }
        }
        return new Recovered(register, wal, requestIds, publication, opened);
    }

    /// A directory without a register is a new log only where nothing of an old one is left.
    private static void begin(LogFiles files, Hash originHash) throws IOException {
        boolean traces = files.disk().exists(files.checkpoint())
                || !files.disk().list(files.wal()).isEmpty()
                || !files.disk().list(files.tiles()).isEmpty();
        if (traces) {
            throw new LedgerException(Fault.REGISTER_CORRUPT, "missing");
        }
        Register.create(files, originHash, new SignedState(0, Merkle.EMPTY_ROOT, 0));
    }

    @Override
    public void close() throws IOException {
        register.close();
        requestIds.close();
        wal.close();
    }
}
