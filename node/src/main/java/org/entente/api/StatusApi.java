package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.exchange.InstitutionKey;
import org.entente.exchange.Peer;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.Proofs;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// How this node stands, for its operators and auditors.
@RestController
public class StatusApi {
    /// `reachable` is whether the peer's door answered just now, under the pinned certificate. `keysEnd` is when the
    /// first of its pinned institution keys ends.
    @Schema(name = "PeerStatus")
    public record PeerView(
            boolean paired,
            @Nullable String party,
            @Nullable String fingerprint,
            boolean reachable,
            @Nullable Instant keysEnd) {}

    @Schema(name = "NodeStatus")
    public record Status(
            String party,
            String agreement,
            String version,
            String packVersion,
            String packHash,
            PeerView peer,
            List<LogsApi.LogView> logs) {}

    private final AgreementId id;
    private final Agreements agreements;
    private final PeerDirectory peers;
    private final Proofs proofs;
    private final BooleanSupplier peerAnswers;
    private final String version;

    /// `peerAnswers` calls the peer's door and may take seconds.
    public StatusApi(
            AgreementId id,
            Agreements agreements,
            PeerDirectory peers,
            Proofs proofs,
            BooleanSupplier peerAnswers,
            String version) {
        this.id = id;
        this.agreements = agreements;
        this.peers = peers;
        this.proofs = proofs;
        this.peerAnswers = peerAnswers;
        this.version = version;
    }

    @GetMapping("/v1/status")
    Status status(@AuthenticationPrincipal Officer officer) {
        Agreement agreement = agreements.current(id);
        List<Proofs.LogView> logs = proofs.logs(officer);
        Optional<Peer> peer = peers.peer(agreement.id());
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
                        peer.isPresent() && peerAnswers.getAsBoolean(),
                        peer.flatMap(StatusApi::keysEnd).orElse(null)),
                logs.stream().map(LogsApi.LogView::of).toList());
    }

    private static Optional<Instant> keysEnd(Peer peer) {
        return peer.file().institutions().stream().map(InstitutionKey::expires).min(Comparator.naturalOrder());
    }
}
