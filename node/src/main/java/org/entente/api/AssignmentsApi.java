package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.entente.ask.Assignment;
import org.entente.ask.Assignments;
import org.entente.ask.InBulk;
import org.entente.ask.RequestFilter;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who has a request, one at a time and many at once.
@RestController
public class AssignmentsApi {
    /// `officer` is whom it is given to, or `none`: it is taken off whoever has it.
    @Schema(name = "AssignmentOrder")
    public record Order(String officer) {}

    public record BulkAssignmentOrder(List<String> requests, String officer) {}

    public record BulkWithdrawalOrder(List<String> requests, String reason) {}

    /// What became of one of several. `code` and `reason` say why nothing was changed.
    @Schema(name = "BulkOutcome")
    public record Outcome(
            String id,
            boolean done,
            @Nullable String code,
            @Nullable Bilingual reason) {
        static Outcome of(InBulk.Outcome one) {
            EntenteException refused = one.refused();
            return refused == null
                    ? new Outcome(one.number().value(), true, null, null)
                    : new Outcome(one.number().value(), false, refused.code().name(), Texts.what(refused));
        }
    }

    /// `deputy` has it while the officer is away; `uncovered` if nobody does.
    @Schema(name = "RequestAssignment")
    public record View(
            String officer,
            String name,
            boolean away,
            @Nullable String deputy,
            boolean uncovered) {
        static View of(Assignment one) {
            OfficerId deputy = one.deputy();
            return new View(
                    one.officer().value(),
                    one.name(),
                    one.away(),
                    deputy == null ? null : deputy.value(),
                    one.isUncovered());
        }
    }

    private final Assignments assignments;
    private final InBulk bulk;

    public AssignmentsApi(Assignments assignments, InBulk bulk) {
        this.assignments = assignments;
        this.bulk = bulk;
    }

    @GetMapping("/v1/requests/{id}/assignees")
    Items<SessionsApi.OfficerView> eligible(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return new Items<>(assignments.eligible(officer, Words.request(id)).stream()
                .map(SessionsApi.OfficerView::of)
                .toList());
    }

    @PostMapping("/v1/requests/{id}/assignment")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        OfficerId to = account(order.officer());
        if (to == null) {
            assignments.takeOff(officer, Words.request(id));
        } else {
            assignments.assign(officer, Words.request(id), to);
        }
    }

    @PostMapping("/v1/requests/assignments")
    Items<Outcome> assign(@AuthenticationPrincipal Officer officer, @RequestBody BulkAssignmentOrder order) {
        return outcomes(bulk.assign(
                officer, order.requests().stream().map(Words::request).toList(), account(order.officer())));
    }

    @PostMapping("/v1/requests/withdrawals")
    Items<Outcome> withdraw(@AuthenticationPrincipal Officer officer, @RequestBody BulkWithdrawalOrder order) {
        return outcomes(bulk.withdraw(
                officer, order.requests().stream().map(Words::request).toList(), order.reason()));
    }

    private static Items<Outcome> outcomes(List<InBulk.Outcome> outcomes) {
        return new Items<>(outcomes.stream().map(Outcome::of).toList());
    }

    private static @Nullable OfficerId account(String officer) {
        return officer.equals(RequestFilter.NOBODY) ? null : Words.officer("officer", officer);
    }
}
