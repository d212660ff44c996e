package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Comparison;
import org.entente.agreement.pack.PackFiles;
import org.entente.ask.Prospect;
import org.entente.ask.Prospects;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.law.Draft;
import org.entente.law.Enactment;
import org.entente.law.LawVersion;
import org.entente.law.Proposing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The law in versions: proposals, what they would change, the signatures of both parties.
@RestController
public class LawApi {
    /// `files` are those of a pack, by name, as text.
    @Schema(name = "LawProposal")
    public record Proposal(Map<String, String> files, String day) {}

    @Schema(name = "LawDraft")
    public record Handed(Map<String, String> files) {}

    @Schema(name = "LawRefusal")
    public record Declining(String reason) {}

    @Schema(name = "LawVersion")
    public record VersionView(
            String pack,
            String version,
            @Nullable String day,
            String proposedBy,
            String state,
            boolean current,
            List<String> officers,
            String reason,
            Instant at) {
        static VersionView of(LawVersion row, Agreement current) {
            return new VersionView(
                    row.pack().hex(),
                    row.version(),
                    row.day() == null ? null : row.day().toString(),
                    row.own() ? "us" : "them",
                    row.state().word(),
                    row.pack().equals(current.packHash()),
                    row.officers().stream().map(OfficerId::value).toList(),
                    row.reason(),
                    row.changed());
        }
    }

    /// Either `version`, or the problems for which nothing was kept.
    @Schema(name = "LawProposed")
    public record Proposed(String outcome, @Nullable VersionView version, List<Bilingual> problems) {}

    @Schema(name = "LawChange")
    public record ChangeView(String kind, String key, String change) {
        static ChangeView of(Comparison.Line line) {
            return new ChangeView(line.kind().word(), line.key(), line.change().word());
        }
    }

    @Schema(name = "LawProspect")
    public record ProspectView(
            String id,
            String type,
            String side,
            String state,
            String now,
            List<String> firedNow,
            String then,
            List<String> firedThen,
            @Nullable Instant dueNow,
            @Nullable Instant dueThen) {
        static ProspectView of(Prospect one) {
            return new ProspectView(
                    one.number().value(),
                    one.type().measure(),
                    Items.word(one.side()),
                    one.state().word(),
                    one.now(),
                    one.firedNow(),
                    one.then(),
                    one.firedThen(),
                    one.dueNow(),
                    one.dueThen());
        }
    }

    @Schema(name = "LawComparison")
    public record ComparisonView(
            String outcome,
            String currentVersion,
            @Nullable String draftVersion,
            List<ChangeView> changes,
            List<ProspectView> requests,
            List<Bilingual> problems) {}

    private final Enactment enactment;
    private final Prospects prospects;
    private final AgreementId agreement;
    private final Agreements agreements;

    public LawApi(Enactment enactment, Prospects prospects, AgreementId agreement, Agreements agreements) {
        this.enactment = enactment;
        this.prospects = prospects;
        this.agreement = agreement;
        this.agreements = agreements;
    }

    @GetMapping("/v1/law")
    Items<VersionView> versions(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                enactment.versions(officer, agreement).stream().map(this::view).toList());
    }

    /// 201 when it was kept, 422 with the problems of the pack when nothing was.
    @PostMapping("/v1/law")
    ResponseEntity<Proposed> propose(@AuthenticationPrincipal Officer officer, @RequestBody Proposal order) {
        return switch (enactment.propose(officer, agreement, files(order.files()), day(order.day()))) {
            case Proposing.Proposed proposed ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Proposed("proposed", view(proposed.version()), List.of()));
            case Proposing.Unsound unsound ->
                ResponseEntity.unprocessableContent().body(new Proposed("unsound", null, unsound.problems()));
        };
    }

    @GetMapping("/v1/law/{id}/files")
    Map<String, String> files(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        Map<String, String> files = new TreeMap<>();
        enactment
                .files(officer, agreement, hash(id))
                .files()
                .forEach((name, bytes) -> files.put(name, new String(bytes.toArray(), StandardCharsets.UTF_8)));
        return files;
    }

    @GetMapping("/v1/law/{id}/comparison")
    ComparisonView compare(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return comparison(officer, enactment.agreement(officer, agreement, hash(id)));
    }

    @PostMapping("/v1/law/comparison")
    ResponseEntity<ComparisonView> compare(@AuthenticationPrincipal Officer officer, @RequestBody Handed order) {
        return switch (enactment.read(officer, agreement, files(order.files()))) {
            case Draft.Sound sound -> ResponseEntity.ok(comparison(officer, sound.agreement()));
            case Draft.Unsound unsound ->
                ResponseEntity.unprocessableContent()
                        .body(new ComparisonView(
                                "unsound",
                                agreements.current(agreement).version(),
                                null,
                                List.of(),
                                List.of(),
                                unsound.problems()));
        };
    }

    @PostMapping("/v1/law/{id}/approval")
    VersionView approve(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(enactment.approve(officer, agreement, hash(id)));
    }

    @PostMapping("/v1/law/{id}/refusal")
    VersionView decline(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Declining order) {
        return view(enactment.decline(officer, agreement, hash(id), order.reason()));
    }

    private ComparisonView comparison(Officer officer, Agreement draft) {
        Agreement current = agreements.current(agreement);
        return new ComparisonView(
                "compared",
                current.version(),
                draft.version(),
                Comparison.of(current, draft).lines().stream()
                        .map(ChangeView::of)
                        .toList(),
                prospects.under(officer, draft).stream().map(ProspectView::of).toList(),
                List.of());
    }

    private VersionView view(LawVersion row) {
        return VersionView.of(row, agreements.current(agreement));
    }

    private static Bytes hash(String id) {
        return Words.id(id, text -> {
            if (!text.matches("([0-9a-f]{2}){1,32}")) {
                throw new IllegalArgumentException(text);
            }
            return Bytes.fromHex(text);
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unread) {
            throw new EntenteException(ApiCode.API_FIELD, unread, "day", "2027-01-01");
        }
    }

    private static PackFiles files(Map<String, String> given) {
        SortedMap<String, Bytes> files = new TreeMap<>();
        for (String name : PackFiles.NAMES) {
            String text = given.get(name);
            if (text == null) {
                throw new EntenteException(ApiCode.API_FIELD, "files", String.join(", ", PackFiles.NAMES));
            }
            files.put(name, Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
        }
        return new PackFiles(files);
    }
}
