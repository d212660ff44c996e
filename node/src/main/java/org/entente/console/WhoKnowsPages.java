package org.entente.console;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.ask.AskCode;
import org.entente.ask.Knower;
import org.entente.ask.RequestNumber;
import org.entente.ask.WhoKnows;
import org.entente.kernel.EntenteException;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who of this side knows of a quiet request, and the form to name one more.
@Controller
final class WhoKnowsPages {
    private static final int OFFICER_LENGTH_MAX = 60;

    private final WhoKnows whoKnows;
    private final Office office;

    WhoKnowsPages(WhoKnows whoKnows, Office office) {
        this.whoKnows = whoKnows;
        this.office = office;
    }

    @GetMapping("/requests/{number}/who-knows")
    View show(Frame frame, @PathVariable String number) {
        return show(frame, new RequestNumber(number), Form.EMPTY);
    }

    @PostMapping("/requests/{number}/who-knows")
    View name(Frame frame, Form form, @PathVariable String number) {
        RequestNumber about = new RequestNumber(number);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<OfficerId> officer = reader.value("officer", OfficerId::new);
        if (officer.isEmpty()) {
            return show(frame, about, reader.form());
        }
        try {
            whoKnows.name(frame.officer(), about, officer.get());
        } catch (EntenteException refused) {
            if (refused.code() != AskCode.ASK_OFFICER_UNKNOWN && refused.code() != AskCode.ASK_KNOWS_SPENT) {
                throw refused;
            }
            reader.refused("officer", Texts.what(refused));
            return show(frame, about, reader.form());
        }
        return new RedirectView("/requests/" + number + "/who-knows?done=named");
    }

    private View show(Frame frame, RequestNumber number, Form form) {
        Words words = frame.words();
        List<Knower> knowers = whoKnows.of(frame.officer(), number);
        String known = knowers.stream()
                .map(one -> words.of(
                        "knows.one",
                        one.officer().value(),
                        one.by().replaceFirst("^officer:", ""),
                        office.lexicon(frame).moment(one.at())))
                .collect(Collectors.joining(" "));
        String path = "/requests/" + number;
        return office.pages()
                .show(
                        "reason",
                        frame,
                        new ReasonPage(
                                words.of("knows.title"),
                                number.value(),
                                knowers.isEmpty() ? words.of("knows.nobody") : words.of("knows.state", known),
                                form,
                                List.of(new ReasonPage.Field.Line(
                                        "officer",
                                        words.of("field.knower"),
                                        words.of("field.knower.hint"),
                                        OFFICER_LENGTH_MAX)),
                                List.of(),
                                path + "/who-knows",
                                words.of("knows.do"),
                                false,
                                path,
                                "who-knows-" + number));
    }
}
