package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.ask.Assistance;
import org.entente.ask.AssistanceId;
import org.entente.ask.AssistanceOrder;
import org.entente.ask.AssistanceRole;
import org.entente.ask.Assistances;
import org.entente.ask.RecordedAssistance;
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

/// Counsel who act for a person concerned by a request, and interpreters.
@RestController
public class AssistancesApi {
    @Schema(name = "AssistanceOrder")
    public record Order(
            String role,
            String name,
            String person,
            @Nullable String body,
            @Nullable List<String> languages,
            @Nullable String contact,
            LocalDate from,
            @Nullable LocalDate until,
            boolean tell) {}

    @Schema(name = "AssistanceEnd")
    public record End(LocalDate until, boolean tell) {}

    @Schema(name = "AssistanceView")
    public record View(
            String id,
            String role,
            String name,
            String person,
            @Nullable String body,
            List<String> languages,
            @Nullable String contact,
            String from,
            @Nullable String until,
            boolean received,
            String by,
            String at,
            @Nullable String endedBy,
            @Nullable String endedAt,
            @Nullable String told,
            @Nullable String toldAt) {}

    private final Assistances assistances;

    public AssistancesApi(Assistances assistances) {
        this.assistances = assistances;
    }

    @GetMapping("/v1/requests/{id}/assistance")
    Items<View> assistance(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return new Items<>(assistances.of(officer, Words.request(id)).stream()
                .map(AssistancesApi::view)
                .toList());
    }

    @PostMapping("/v1/requests/{id}/assistance")
    @ResponseStatus(HttpStatus.CREATED)
    View add(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        AssistanceOrder read = new AssistanceOrder(
                Words.parse(AssistanceRole.class, "role", order.role()),
                order.name(),
                order.person(),
                Optional.ofNullable(order.body()).orElse(""),
                Optional.ofNullable(order.languages()).orElse(List.of()),
                Optional.ofNullable(order.contact()).orElse(""),
                order.from(),
                order.until(),
                order.tell());
        return view(assistances.add(officer, Words.request(id), read));
    }

    @PostMapping("/v1/requests/{id}/assistance/{assistance}/end")
    View end(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @PathVariable String assistance,
            @RequestBody End end) {
        AssistanceId which = Words.id(assistance, AssistanceId::new);
        return view(assistances.end(officer, Words.request(id), which, end.until(), end.tell()));
    }

    @PostMapping("/v1/requests/{id}/assistance/{assistance}/telling")
    View tell(@AuthenticationPrincipal Officer officer, @PathVariable String id, @PathVariable String assistance) {
        return view(assistances.tell(officer, Words.request(id), Words.id(assistance, AssistanceId::new)));
    }

    private static View view(RecordedAssistance recorded) {
        Assistance one = recorded.assistance();
        return new View(
                one.id().hex(),
                one.role().word(),
                one.name(),
                one.person(),
                present(one.body()),
                one.languages(),
                present(one.contact()),
                one.from().toString(),
                text(one.until()),
                recorded.received(),
                recorded.by(),
                recorded.at().toString(),
                recorded.endedBy(),
                text(recorded.endedAt()),
                text(recorded.told()),
                text(recorded.toldAt()));
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
