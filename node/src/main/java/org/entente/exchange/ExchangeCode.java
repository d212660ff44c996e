package org.entente.exchange;

import org.entente.kernel.Code;

/// Error codes of exchange, 1600 to 1699.
public enum ExchangeCode implements Code {
    ENVELOPE_MALFORMED(1600, Kind.PEER),
    ENVELOPE_FORGED(1601, Kind.PEER),
    /// Another agreement, party or institution than ours. Fact: which.
    ENVELOPE_AUDIENCE(1602, Kind.PEER),
    ENVELOPE_TOO_LARGE(1603, Kind.CALLER),
    /// An id or sequence number that stands for other bytes already.
    ENVELOPE_CONFLICT(1604, Kind.PEER),
    ENVELOPE_UNKNOWN(1605, Kind.CALLER),
    /// The sealed body does not open, or its key is not the one the header commits to.
    BODY_UNSEAL_FAILED(1606, Kind.PEER),
    BODY_DESTROYED(1607, Kind.CALLER),
    COVER_REFUSED(1608, Kind.PEER),
    RECEIPT_REFUSED(1609, Kind.PEER),
    PARTY_FILE_MALFORMED(1610, Kind.CALLER),
    PARTY_FILE_FINGERPRINT(1611, Kind.CALLER),
    PARTY_FILE_OWN(1612, Kind.CALLER),
    PIN_SAME_OFFICER(1613, Kind.CALLER),
    PIN_NOT_PROPOSED(1614, Kind.CALLER),
    PEER_UNKNOWN(1615, Kind.CALLER),
    /// The pinned party file names no such institution, or its key has expired. Fact: the institution.
    INSTITUTION_KEY_UNKNOWN(1616, Kind.CALLER),
    INSTITUTION_KEY_EXPIRED(1617, Kind.CALLER),
    PEER_AWAY(1618, Kind.PEER),
    PEER_ANSWER_TOO_LARGE(1619, Kind.PEER),
    ENVELOPE_EXPIRY(1620, Kind.CALLER),
    TLS_UNUSABLE(1621, Kind.OURS),
    /// The other side works under another pack of the agreement. Fact: its hash.
    PARTY_FILE_PACK(1622, Kind.CALLER),
    PARTY_FILE_CERTIFICATE(1623, Kind.CALLER),
    /// A message of a synchronous call. Fact: what.
    FRAME_MALFORMED(1630, Kind.PEER),
    FRAME_FORGED(1631, Kind.PEER),
    /// The peer asks for an entry that no cosigned checkpoint of ours covers yet.
    ENTRY_NOT_COSIGNED(1632, Kind.PEER),
    /// The peer's log does not show what it must. Facts: envelope id, why.
    PEER_ENTRY_REFUSED(1640, Kind.PEER),
    /// Fact: how many MiB a file may have.
    PARCEL_TOO_LARGE(1650, Kind.CALLER),
    /// The folder of parcels cannot be read or written. Fact: what the system said.
    PARCEL_STORAGE(1651, Kind.STORAGE),
    /// The stream of a file that was brought ended too early.
    PARCEL_CUT_OFF(1652, Kind.CALLER),
    /// Facts: the folder, how many MiB stay free.
    PARCEL_SPACE(1653, Kind.STORAGE),
    /// Fact: id.
    PARCEL_UNKNOWN(1654, Kind.CALLER),
    /// What lies on this disk does not open. Facts: id, number of the chunk.
    PARCEL_BROKEN(1655, Kind.STORAGE),
    /// Fact: id.
    PARCEL_NOT_HERE(1656, Kind.CALLER),
    /// The peer announces an id a second time. Fact: id.
    PARCEL_TAKEN(1657, Kind.PEER),
    /// Fact: how many files are taken in at once.
    PARCEL_BUSY(1658, Kind.STORAGE),
    /// Fact: how many MiB those that have not left may have together.
    PARCEL_UNSENT(1659, Kind.CALLER),
    /// Too many chunks are served at this moment.
    PARCEL_SERVING(1660, Kind.OURS),
    /// Facts: how many MiB of a peer's files are taken, in how many days.
    PARCEL_AWAITED(1661, Kind.PEER);

    private final int number;
    private final Kind kind;

    ExchangeCode(int number, Kind kind) {
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
