package org.entente.find;

import org.entente.kernel.Code;

/// Error codes of find, 2400 to 2499. Those of kind PEER and LAW also cross the wire as the reason of a refusal.
public enum FindCode implements Code {
    /// A message, a body or an element that is not of the form of `spec/find.md`. Fact: what.
    FIND_MESSAGE_MALFORMED(2400, Kind.PEER),
    /// No such set, or its key was destroyed.
    FIND_KEY_UNKNOWN(2402, Kind.PEER),
    /// The set was not received whole and accepted yet.
    FIND_KEY_NOT_ACCEPTED(2403, Kind.PEER),
    FIND_QUOTA_SPENT(2404, Kind.LAW),
    /// A batch number that stands for other bytes already.
    FIND_BATCH_CONFLICT(2405, Kind.PEER),
    FIND_NOT_PERMITTED(2406, Kind.LAW),
    /// Fact: why.
    FIND_PEER_AWAY(2407, Kind.PEER),
    /// The peer's answer is worth nothing. Fact: why.
    FIND_ANSWER_REFUSED(2408, Kind.PEER),
    /// A second key for one epoch, an old epoch, or a set that is not the announced one. Fact: what.
    FIND_ANNOUNCEMENT_REFUSED(2409, Kind.PEER),
    /// The peer has published nothing for this. Facts: key type, purpose.
    FIND_NOTHING_PUBLISHED(2410, Kind.CALLER),
    /// Facts: found, most.
    FIND_TOO_MANY_VALUES(2411, Kind.CALLER),
    /// None of the values can be read as the key type. Fact: key type.
    FIND_NO_VALUE(2412, Kind.CALLER),
    FIND_QUERY_UNKNOWN(2413, Kind.CALLER),
    /// Fact: the operating system's words.
    FIND_FILE_FAILED(2414, Kind.STORAGE),
    /// The request was made more than five minutes from now, by the holder's clock.
    FIND_OFF_TIME(2415, Kind.PEER),
    /// So many refusals were signed for the peer today that no more are.
    FIND_REFUSALS_SPENT(2416, Kind.PEER),
    /// The answer came when what opens it was gone: hits cannot be recovered.
    FIND_ANSWER_LOST(2417, Kind.OURS),
    /// More tags than one answer carries. Facts: key type, found, most.
    FIND_SET_TOO_LARGE(2418, Kind.CALLER),
    /// One publication at a time.
    FIND_PUBLICATION_RUNNING(2419, Kind.CALLER),
    /// The agreement opens no key type to the purpose. Fact: purpose.
    FIND_PURPOSE_CLOSED(2420, Kind.CALLER),
    FIND_PUBLICATION_UNKNOWN(2421, Kind.CALLER),
    FIND_PUBLICATION_FAILED(2422, Kind.OURS);

    private final int number;
    private final Kind kind;

    FindCode(int number, Kind kind) {
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
