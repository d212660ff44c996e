package org.entente.agreement;

import org.entente.kernel.Code;

/// Error codes of agreement, 1300 to 1399.
public enum AgreementCode implements Code {
    AGREEMENT_UNKNOWN(1300, Kind.CALLER),
    AGREEMENT_MEASURE_UNKNOWN(1301, Kind.CALLER),
    AGREEMENT_FACT_UNDECLARED(1302, Kind.CALLER),
    AGREEMENT_FACT_UNFIT(1303, Kind.CALLER),
    AGREEMENT_TERM_UNKNOWN(1304, Kind.CALLER),
    AGREEMENT_CLOCK_EXHAUSTED(1305, Kind.LAW),
    /// Facts: folder, file.
    PACK_FILE_MISSING(1310, Kind.OURS),
    /// Facts: file, what exceeds, the limit.
    PACK_TOO_LARGE(1311, Kind.OURS),
    /// Facts: file, line, the parser's words.
    PACK_SYNTAX(1312, Kind.OURS),
    /// Facts: file, line, path, missing key.
    PACK_KEY_MISSING(1313, Kind.OURS),
    /// Facts: file, line, path, unknown key, keys allowed.
    PACK_KEY_UNKNOWN(1314, Kind.OURS),
    /// Facts: file, line, path, value found, what is expected.
    PACK_VALUE(1315, Kind.OURS),
    /// Facts: file, line, path, name, which list should declare it, nearest declared name.
    PACK_REFERENCE(1316, Kind.OURS),
    /// Facts: file, line, path, key that stands twice.
    PACK_DUPLICATE(1317, Kind.OURS),
    /// Facts: number of problems, the first of them in English.
    PACK_BROKEN(1318, Kind.OURS),
    /// Facts: the key or file whose signature is wrong.
    PACK_UNSIGNED(1319, Kind.LAW),
    /// Facts: file, line, what is wrong.
    RULING_TABLE_BROKEN(1320, Kind.OURS),
    /// Facts: agreement, the hash of the pack.
    AGREEMENT_VERSION_UNKNOWN(1321, Kind.OURS),
    /// A kept pack has other bytes than its name says, or is not whole. Facts: the hash of the pack.
    PACK_NOT_WHOLE(1322, Kind.OURS),
    /// Facts: the proposed version, the one in force.
    AGREEMENT_VERSION_NOT_NEW(1323, Kind.LAW),
    /// Facts: the parties or the agreement here, those of the pack.
    AGREEMENT_OTHER_PARTIES(1324, Kind.LAW),
    /// Facts: the day, the first and the last that are possible.
    AGREEMENT_DAY_UNFIT(1325, Kind.LAW),
    /// Facts: the hash of the pack.
    AGREEMENT_PROPOSAL_UNKNOWN(1326, Kind.CALLER),
    /// Facts: version, state.
    AGREEMENT_NOT_IN_THIS_STATE(1327, Kind.CALLER),
    /// Facts: version.
    AGREEMENT_SAME_OFFICER(1328, Kind.CALLER),
    /// The other node's word about the law, or its signature, is not what it must be. Facts: body type.
    AGREEMENT_WORD_BROKEN(1329, Kind.PEER),
    /// Facts: how many of the other party's proposals that came to nothing are taken, in how many days.
    AGREEMENT_PROPOSALS_SPENT(1330, Kind.LAW);

    private final int number;
    private final Kind kind;

    AgreementCode(int number, Kind kind) {
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
