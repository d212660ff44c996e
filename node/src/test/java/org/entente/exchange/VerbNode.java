package org.entente.exchange;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entente.kernel.EntenteException;
import org.entente.prove.Ledger;

/// A paired node with the desk of one verb: its outbox, inbox, seals, receipts and log are the real ones; only the wire
/// is a method call.
public final class VerbNode {
    private final TestNode node;
    public final Outbox outbox;
    public final Inbox inbox;

    /// `desk` is given this node's ledger and may ask for [#inbox] when something arrives.
    public VerbNode(TestNode node, Function<VerbNode, Desk> desk) {
        this.node = node;
        this.outbox = node.outbox;
        this.inbox = new Inbox(
                node.database, node.directory, node.ledger, node.party, node.clock, List.of(desk.apply(this)));
    }

    public Ledger ledger() {
        return node.ledger;
    }

    public Clock clock() {
        return node.clock;
    }

    /// Everything queued goes to the other node; what its desk refuses stays refused.
    public void deliverTo(VerbNode other) {
        EnvelopeTransport wire = (peer, cover) -> {
            try {
                return switch (other.inbox.accept(node.party.asPeer(node.clock).party(), cover.toArray())) {
                    case Inbox.Acceptance.Receipted receipted ->
                        new EnvelopeTransport.Reply.Receipted(receipted.receipt());
                    case Inbox.Acceptance.Gap gap -> new EnvelopeTransport.Reply.Gap(gap.expectedSequence());
                };
            } catch (EntenteException refused) {
                return new EnvelopeTransport.Reply.NotTaken(refused.code().name());
            }
        };
        Sender sender = node.sender(wire, RandomGenerator.of("L64X128MixRandom"));
        while (!sender.step().equals(Limits.SENDER_IDLE)) {
            node.nudges.queued(TestParty.AGREEMENT);
        }
    }
}
