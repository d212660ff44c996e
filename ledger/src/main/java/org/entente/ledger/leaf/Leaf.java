package org.entente.ledger.leaf;

import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// The two forms an entry has (`spec/leaf.md`), as strict JSON of at most 4 KiB. `time` is in seconds since 1970.
public sealed interface Leaf {
    long VERSION = 1;

    Hash commitment();

    long time();

    Octets bytes();

    /// Something that crossed between two parties: the commitment and the facts both sides know anyway.
    /// `messageId` is 32 lower-case hex digits, `peer` the other party's code, `sequence` counts per peer from 1,
    /// `envelope` is the SHA-256 of the envelope's signed header.
    record Exchange(
            Hash commitment,
            Direction direction,
            Hash envelope,
            String messageId,
            String peer,
            long sequence,
            long time)
            implements Leaf {
        public Exchange {
            boolean sound = messageId.matches("[0-9a-f]{32}")
                    && peer.matches("[A-Z]{2,8}")
                    && sequence >= 1
                    && sequence <= Json.WHOLE_MAX
                    && isTime(time);
            if (!sound) {
                throw new LedgerException(Fault.LEAF_MALFORMED, "exchange leaf");
            }
        }

        @Override
        public Octets bytes() {
            return Json.members()
                    .with("c", commitment.base64Url())
                    .with("d", direction.letter())
                    .with("e", envelope.base64Url())
                    .with("m", messageId)
                    .with("p", peer)
                    .with("q", sequence)
                    .with("t", time)
                    .with("v", VERSION)
                    .build()
                    .encode();
        }
    }

    /// Anything done at home: nothing but the commitment, the time and the version.
    record Duty(Hash commitment, long time) implements Leaf {
        public Duty {
            if (!isTime(time)) {
                throw new LedgerException(Fault.LEAF_MALFORMED, "duty leaf");
            }
        }

        @Override
        public Octets bytes() {
            return Json.members()
                    .with("c", commitment.base64Url())
                    .with("t", time)
                    .with("v", VERSION)
                    .build()
                    .encode();
        }
    }

    /// As seen from the log's own party.
    enum Direction {
        SENT("s"),
        RECEIVED("r");

        private final String letter;

        Direction(String letter) {
            this.letter = letter;
        }

        String letter() {
            return letter;
        }
    }

    static Leaf parse(byte[] bytes) {
        Json.Members members = Json.parseMembers(bytes, Limits.LEAF_BYTES);
        if (members.whole("v") != VERSION) {
            throw new LedgerException(Fault.LEAF_MALFORMED, "version");
        }
        Hash commitment = Hash.fromBase64Url(members.text("c"));
        if (!members.has("d")) {
            members.requireNames("c", "t", "v");
            return new Duty(commitment, members.whole("t"));
        }
        members.requireNames("c", "d", "e", "m", "p", "q", "t", "v");
        return new Exchange(
                commitment,
                direction(members.text("d")),
                Hash.fromBase64Url(members.text("e")),
                members.text("m"),
                members.text("p"),
                members.whole("q"),
                members.whole("t"));
    }

    private static Direction direction(String letter) {
        for (Direction direction : Direction.values()) {
            if (direction.letter().equals(letter)) {
                return direction;
            }
        }
        throw new LedgerException(Fault.LEAF_MALFORMED, "direction");
    }

    private static boolean isTime(long time) {
        return time >= 0 && time <= Limits.TIME_SECONDS;
    }
}
