package org.entente.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.entente.act.Arming;
import org.entente.act.ConsentOrder;
import org.entente.act.DeclaredPart;
import org.entente.act.Guests;
import org.entente.act.Operation;
import org.entente.act.OperationId;
import org.entente.act.OperationOrder;
import org.entente.act.Operations;
import org.entente.act.Proposing;
import org.entente.act.Refusal;
import org.entente.act.SignedConsent;
import org.entente.act.Signing;
import org.entente.act.Step;
import org.entente.act.Territory;
import org.entente.act.Window;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// ACT for programs. "Not armed" and "not signed" are answers with their reasons.
@RestController
public class OperationsApi {
    /// `territories`: `US`, `MX` or `UNSURE`, which counts as the host's; each with the same place in words.
    @Schema(name = "OperationOrder")
    public record Order(
            String to,
            String title,
            List<String> territories,
            String place,
            String start,
            String end,
            List<String> measures,
            int officersCount,
            @Nullable Boolean accredited,
            @Nullable Boolean hostLeadWanted,
            @JsonProperty("case") String caseNumber,
            Words.Basis basis,
            String purpose) {}

    @Schema(name = "OperationRefusal")
    public record RefusalView(String ground, String article, Bilingual reasons) {
        static RefusalView of(Refusal refusal) {
            return new RefusalView(refusal.ground(), refusal.article(), refusal.reasons());
        }
    }

    public record ConsentView(int signatureCount, @Nullable Bilingual condition, String start, String end) {
        static ConsentView of(SignedConsent signed) {
            return new ConsentView(
                    signed.signatures().size(),
                    signed.consent().condition(),
                    signed.consent().window().start().toString(),
                    signed.consent().window().end().toString());
        }
    }

    public record OperationView(
            String id,
            String side,
            String state,
            String from,
            String to,
            String title,
            List<String> territories,
            String start,
            String end,
            List<String> measures,
            String purpose,
            Words.Basis basis,
            @Nullable ConsentView consent,
            @Nullable String armedUntil,
            @Nullable RefusalView refusal,
            @Nullable Bilingual revoked) {
        static OperationView of(Operation operation) {
            var proposal = operation.proposal();
            return new OperationView(
                    operation.id().hex(),
                    Items.word(operation.side()),
                    Items.word(operation.state()),
                    proposal.from().value(),
                    proposal.to().value(),
                    proposal.title(),
                    proposal.parts().stream()
                            .map(part -> part.territory().text())
                            .toList(),
                    proposal.window().start().toString(),
                    proposal.window().end().toString(),
                    proposal.measures(),
                    proposal.purpose().code(),
                    Words.Basis.of(proposal.basis()),
                    operation.consent() == null ? null : ConsentView.of(operation.consent()),
                    operation.armedUntil() == null
                            ? null
                            : operation.armedUntil().toString(),
                    operation.refusal() == null ? null : RefusalView.of(operation.refusal()),
                    operation.revocation() == null
                            ? null
                            : operation.revocation().reasons());
        }
    }

    public record StepView(String event, String state, String at, String by) {
        static StepView of(Step step) {
            return new StepView(
                    Items.word(step.event()),
                    Items.word(step.state()),
                    step.at().toString(),
                    step.by());
        }
    }

    @Schema(name = "OperationDetail")
    public record Detail(OperationView operation, String state, RulingView ruling, List<StepView> history) {}

    /// `outcome` is a word; `operation` stands unless nothing changed.
    @Schema(name = "OperationOutcome")
    public record Outcome(
            String outcome,
            @Nullable OperationView operation,
            @Nullable Bilingual reason,
            List<Reason> reasons,
            @Nullable RulingView ruling) {}

    @Schema(name = "HoldReason")
    public record Reason(
            String key, Bilingual text, @Nullable String article) {
        static Reason of(Arming.Reason reason) {
            return new Reason(
                    reason.key(),
                    reason.text(),
                    reason.article() == null ? null : reason.article().toString());
        }
    }

    @Schema(name = "OperationRefusalOrder")
    public record RefusalOrder(String ground, Bilingual reasons) {}

    @Schema(name = "ConsentOrder")
    public record Consenting(
            @Nullable Bilingual condition, @Nullable String until) {}

    public record RevocationOrder(Bilingual reasons) {}

    private final Operations operations;
    private final AgreementId agreement;

    public OperationsApi(Operations operations, AgreementId agreement) {
        this.operations = operations;
        this.agreement = agreement;
    }

