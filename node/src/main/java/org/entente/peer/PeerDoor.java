package org.entente.peer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.entente.exchange.ExchangeCode;
import org.entente.exchange.Inbox;
import org.entente.exchange.Limits;
import org.entente.exchange.Nudges;
import org.entente.exchange.PeerEntries;
import org.entente.exchange.PeerFindDesk;
import org.entente.exchange.PeerParcels;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.kernel.json.Json;
import org.entente.prove.WitnessDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The five things the other party's node may ask for. A call that gets this far is the peer's; what it may do is
/// settled below.
@RestController
public class PeerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PeerDoor.class);
    /// A tag set and its answer are held in memory while they are served.
    private static final int FIND_CALLS = 4;

    private static final int CONFLICT = 409;
    private static final MediaType SIZE = MediaType.valueOf("text/x.tlog.size");

    private final Inbox inbox;
    private final PeerEntries entries;
    private final WitnessDesk witness;
    private final PeerFindDesk find;
    private final PeerParcels parcels;
    private final Nudges nudges;
    private final Semaphore findCalls = new Semaphore(FIND_CALLS);

    public PeerDoor(
            Inbox inbox,
            PeerEntries entries,
            WitnessDesk witness,
            PeerFindDesk find,
            PeerParcels parcels,
            Nudges nudges) {
        this.inbox = inbox;
        this.entries = entries;
        this.witness = witness;
        this.find = find;
        this.parcels = parcels;
        this.nudges = nudges;
    }

    @PostMapping("/peer/v1/envelopes")
    ResponseEntity<byte[]> serveEnvelope(@AuthenticationPrincipal PeerParty peer, HttpServletRequest request) {
        return answer(peer, () -> switch (inbox.accept(peer, read(request, Limits.COVER_BYTES))) {
            case Inbox.Acceptance.Receipted receipted -> bytes(200, receipted.receipt());
            case Inbox.Acceptance.Gap gap -> json(409, Json.members().with("expected", gap.expectedSequence()));
        });
    }

    @PostMapping("/peer/v1/witness/add-checkpoint")
    ResponseEntity<byte[]> serveCheckpoint(@AuthenticationPrincipal PeerParty peer, HttpServletRequest request) {
        return answer(peer, () -> {
            Bytes body = Bytes.of(read(request, Limits.WITNESS_BYTES));
            WitnessDesk.Reply reply = witness.addCheckpoint(peer, body);
            return ResponseEntity.status(reply.status())
                    .contentType(reply.status() == CONFLICT ? SIZE : MediaType.TEXT_PLAIN)
                    .body(reply.body().toArray());
        });
    }

    @PostMapping("/peer/v1/entries")
    ResponseEntity<byte[]> serveEntry(@AuthenticationPrincipal PeerParty peer, HttpServletRequest request) {
        return answer(peer, () -> bytes(200, entries.serve(peer, Bytes.of(read(request, Limits.ERROR_BYTES)))));
    }

    @PostMapping("/peer/v1/parcels/{operation}")
    ResponseEntity<byte[]> serveParcel(
            @AuthenticationPrincipal PeerParty peer, @PathVariable String operation, HttpServletRequest request) {
        return answer(peer, () -> {
            Bytes body = Bytes.of(read(request, Limits.ERROR_BYTES));
            return bytes(200, parcels.serve(peer, operation, body));
        });
    }

    @PostMapping("/peer/v1/find/{operation}")
    ResponseEntity<byte[]> serveFind(
            @AuthenticationPrincipal PeerParty peer, @PathVariable String operation, HttpServletRequest request) {
        if (!findCalls.tryAcquire()) {
            return code(503, PeerCode.PEER_BUSY.name());
        }
        try {
            return answer(peer, () -> {
                Bytes body = Bytes.of(read(request, Limits.FIND_BYTES));
                return bytes(200, find.serve(peer, operation, body));
            });
        } finally {
            findCalls.release();
        }
    }

    private ResponseEntity<byte[]> answer(PeerParty peer, Supplier<ResponseEntity<byte[]>> work) {
        nudges.peerSeen(peer.agreement());
        try {
            return work.get();
        } catch (EntenteException refused) {
            LOG.info("{}: {}", peer.label(), refused.code());
            return switch (refused.code().kind()) {
                case PEER, CALLER, LAW ->
                    code(status(refused.code()), refused.code().name());
                case OURS, STORAGE -> code(503, refused.code().name());
            };
        } catch (RuntimeException broken) {
            // A fault of this program: the peer learns that there is one and nothing about it, and tries again.
            LOG.error("{}: serving failed", peer.label(), broken);
            return code(503, "INTERNAL");
        }
    }

    private static int status(Code refused) {
        if (refused == PeerCode.PEER_REQUEST_TOO_LARGE) {
            return 413;
        }
        return refused == ExchangeCode.ENTRY_NOT_COSIGNED ? CONFLICT : 422;
    }

    private static byte[] read(HttpServletRequest request, int bytesMax) {
        try {
            if (request.getContentLengthLong() > bytesMax) {
                throw new EntenteException(PeerCode.PEER_REQUEST_TOO_LARGE, Integer.toString(bytesMax));
            }
            byte[] body = request.getInputStream().readNBytes(bytesMax + 1);
            if (body.length > bytesMax) {
                throw new EntenteException(PeerCode.PEER_REQUEST_TOO_LARGE, Integer.toString(bytesMax));
            }
            return body;
        } catch (IOException cutOff) {
            throw new EntenteException(PeerCode.PEER_CUT_OFF, cutOff);
        }
    }

    private static ResponseEntity<byte[]> bytes(int status, Bytes body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(body.toArray());
    }

    private static ResponseEntity<byte[]> json(int status, Json.MembersBuilder members) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(members.build().encode().toArray());
    }

    private static ResponseEntity<byte[]> code(int status, String name) {
        return json(status, Json.members().with("code", name));
    }
}
