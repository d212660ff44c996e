package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.entente.release.Opening;
import org.entente.release.ReceivedRelease;
import org.entente.release.ReleaseId;
import org.entente.release.ReleasedStatement;
import org.entente.release.Releases;
import org.entente.release.SentRelease;
import org.entente.release.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was released and what was received: terms first, content only after they were acknowledged.
@RestController
public class ReleasesApi {
    /// Terms, and how far it has come; never content.
    public record ReleaseView(
            String id,
            String direction,
            String state,
            Words.Terms terms,
            String termsHash,
            String envelope,
            @Nullable String acknowledged,
            @Nullable String opened,
            @Nullable String destroyed) {}

    @Schema(name = "AcknowledgementOrder")
    public record Acknowledgement(@Nullable String termsHash) {}

    public record OpeningOrder(
            String purpose,

            @com.fasterxml.jackson.annotation.JsonProperty("case")
            String caseNumber,

            @Nullable Boolean forAccused) {}

    public record Opened(
            String outcome, @Nullable Bilingual reason, List<Content> statements, List<Integer> withheld) {}

    /// One released statement, with its source as the owner named it and the status of its subject.
    @Schema(name = "ReleasedStatement")
    public record Content(
            String property,
            String value,
            String source,
            @Nullable String sourceAsOf,
            boolean invented,
            Words.Basis basis,
            List<String> handling,
            String evaluation,
            String personClass,
            String status) {
        static Content of(ReleasedStatement statement) {
            return new Content(
                    statement.property(),
                    statement.value(),
                    statement.source(),
                    Optional.ofNullable(statement.sourceAsOf())
                            .map(Object::toString)
                            .orElse(null),
                    statement.invented(),
                    Words.Basis.of(statement.basis()),
                    Words.codes(statement.handling()),
                    statement.evaluation().value(),
                    Items.word(statement.personClass()),
                    Items.word(statement.status()));
        }
    }

    public record RecallOrder(String reason) {}

    private final Releases releases;

    public ReleasesApi(Releases releases) {
        this.releases = releases;
    }

    /// @param box `in` (received, the default) or `out`
    @GetMapping("/v1/releases")
    Items<ReleaseView> all(@AuthenticationPrincipal Officer officer, @RequestParam(defaultValue = "in") String box) {
        return new Items<>(
                isOut(box)
                        ? releases.sent(officer).stream()
                                .map(sent -> view(officer, sent))
                                .toList()
                        : releases.received(officer).stream()
                                .map(ReleasesApi::view)
                                .toList());
    }

    @GetMapping("/v1/releases/{id}")
    ReleaseView one(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @RequestParam(defaultValue = "in") String box) {
        ReleaseId release = Words.id(id, ReleaseId::new);
        return isOut(box) ? view(officer, releases.sent(officer, release)) : view(releases.received(officer, release));
    }

    /// Without a hash the terms as they now stand are acknowledged: a program that has just read them.
    @PostMapping("/v1/releases/{id}/acknowledgement")
    ReleaseView acknowledge(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Acknowledgement order) {
        ReleaseId release = Words.id(id, ReleaseId::new);
        Bytes hash = order.termsHash() == null
                ? releases.received(officer, release).termsHash()
                : Words.hex("termsHash", order.termsHash());
        return view(releases.acknowledge(officer, release, hash));
    }

    @PostMapping("/v1/releases/{id}/opening")
    Opened open(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody OpeningOrder order) {
        Use use = new Use(
                Words.purpose("purpose", order.purpose()),
                Words.caseNumber("case", order.caseNumber()),
                Boolean.TRUE.equals(order.forAccused()));
        return switch (releases.open(officer, Words.id(id, ReleaseId::new), use)) {
            case Opening.Opened opened ->
                new Opened(
                        "opened",
                        null,
                        opened.statements().stream().map(Content::of).toList(),
                        List.copyOf(opened.withheld()));
            case Opening.Refused refused -> new Opened("refused", refused.text(), List.of(), List.of());
        };
    }

    @PostMapping("/v1/releases/{id}/recall")
    ReleaseView recall(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody RecallOrder order) {
        return view(officer, releases.recall(officer, Words.id(id, ReleaseId::new), order.reason()));
    }

    private ReleaseView view(Officer officer, SentRelease sent) {
        return new ReleaseView(
                sent.id().hex(),
                "out",
                Items.word(releases.state(officer, sent)),
                Words.Terms.of(sent.terms().use()),
                sent.termsHash().hex(),
                sent.envelope().hex(),
                text(sent.acknowledged()),
                text(sent.opened()),
                text(sent.destroyed()));
    }

    private static ReleaseView view(ReceivedRelease received) {
        return new ReleaseView(
                received.id().hex(),
                "in",
                Items.word(received.state()),
                Words.Terms.of(received.terms().use()),
                received.termsHash().hex(),
                received.envelope().hex(),
                text(received.acknowledged()),
                text(received.opened()),
                text(received.destroyed()));
    }

    private static boolean isOut(String box) {
        return Words.oneOf("box", Set.of("in", "out"), box).equals("out");
    }

    private static @Nullable String text(@Nullable Object moment) {
        return moment == null ? null : moment.toString();
    }
}
