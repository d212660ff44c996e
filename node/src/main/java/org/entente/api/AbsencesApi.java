package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.entente.access.Absence;
import org.entente.access.Absences;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who is away, and who stands in.
@RestController
public class AbsencesApi {
    /// Without `deputy` nobody has what the officer has.
    @Schema(name = "Absence")
    public record View(String officer, @Nullable String deputy, Instant from, Instant until, String declaredBy) {
        static View of(Absence one) {
            OfficerId deputy = one.deputy();
            return new View(
                    one.officer().value(),
                    deputy == null ? null : deputy.value(),
                    one.from(),
                    one.until(),
                    one.declaredBy().value());
        }
    }

    /// `officer` is oneself if absent.
    @Schema(name = "AbsenceOrder")
    public record Order(
            @Nullable String officer,
            Instant from,
            Instant until,
            @Nullable String deputy) {}

    @Schema(name = "AbsenceEnd")
    public record End(String officer) {}

    private final Absences absences;

    public AbsencesApi(Absences absences) {
        this.absences = absences;
    }

    @GetMapping("/v1/absences")
    Items<View> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(absences.all(officer).stream().map(View::of).toList());
    }

    @PostMapping("/v1/absences")
    @ResponseStatus(HttpStatus.CREATED)
    View declare(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        String deputy = order.deputy();
        return View.of(absences.declare(
                officer,
                whom(officer, order.officer()),
                order.from(),
                order.until(),
                deputy == null ? null : Words.officer("deputy", deputy)));
    }

    @PostMapping("/v1/absences/end")
    Map<String, Integer> end(@AuthenticationPrincipal Officer officer, @RequestBody End order) {
        return Map.of("ended", absences.end(officer, Words.officer("officer", order.officer())));
    }

    private static OfficerId whom(Officer officer, @Nullable String account) {
        return account == null ? officer.id() : Words.officer("officer", account);
    }
}
