package org.entente.find;

import java.util.function.Supplier;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Frames;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OutboxState;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PeerReply;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// The link over the exchange room. The inbox comes late, because it is made with the desks and this is one of them.
public final class ExchangeLink implements PeerLink {
    private static final int DONE = 200;
    private static final int TOO_LARGE = 413;
    private static final int REFUSED = 422;
    private static final int ERROR_BYTES = 16 << 10;

    private final Party own;
    private final PeerDirectory directory;
    private final Frames frames;
    private final PeerClient client;
    private final Outbox outbox;
    private final Supplier<Inbox> inbox;

    public ExchangeLink(
            Party own,
            PeerDirectory directory,
            Frames frames,
            PeerClient client,
            Outbox outbox,
            Supplier<Inbox> inbox) {
        this.own = own;
        this.directory = directory;
        this.frames = frames;
        this.client = client;
        this.outbox = outbox;
        this.inbox = inbox;
    }

    @Override
    public Party own() {
        return own;
    }

    @Override
    public Party peer(AgreementId agreement) {
        return directory.require(agreement).file().party();
    }

    @Override
    public Bytes sign(AgreementId agreement, String kind, Json.Members content, Bytes payload) {
        return frames.sign(agreement, kind, content, payload);
    }

    @Override
    public SignedFrame open(AgreementId agreement, String kind, Bytes frame) {
        return frames.open(agreement, kind, frame);
    }

    @Override
    public Bytes call(AgreementId agreement, String operation, Bytes request) {
        return switch (client.post(agreement, "find/" + operation, request)) {
            case PeerReply.Answered answered when answered.status() == DONE -> answered.body();
            case PeerReply.Answered answered
            when answered.status() == REFUSED || answered.status() == TOO_LARGE -> throw refused(answered);
            // Whatever else stands between the two nodes, it passes: a pin, a proxy, a busy door.
            case PeerReply.Answered answered ->
                throw new EntenteException(FindCode.FIND_PEER_AWAY, "HTTP " + answered.status());
            case PeerReply.Away away -> throw new EntenteException(FindCode.FIND_PEER_AWAY, away.reason());
        };
    }

    /// The door's own "no", with its code where it can be read.
    private static EntenteException refused(PeerReply.Answered answered) {
        String code;
        try {
            MemberReader reader =
                    Json.parseMembers(answered.body().toArray(), ERROR_BYTES).reader();
            code = reader.text("code", 60);
        } catch (EntenteException unreadable) {
            code = "HTTP " + answered.status();
        }
        return code.equals(FindCode.FIND_KEY_UNKNOWN.name())
                ? new EntenteException(FindCode.FIND_KEY_UNKNOWN, "")
                : new EntenteException(FindCode.FIND_ANSWER_REFUSED, code);
    }

    @Override
    public EnvelopeId send(Tx tx, Dispatch dispatch) {
        return outbox.put(tx, dispatch);
    }

    @Override
    public boolean isDelivered(EnvelopeId id) {
        return switch (outbox.state(id)) {
            case OutboxState.Delivered _ -> true;
            case OutboxState.Queued _, OutboxState.Sent _, OutboxState.Refused _, OutboxState.Expired _ -> false;
        };
    }

    @Override
    public Bytes open(Tx tx, EnvelopeId id, InstitutionId by) {
        return inbox.get().open(tx, id, by);
    }
}
