package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.access.Access;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.law.LawAction;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What this is, what it is not, and the law it works under.
@Controller
final class AboutPages {
    private final Pages pages;
    private final HomeParty home;
    private final Agreements agreements;
    private final Access access;

    AboutPages(Pages pages, HomeParty home, Agreements agreements, Access access) {
        this.pages = pages;
        this.home = home;
        this.agreements = agreements;
        this.access = access;
    }

    @GetMapping("/about")
    View about(Frame frame) {
        Words words = frame.words();
        Agreement agreement = agreements.current(home.agreement());
        List<ConfirmPage.Row> facts = List.of(
                new ConfirmPage.Row(words.of("about.party"), frame.house().name()),
                new ConfirmPage.Row(
                        words.of("about.agreement"), words.of(agreement.text().title()) + " (" + agreement.id() + ")"),
                new ConfirmPage.Row(words.of("about.version"), agreement.version()),
                new ConfirmPage.Row(words.of("about.pack"), agreement.packHash().hex()));
        return pages.view(
                "about", Map.of("frame", frame, "facts", facts, "law", access.offers(frame.officer(), LawAction.READ)));
    }

    @GetMapping("/about/codes")
    View codes(Frame frame) {
        return pages.show(
                "codes",
                frame,
                CodesPage.of(frame.words(), agreements.current(home.agreement()).text()));
    }
}
