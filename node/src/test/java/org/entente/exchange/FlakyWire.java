package org.entente.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// Carries covers into the other node's inbox and loses, repeats and reorders as the seed says: a cover may be
/// lost on the way, the answer may be lost on the way back, and old covers come again at any later time.
final class FlakyWire implements EnvelopeTransport {
    private final TestNode receiver;
    private final TestNode sender;
    private final RandomGenerator random;
    private final double trouble;
    private final List<Bytes> seen = new ArrayList<>();

    FlakyWire(TestNode sender, TestNode receiver, RandomGenerator random, double trouble) {
        this.sender = sender;
        this.receiver = receiver;
        this.random = random;
        this.trouble = trouble;
    }

    /// Nothing is ever lost.
    static FlakyWire sound(TestNode sender, TestNode receiver) {
        return new FlakyWire(sender, receiver, RandomGenerator.of("L64X128MixRandom"), 0);
    }

    @Override
    public Reply deliver(Peer peer, Bytes cover) {
        if (!seen.isEmpty() && random.nextDouble() < trouble) {
            answer(seen.get(random.nextInt(seen.size())));
        }
        if (random.nextDouble() < trouble) {
            if (random.nextBoolean()) {
                seen.add(cover);
            }
            return new Reply.NotTaken("lost on the way");
        }
        seen.add(cover);
        Reply reply = answer(cover);
        return random.nextDouble() < trouble ? new Reply.NotTaken("answer lost") : reply;
    }

    private Reply answer(Bytes cover) {
        try {
            return switch (receiver.inbox.accept(
                    sender.party.asPeer(sender.clock).party(), cover.toArray())) {
                case Inbox.Acceptance.Receipted receipted -> new Reply.Receipted(receipted.receipt());
                case Inbox.Acceptance.Gap gap -> new Reply.Gap(gap.expectedSequence());
            };
        } catch (EntenteException refused) {
            return new Reply.NotTaken(refused.code().name());
        }
    }
}
