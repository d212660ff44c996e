package org.entente.exchange;

import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.json.Json;

/// `POST /peer/v1/envelopes`: 200 with the receipt, 409 with `{"expected":<number>}`, else `{"code":"..."}`.
public final class HttpEnvelopeTransport implements EnvelopeTransport {
    private static final int DONE = 200;
    private static final int CONFLICT = 409;

    private final PeerClient client;

    public HttpEnvelopeTransport(PeerClient client) {
        this.client = client;
    }

    @Override
    public Reply deliver(Peer peer, Bytes cover) {
        return switch (client.post(peer, "envelopes", cover, Limits.ERROR_BYTES)) {
            case PeerReply.Away away -> new Reply.NotTaken(away.reason());
            case PeerReply.Answered answered when answered.status() == DONE -> new Reply.Receipted(answered.body());
            case PeerReply.Answered answered -> refusal(answered);
        };
    }

    private static Reply refusal(PeerReply.Answered answered) {
        try {
            Json.Members members = Json.parseMembers(answered.body().toArray(), Limits.ERROR_BYTES);
            if (answered.status() == CONFLICT) {
                return new Reply.Gap(members.reader().whole("expected", 1, Json.WHOLE_MAX));
            }
            return new Reply.NotTaken(answered.status() + " " + members.reader().text("code", 60));
        } catch (EntenteException _) {
            return new Reply.NotTaken("HTTP " + answered.status());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
