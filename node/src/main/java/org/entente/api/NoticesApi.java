package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.entente.ask.Notice;
import org.entente.ask.Notices;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What waits to be heard of.
@RestController
public class NoticesApi {
    @Schema(name = "Notice")
    public record View(
            String id, String request, String type, Instant at, String event, Bilingual text, boolean unread) {
        static View of(Notice one) {
            return new View(
                    Long.toString(one.id()),
                    one.number().value(),
                    one.type(),
                    one.at(),
                    one.word(),
                    one.text(),
                    one.unread());
        }
    }

    @Schema(name = "NoticesRead")
    public record Read(String upTo) {}

    private final Notices notices;

    public NoticesApi(Notices notices) {
        this.notices = notices;
    }

    @GetMapping("/v1/notices")
    Items<View> all(@AuthenticationPrincipal Officer officer) {
        return new Items<>(notices.all(officer).stream().map(View::of).toList());
    }

    @PostMapping("/v1/notices/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@AuthenticationPrincipal Officer officer, @RequestBody Read order) {
        notices.read(officer, Words.value("upTo", "1", order.upTo(), NoticesApi::id));
    }

    private static long id(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(text);
        }
        return Long.parseLong(text);
    }
}
