package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.entente.ask.Knower;
import org.entente.ask.RequestNumber;
import org.entente.ask.WhoKnows;
import org.entente.kernel.Officer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The quiet lane: who of this side knows of a request.
@RestController
public class WhoKnowsApi {
    @Schema(name = "WhoKnowsOrder")
    public record Order(String officer) {}

    @Schema(name = "WhoKnows")
    public record One(String officer, String namedBy, String at) {
        static One of(Knower knower) {
            return new One(knower.officer().value(), knower.by(), knower.at().toString());
        }
    }

    private final WhoKnows whoKnows;

    public WhoKnowsApi(WhoKnows whoKnows) {
        this.whoKnows = whoKnows;
    }

    @GetMapping("/v1/requests/{id}/who-knows")
    Items<One> whoKnows(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        RequestNumber number = Words.request(id);
        return items(whoKnows.of(officer, number));
    }

    @PostMapping("/v1/requests/{id}/who-knows")
    Items<One> name(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        return items(whoKnows.name(officer, Words.request(id), Words.officer("officer", order.officer())));
    }

    private static Items<One> items(List<Knower> knowers) {
        return new Items<>(knowers.stream().map(One::of).toList());
    }
}
