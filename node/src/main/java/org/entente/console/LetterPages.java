package org.entente.console;

import java.util.Comparator;
import java.util.List;
import org.entente.ask.Casework;
import org.entente.ask.Direction;
import org.entente.ask.Event;
import org.entente.ask.HistoryEntry;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.kernel.InstitutionId;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// More information about a request: the question of the asked side, the supplement of the asking side.
@Controller
final class LetterPages {
    private static final int TEXT_LENGTH_MAX = 4_000;

    private final Casework casework;
    private final Office office;

    LetterPages(Casework casework, Office office) {
        this.casework = casework;
        this.office = office;
    }

    @GetMapping("/requests/{number}/{kind:question|supplement}")
    View read(Frame frame, @PathVariable String number, @PathVariable String kind) {
        return write(frame, number, kind, Form.EMPTY);
    }

    @PostMapping("/requests/{number}/{kind:question|supplement}")
    View send(Frame frame, Form form, @PathVariable String number, @PathVariable String kind) {
        FormReader reader = new FormReader(frame.words(), form);
        String text = reader.text("text");
        if (reader.isBroken()) {
            return write(frame, number, kind, reader.form());
        }
        RequestNumber about = new RequestNumber(number);
        boolean question = kind.equals("question");
        if (question) {
            casework.question(frame.officer(), about, text);
        } else {
            casework.supplement(frame.officer(), about, text);
        }
        return RequestsPages.done(about, question ? "question-put" : "supplemented");
    }

    private View write(Frame frame, String number, String kind, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = lexicon.words();
        RequestDetail detail = casework.request(frame.officer(), new RequestNumber(number));
        boolean asked = detail.filed().side() == Direction.IN;
        InstitutionId other = asked
                ? detail.filed().request().head().from()
                : detail.filed().request().head().to();
        ReasonPage page = new ReasonPage(
                words.of(kind + ".title"),
                number,
                words.of(kind + ".state", lexicon.institution(other)),
                form,
                List.of(new ReasonPage.Field.Text(
                        "text", words.of("field." + kind), question(detail), TEXT_LENGTH_MAX, words.tag())),
                RequestViews.paper(detail.document()),
                "/requests/" + number + "/" + kind,
                words.of(kind + ".send"),
                false,
                "/requests/" + number,
                kind + "-" + number);
        return office.pages().show("reason", frame, page);
    }

    /// What the other side asked last, to be read while one answers.
    private static String question(RequestDetail detail) {
        return detail.history().stream()
                .filter(entry -> entry.event() == Event.QUESTION_ARRIVED)
                .max(Comparator.comparing(HistoryEntry::at))
                .map(HistoryEntry::note)
                .orElse("");
    }
}
