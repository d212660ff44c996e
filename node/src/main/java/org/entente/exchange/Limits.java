package org.entente.exchange;

import java.time.Duration;

/// Sizes and times of the room. Public for the peer door, which must refuse before it reads.
public final class Limits {
    /// One body before sealing. Larger files are a later issue; a release of 1,000 statements is below 700 KB.
    public static final int BODY_BYTES = 1 << 20;
    /// A header names two institutions, a basis, a purpose and handling codes: well below 2 KiB; room for longer
    /// keys.
    static final int HEADER_BYTES = 8 << 10;
    /// Header, one signature line, blank lines.
    static final int NOTE_BYTES = HEADER_BYTES + (2 << 10);
    /// Note, ciphertext and the 16-byte tag of AES-GCM.
    public static final int ENVELOPE_BYTES = NOTE_BYTES + 1 + BODY_BYTES + 16;
    /// An envelope in base64 (4/3), a leaf (4 KiB) and a proof with cosignatures (16 KiB).
    public static final int COVER_BYTES = ENVELOPE_BYTES / 3 * 4 + (64 << 10);
    static final int RECEIPT_BYTES = 8 << 10;
    /// 64 institutions at about 250 bytes, a certificate, five verifier keys.
    public static final int PARTY_FILE_BYTES = 64 << 10;
    static final int INSTITUTIONS = 64;
    /// C2SP tlog-witness: 63 proof lines and a note.
    public static final int WITNESS_BYTES = 64 << 10;
    /// A leaf and a proof in strict JSON; a checkpoint has at most 64 lines.
    public static final int ENTRY_BYTES = 64 << 10;
    /// A tag set of a million subjects at 80 bytes each.
    public static final int FIND_BYTES = 96 << 20;
    /// Refusals and problems are short.
    public static final int ERROR_BYTES = 16 << 10;

    /// Clocks never decide order; a header from further ahead than this was made by a broken clock.
    static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    static final Duration EXPIRY_MAX = Duration.ofDays(366);
    /// First and last bound of the sender's full-jitter backoff (ledger reference 3.2).
    static final Duration BACKOFF_FIRST = Duration.ofSeconds(1);

    static final Duration BACKOFF_LAST = Duration.ofMinutes(5);
    /// How long the sender sleeps when nothing nudges it: a leaf becomes signed without telling us.
    static final Duration SENDER_IDLE = Duration.ofMillis(500);
    /// While a leaf is on its way to a signed checkpoint, which a loaded log makes every 100 ms.
    static final Duration EVIDENCE_POLL = Duration.ofMillis(25);

    static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    static final Duration REQUEST_PATIENCE = Duration.ofSeconds(60);

    /// One parcel: an hour of interview on video at 1 Mbit/s is 450 MB, a case file of 2,000 scanned pages 200 MB.
    public static final long PARCEL_BYTES = 512L << 20;
    /// Of a parcel, before it is sealed: 64 MiB of heap hold a few of them; a call of 1 MiB spends 0.1 % on its head.
    static final int CHUNK_BYTES = 1 << 20;
    /// All own parcels whose envelopes have not left, together: eight of the largest.
    static final long UNSENT_BYTES = 4L << 30;
    /// All parcels of a peer that are on their way, or came and were announced in [#AWAITED_PERIOD]:
    /// forty of the largest, three case files of 200 MB a day. Over a longer time the disk's reserve
    /// bounds them: an honest peer is never shut out for good.
    static final long AWAITED_BYTES = 20L << 30;

    static final Duration AWAITED_PERIOD = Duration.ofDays(30);
    /// What parcels leave free on the disk, which the database and the logs share.
    static final long SPACE_RESERVE_BYTES = 512L << 20;
    /// Files sealed at once; each holds five chunks in memory.
    static final int SEALING_AT_ONCE = 4;
    /// Chunks served to peers at once; a peer fetches one after the other.
    static final int SERVING_AT_ONCE = 4;
    /// Parcels of the peer's looked at in a turn, oldest first.
    static final int PARCELS_A_TURN = 1_000;
    /// A turn of fetching ends after the chunk under way: a node that stops waits no longer.
    static final Duration PARCEL_TURN = Duration.ofSeconds(5);
    static final Duration PARCEL_BACKOFF_LAST = Duration.ofMinutes(1);

    private Limits() {}
}