    @PostMapping("/v1/operations")
    @ResponseStatus(HttpStatus.CREATED)
    OperationView draft(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        return OperationView.of(operations.draft(
                officer,
                new OperationOrder(
                        agreement,
                        Words.institution("to", order.to()),
                        order.title(),
                        order.territories().stream()
                                .map(text -> part(text, order.place()))
                                .toList(),
                        window(order),
                        order.measures(),
                        guests(order),
                        Boolean.TRUE.equals(order.hostLeadWanted()),
                        order.basis().toBasis("basis"),
                        Words.purpose("purpose", order.purpose()),
                        Words.caseNumber("case", order.caseNumber()))));
    }

    private static DeclaredPart part(String territory, String place) {
        Territory declared = Words.value("territories", "US, MX, UNSURE", territory, Territory::parse);
        return Words.value("place", "1-200", place, words -> new DeclaredPart(declared, words));
    }

    private static Window window(Order order) {
        Instant start = Words.instant("start", order.start());
        Instant end = Words.instant("end", order.end());
        return Words.value("end", "start ... start + 31 d", order.end(), _ -> new Window(start, end));
    }

    private static Guests guests(Order order) {
        boolean accredited = Boolean.TRUE.equals(order.accredited());
        return Words.value(
                "officersCount",
                "0-500",
                "",
                _ -> new Guests(order.officersCount(), Guests.Powers.LIAISON, accredited, false, false));
    }

    @GetMapping("/v1/operations")
    Items<OperationView> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                operations.list(officer).stream().map(OperationView::of).toList());
    }

    @GetMapping("/v1/operations/{id}")
    Detail one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        OperationId operation = Words.id(id, OperationId::new);
        OperationView view = OperationView.of(operations.show(officer, operation));
        return new Detail(
                view,
                view.state(),
                RulingView.of(operations.ruling(officer, operation)),
                operations.steps(officer, operation).stream().map(StepView::of).toList());
    }

    @PostMapping("/v1/operations/{id}/proposal")
    Outcome propose(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return switch (operations.propose(officer, Words.id(id, OperationId::new))) {
            case Proposing.Proposed proposed ->
                new Outcome(
                        "proposed",
                        OperationView.of(proposed.operation()),
                        null,
                        List.of(),
                        RulingView.of(proposed.ruling()));
            case Proposing.NotProposed not ->
                new Outcome("refused", null, null, List.of(), RulingView.of(not.ruling()));
        };
    }

    @PostMapping("/v1/operations/{id}/arming")
    Outcome arm(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return switch (operations.arm(officer, Words.id(id, OperationId::new))) {
            case Arming.Armed _ ->
                new Outcome(
                        "armed",
                        OperationView.of(operations.show(officer, Words.id(id, OperationId::new))),
                        null,
                        List.of(),
                        null);
            case Arming.Held held ->
                new Outcome(
                        "refused",
                        null,
                        held.reasons().getFirst().text(),
                        held.reasons().stream().map(Reason::of).toList(),
                        null);
        };
    }

    @PostMapping("/v1/operations/{id}/disarming")
    OperationView disarm(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return OperationView.of(operations.disarm(officer, Words.id(id, OperationId::new)));
    }

    @PostMapping("/v1/operations/{id}/condition-acceptance")
    OperationView accept(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return OperationView.of(operations.acceptCondition(officer, Words.id(id, OperationId::new)));
    }

    @PostMapping("/v1/operations/{id}/consent")
    Outcome consent(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Consenting order) {
        ConsentOrder consent = new ConsentOrder(
                order.condition(), order.until() == null ? null : Words.instant("until", order.until()));
        return switch (operations.consent(officer, Words.id(id, OperationId::new), consent)) {
            case Signing.Signed signed ->
                new Outcome(
                        signed.signatureCount() == 2 ? "consented" : "signed-once",
                        OperationView.of(signed.operation()),
                        null,
                        List.of(),
                        null);
            case Signing.NotSigned not -> new Outcome("refused", null, not.text(), List.of(), null);
            case Signing.Unlawful unlawful ->
                new Outcome("refused", null, null, List.of(), RulingView.of(unlawful.ruling()));
        };
    }

    @PostMapping("/v1/operations/{id}/refusal")
    OperationView refuse(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody RefusalOrder order) {
        return OperationView.of(operations.refuse(
                officer, Words.id(id, OperationId::new), order.ground(), Words.both("reasons", order.reasons())));
    }

    @PostMapping("/v1/operations/{id}/revocation")
    OperationView revoke(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody RevocationOrder order) {
        return OperationView.of(
                operations.revoke(officer, Words.id(id, OperationId::new), Words.both("reasons", order.reasons())));
    }
}
