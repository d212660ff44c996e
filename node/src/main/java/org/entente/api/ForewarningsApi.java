package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.ask.Direction;
import org.entente.ask.FiledForewarning;
import org.entente.ask.Forewarning;
import org.entente.ask.ForewarningId;
import org.entente.ask.ForewarningOrder;
import org.entente.ask.Forewarnings;
import org.entente.kernel.AgreementId;
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

/// No-surprise notices to an authority of the other party.
@RestController
public class ForewarningsApi {
    @Schema(name = "ForewarningOrder")
    public record Order(
            @Nullable String request,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String caseNumber,

            String to,
            String text,
            Words.Basis basis,
            String purpose,
            boolean demonstration,
            boolean showNumber,
            String choice,
            @Nullable String reason,
            @Nullable String due) {}

    @Schema(name = "ForewarningDelay")
    public record Delay(String reason, String due) {}

    @Schema(name = "ForewarningLeaving")
    public record Leaving(String reason) {}

    @Schema(name = "ForewarningStep")
    public record Step(
            String at,
            String step,
            String by,
            @Nullable String reason,
            @Nullable String due) {}

    @Schema(name = "ForewarningView")
    public record View(
            String id,
            String state,
            boolean received,
            String from,
            String to,
            String text,
            Words.Basis basis,
            String purpose,
            boolean demonstration,
            @Nullable String shown,
            String written,
            @Nullable String request,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String caseNumber,

            String by,
            @Nullable String due,
            @Nullable String envelope,
            @Nullable String sent,
            @Nullable String readBy,
            @Nullable String read,
            List<Step> steps) {}

    private final Forewarnings forewarnings;
    private final AgreementId agreement;

    public ForewarningsApi(Forewarnings forewarnings, AgreementId agreement) {
        this.forewarnings = forewarnings;
        this.agreement = agreement;
    }

    @GetMapping("/v1/forewarnings")
    Items<View> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(
                forewarnings.all(officer).stream().map(ForewarningsApi::view).toList());
    }

    @GetMapping("/v1/forewarnings/{id}")
    View one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(forewarnings.one(officer, Words.id(id, ForewarningId::new)));
    }

    @PostMapping("/v1/forewarnings")
    @ResponseStatus(HttpStatus.CREATED)
    View write(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        String request = order.request();
        String caseNumber = order.caseNumber();
        String due = order.due();
        ForewarningOrder read = new ForewarningOrder(
                agreement,
                request == null ? null : Words.request(request),
                caseNumber == null ? null : Words.caseNumber("case", caseNumber),
                Words.institution("to", order.to()),
                order.text(),
                order.basis().toBasis("basis"),
                Words.purpose("purpose", order.purpose()),
                order.demonstration(),
                order.showNumber(),
                Words.parse(ForewarningOrder.Choice.class, "choice", order.choice()),
                Optional.ofNullable(order.reason()).orElse(""),
                due == null ? null : Words.instant("due", due));
        return view(forewarnings.write(officer, read));
    }

    @PostMapping("/v1/forewarnings/{id}/sending")
    View send(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(forewarnings.send(officer, Words.id(id, ForewarningId::new)));
    }

    @PostMapping("/v1/forewarnings/{id}/delay")
    View delay(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Delay delay) {
        return view(forewarnings.delay(
                officer, Words.id(id, ForewarningId::new), delay.reason(), Words.instant("due", delay.due())));
    }

    @PostMapping("/v1/forewarnings/{id}/leaving")
    View leave(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Leaving leaving) {
        return view(forewarnings.leave(officer, Words.id(id, ForewarningId::new), leaving.reason()));
    }

    private static View view(FiledForewarning filed) {
        Forewarning one = filed.forewarning();
        return new View(
                one.id().hex(),
                filed.state().word(),
                filed.side() == Direction.IN,
                one.from().value(),
                one.to().value(),
                one.text(),
                Words.Basis.of(one.basis()),
                one.purpose().code(),
                one.demonstration(),
                text(one.shown()),
                one.written().toString(),
                text(filed.about()),
                text(filed.caseNumber()),
                filed.by(),
                text(filed.due()),
                text(filed.envelope()),
                text(filed.sent()),
                filed.readBy(),
                text(filed.read()),
                filed.steps().stream()
                        .map(step -> new Step(
                                step.at().toString(),
                                step.step().toLowerCase(Locale.ROOT).replace('_', '-'),
                                step.by(),
                                step.reason().isEmpty() ? null : step.reason(),
                                text(step.due())))
                        .toList());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
