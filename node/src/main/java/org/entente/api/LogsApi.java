package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.entente.ask.Casework;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Proofs;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.prove.LogKind;
import org.entente.prove.NodeLedger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// PROVE for programs: both logs, the proof of a request, the policy it is held against.
@RestController
public class LogsApi {
    public record CheckpointView(long size, String root) {
        static CheckpointView of(Proofs.CheckpointView view) {
            return new CheckpointView(view.size(), view.root());
        }
    }

    @Schema(name = "CosignedCheckpoint")
    public record Cosigned(long size, String root, String at, String by) {
        static Cosigned of(Proofs.Cosigning cosigning) {
            return new Cosigned(
                    cosigning.checkpoint().size(),
                    cosigning.checkpoint().root(),
                    cosigning.at().toString(),
                    cosigning.by());
        }
    }

    public record LogView(
            String log,
            String origin,
            long durableCount,
            boolean contradicted,
            @Nullable CheckpointView signed,
            @Nullable Cosigned cosigned) {
        static LogView of(Proofs.LogView view) {
            return new LogView(
                    view.kind().word(),
                    view.origin(),
                    view.durableCount(),
                    view.contradicted(),
                    view.signed().map(CheckpointView::of).orElse(null),
                    view.cosigned().map(Cosigned::of).orElse(null));
        }
    }

    /// A leaf: its index, the type inside its commitment if that can still be opened, and its bytes in hex.
    @Schema(name = "LogEntry")
    public record Entry(long index, String at, @Nullable String type, String leaf) {
        static Entry of(NodeLedger.Entry entry) {
            return new Entry(
                    entry.index(),
                    entry.at().toString(),
                    entry.type().orElse(null),
                    entry.bytes().hex());
        }
    }

    private final Proofs proofs;
    private final Casework casework;

    public LogsApi(Proofs proofs, Casework casework) {
        this.proofs = proofs;
        this.casework = casework;
    }

    @GetMapping("/v1/logs")
    Items<LogView> logs(@AuthenticationPrincipal Officer officer) {
        return new Items<>(proofs.logs(officer).stream().map(LogView::of).toList());
    }

    @GetMapping("/v1/logs/{log}/entries")
    Items<Entry> entries(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String log,
            @RequestParam(defaultValue = "0") long from) {
        if (from < 0) {
            throw new EntenteException(ApiCode.API_FIELD, "from", "0, 1, 2, ...");
        }
        List<NodeLedger.Entry> entries = proofs.entries(officer, Words.parse(LogKind.class, "log", log), from);
        return new Items<>(entries.stream().map(Entry::of).toList());
    }

    @GetMapping(path = "/v1/logs/{log}/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String checkpoint(@AuthenticationPrincipal Officer officer, @PathVariable String log) {
        return proofs.checkpoint(officer, Words.parse(LogKind.class, "log", log))
                .orElse("");
    }

    @GetMapping(path = "/v1/policy", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String policy(@AuthenticationPrincipal Officer officer) {
        return proofs.policy(officer);
    }

    /// 409 while a step of the story is not cosigned yet, or not answered.
    @GetMapping(path = "/v1/requests/{id}/proof", produces = "application/zip")
    byte[] proof(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        EnvelopeId envelope =
                casework.request(officer, Words.request(id)).filed().envelope();
        if (envelope == null) {
            throw new EntenteException(ApiCode.API_PROOF_NOT_YET, id);
        }
        return switch (proofs.bundle(officer, envelope)) {
            case Proofs.Export.Bundle bundle -> bundle.bytes().toArray();
            case Proofs.Export.NotYet _ -> throw new EntenteException(ApiCode.API_PROOF_NOT_YET, id);
        };
    }
}
