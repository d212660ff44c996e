package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.ask.Direction;
import org.entente.ask.RequestFilter;
import org.entente.ask.SavedFilter;
import org.entente.ask.SavedFilters;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The filters that an officer keeps.
@RestController
public class FiltersApi {
    /// `query` is what follows `/v1/requests?`.
    @Schema(name = "SavedFilter")
    public record Kept(String name, String query, int count) {
        static Kept of(SavedFilter one) {
            return new Kept(one.name(), one.filter().query(), one.count());
        }
    }

    @Schema(name = "SavedFilterOrder")
    public record Order(
            String name,
            String box,
            @Nullable String type,
            @Nullable String state,
            @Nullable String institution,
            @Nullable String left,
            @Nullable String number,
            @Nullable String assignee) {}

    @Schema(name = "FilterRemoval")
    public record Removal(String name) {}

    private final SavedFilters filters;

    public FiltersApi(SavedFilters filters) {
        this.filters = filters;
    }

    @GetMapping("/v1/request-filters")
    Items<Kept> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(filters.all(officer).stream().map(Kept::of).toList());
    }

    @PostMapping("/v1/request-filters")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@AuthenticationPrincipal Officer officer, @RequestBody Order order) {
        String box = Words.oneOf("box", Set.of("in", "out"), order.box());
        Map<String, String> parts = new HashMap<>();
        put(parts, "type", order.type());
        put(parts, "state", order.state());
        put(parts, "institution", order.institution());
        put(parts, "left", order.left());
        put(parts, "number", order.number());
        put(parts, "assignee", order.assignee());
        filters.keep(officer, order.name(), RequestFilter.of(box.equals("out") ? Direction.OUT : Direction.IN, parts));
    }

    @PostMapping("/v1/request-filters/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Officer officer, @RequestBody Removal removal) {
        filters.remove(officer, removal.name());
    }

    private static void put(Map<String, String> parts, String part, @Nullable String value) {
        if (value != null) {
            parts.put(part, value);
        }
    }
}
