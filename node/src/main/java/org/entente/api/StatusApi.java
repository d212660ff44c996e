package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.entente.agreement.Agreement;
import org.entente.exchange.Peer;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.Proofs;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How this node stands, for its operators and auditors.
@RestController
public class StatusApi {
    /// `reachable` is whether the peer's witness has cosigned what our EXCHANGE log signed last.
    @Schema(name = "PeerStatus")
    public record PeerView(
            boolean paired,
            @Nullable String party,
            @Nullable String fingerprint,
            boolean reachable) {}

    @Schema(name = "NodeStatus")
    public record Status(
            String party,
            String agreement,
            String version,
            String packVersion,
            String packHash,
            PeerView peer,
            List<LogsApi.LogView> logs) {}

    private final Agreement agreement;
    private final PeerDirectory peers;
    private final Proofs proofs;
    private final String version;

    public StatusApi(Agreement agreement, PeerDirectory peers, Proofs proofs, String version) {
        this.agreement = agreement;
        this.peers = peers;
        this.proofs = proofs;
        this.version = version;
    }

    @GetMapping("/v1/status")
    Status status(@AuthenticationPrincipal Officer officer) {
        List<Proofs.LogView> logs = proofs.logs(officer);
        Optional<Peer> peer = peers.peer(agreement.id());
        boolean cosigned = logs.stream()
                .allMatch(log -> log.signed()
                        .map(Proofs.CheckpointView::size)
                        .equals(log.cosigned().map(one -> one.checkpoint().size())));
        return new Status(
                officer.party().code(),
                agreement.id().value(),
                version,
                agreement.version(),
                agreement.packHash().hex(),
                new PeerView(
                        peer.isPresent(),
                        peer.map(one -> one.file().party().code()).orElse(null),
                        peer.map(Peer::fingerprint).orElse(null),
                        peer.isPresent() && cosigned),
                logs.stream().map(LogsApi.LogView::of).toList());
    }
}
