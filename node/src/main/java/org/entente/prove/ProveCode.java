package org.entente.prove;

import org.entente.kernel.Code;

/// Error codes of prove, 1400 to 1499.
public enum ProveCode implements Code {
    /// The log on disk holds less than the database knows to stand there. Facts: log, entries on disk, entries known.
    PROVE_LOG_BEHIND(1400, Kind.STORAGE),
    /// The files of the log, or its key, are not those it was begun with. Facts: log, the ledger's fault.
    PROVE_LOG_REFUSED(1401, Kind.STORAGE);

    private final int number;
    private final Kind kind;

    ProveCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
