package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.entente.ask.Casework;
import org.entente.ask.LetterKind;
import org.entente.ask.LetterOrder;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The words that follow a request, for programs. Each answers with the state the request has then.
@RestController
public class LettersApi {
    /// What the letter says.
    @Schema(name = "LetterOrder")
    public record Order(String text) {}

    /// What the letter says, if anything.
    @Schema(name = "NoteOrder")
    public record NoteOrder(@Nullable String text) {}

    /// `ground` is the ground of refusal the question is about.
    @Schema(name = "QuestionOrder")
    public record QuestionOrder(String text, @Nullable String ground) {}

    /// `review` is the day on which it is looked at again.
    @Schema(name = "PostponementOrder")
    public record PostponementOrder(String text, LocalDate review) {}

    /// `authority` is the institution that is to have it.
    @Schema(name = "TransferOrder")
    public record TransferOrder(String text, String authority) {}

    /// `release` is one that answered the request; `day` that of the disclosure.
    @Schema(name = "DisclosureOrder")
    public record DisclosureOrder(String text, String release, LocalDate day) {}

    /// `happened` is now if absent; `fields` those of the milestone's form.
    @Schema(name = "MilestoneOrder")
    public record MilestoneOrder(
            String milestone,
            @Nullable Instant happened,
            @Nullable String text,
            @Nullable Map<String, String> fields) {}

    @Schema(name = "LetterSent")
    public record Sent(String state) {}

    private final Casework casework;

    public LettersApi(Casework casework) {
        this.casework = casework;
    }

    @PostMapping("/v1/requests/{id}/question")
    Sent question(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody QuestionOrder order) {
        Map<String, String> details = order.ground() == null ? Map.of() : Map.of(LetterOrder.GROUND, order.ground());
        return write(officer, id, new LetterOrder(LetterKind.QUESTION, order.text(), details));
    }

    @PostMapping("/v1/requests/{id}/supplement")
    Sent supplement(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        return write(officer, id, new LetterOrder(LetterKind.SUPPLEMENT, order.text()));
    }

    @PostMapping("/v1/requests/{id}/acceptance")
    Sent accept(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody NoteOrder order) {
        return write(officer, id, new LetterOrder(LetterKind.ACCEPTANCE, text(order.text())));
    }

    @PostMapping("/v1/requests/{id}/extension")
    Sent extend(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        return write(officer, id, new LetterOrder(LetterKind.EXTENSION, order.text()));
    }

    @PostMapping("/v1/requests/{id}/postponement")
    Sent postpone(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody PostponementOrder order) {
        Map<String, String> details = Map.of(LetterOrder.REVIEW, order.review().toString());
        return write(officer, id, new LetterOrder(LetterKind.POSTPONEMENT, order.text(), details));
    }

    @PostMapping("/v1/requests/{id}/transfer")
    Sent transfer(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody TransferOrder order) {
        Map<String, String> details = Map.of(
                LetterOrder.AUTHORITY,
                Words.institution("authority", order.authority()).value());
        return write(officer, id, new LetterOrder(LetterKind.TRANSFER, order.text(), details));
    }

    @PostMapping("/v1/requests/{id}/disclosure")
    Sent disclose(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody DisclosureOrder order) {
        Map<String, String> details = Map.of(
                LetterOrder.RELEASE,
                order.release(),
                LetterOrder.DAY,
                order.day().toString());
        return write(officer, id, new LetterOrder(LetterKind.DISCLOSURE, order.text(), details));
    }

    @PostMapping("/v1/requests/{id}/resumption")
    Sent resume(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody NoteOrder order) {
        return write(officer, id, new LetterOrder(LetterKind.RESUMPTION, text(order.text())));
    }

    @PostMapping("/v1/requests/{id}/milestones")
    Sent milestone(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody MilestoneOrder order) {
        Map<String, String> details = new HashMap<>(order.fields() == null ? Map.of() : order.fields());
        details.put(LetterOrder.MILESTONE, order.milestone());
        if (order.happened() != null) {
            details.put(LetterOrder.HAPPENED, order.happened().toString());
        }
        return write(officer, id, new LetterOrder(LetterKind.MILESTONE, text(order.text()), details));
    }

    private Sent write(Officer officer, String id, LetterOrder order) {
        return new Sent(casework.write(officer, Words.request(id), order).word());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
