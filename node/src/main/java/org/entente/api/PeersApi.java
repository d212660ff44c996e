package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.exchange.PartyFile;
import org.entente.exchange.PeerDirectory;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Pairing with the other party's node: two operators, one fingerprint that came by another way. A proposal's id is its
/// agreement.
@RestController
public class PeersApi {
    public record PartyFileView(String partyFile, String fingerprint) {}

    @Schema(name = "PeerProposal")
    public record Proposal(String partyFile, String fingerprint) {}

    @Schema(name = "PeerConfirmation")
    public record Confirmation(String fingerprint) {}

    @Schema(name = "PeerEntry")
    public record PeerView(String id, String state, String fingerprint, String party) {}

    private final PeerDirectory peers;
    private final AgreementId agreement;

    public PeersApi(PeerDirectory peers, AgreementId agreement) {
        this.peers = peers;
        this.agreement = agreement;
    }

    @GetMapping("/v1/party-file")
    PartyFileView partyFile(@AuthenticationPrincipal Officer officer) {
        Bytes file = peers.exportPartyFile(officer, agreement);
        return new PartyFileView(new String(file.toArray(), StandardCharsets.UTF_8), PartyFile.fingerprint(file));
    }

    @PostMapping("/v1/peers")
    @ResponseStatus(HttpStatus.CREATED)
    PeerView propose(@AuthenticationPrincipal Officer officer, @RequestBody Proposal proposal) {
        PeerDirectory.Proposal proposed = peers.propose(
                officer, Bytes.of(proposal.partyFile().getBytes(StandardCharsets.UTF_8)), proposal.fingerprint());
        return waiting(proposed);
    }

    @PostMapping("/v1/peers/{id}/confirmation")
    PeerView confirm(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Confirmation confirmation) {
        return pinned(
                peers.confirm(officer, Words.value("id", "us-mx", id, AgreementId::new), confirmation.fingerprint()));
    }

    @GetMapping("/v1/peers")
    Items<PeerView> all(@AuthenticationPrincipal Officer officer) {
        List<PeerView> items = new ArrayList<>();
        peers.peers().forEach(peer -> items.add(pinned(peer)));
        peers.proposals(officer).forEach(proposal -> items.add(waiting(proposal)));
        return new Items<>(items);
    }

    private static PeerView waiting(PeerDirectory.Proposal proposal) {
        return new PeerView(proposal.agreement().value(), "awaiting-second-officer", proposal.fingerprint(), "");
    }

    private static PeerView pinned(org.entente.exchange.Peer peer) {
        return new PeerView(
                peer.agreement().value(),
                "pinned",
                peer.fingerprint(),
                peer.file().party().code());
    }
}
