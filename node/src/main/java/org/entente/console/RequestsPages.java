package org.entente.console;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.ask.Assignment;
import org.entente.ask.Assignments;
import org.entente.ask.BasisCheck;
import org.entente.ask.BasisDecision;
import org.entente.ask.Casework;
import org.entente.ask.Direction;
import org.entente.ask.RefusalOrder;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestFilter;
import org.entente.ask.RequestNumber;
import org.entente.ask.SavedFilters;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Requests: read, check the basis, refuse, withdraw. Writing stands in [WritePages], answering in [AnswerPages].
@Controller
final class RequestsPages {
    private final Casework casework;
    private final RequestViews views;
    private final RequestLists lists;
    private final Office office;

    RequestsPages(Casework casework, Assignments assignments, SavedFilters filters, Office office) {
        this.casework = casework;
        this.views = new RequestViews(office);
        this.lists = new RequestLists(casework, assignments, filters, views, office);
        this.office = office;
    }

    @GetMapping("/requests")
    View list(Frame frame, Form address) {
        boolean in = !address.value("box").equals("out");
        return office.pages().show("requests", frame, lists.page(frame, address, in));
    }

    @GetMapping("/requests/{number}")
    View show(Frame frame, @PathVariable String number) {
        Officer officer = frame.officer();
        RequestDetail detail = casework.request(officer, new RequestNumber(number));
        return office.pages()
                .show("request", frame, views.page(office.lexicon(frame), officer, detail, beside(frame, detail)));
    }

    @GetMapping("/requests/{number}/check")
    View readBasis(Frame frame, @PathVariable String number) {
        return office.pages()
                .show("reason", frame, DecisionViews.check(office.lexicon(frame), detail(frame, number), Form.EMPTY));
    }

    @PostMapping("/requests/{number}/check")
    View checkBasis(Frame frame, Form form, @PathVariable String number) {
        Lexicon lexicon = office.lexicon(frame);
        RequestDetail detail = detail(frame, number);
        FormReader reader = new FormReader(frame.words(), form);
        boolean accepted = reader.text("accepted").equals("yes");
        Map<String, String> facts = new TreeMap<>();
        detail.openFacts().forEach(fact -> {
            String answer = form.value("facts." + fact.key());
            if (!answer.isEmpty()) {
                facts.put(fact.key(), answer);
            } else if (accepted) {
                String measure = detail.filed().request().type().measure();
                reader.wrong(
                        "facts." + fact.key(),
                        "error.wanted",
                        RequestForms.articles(detail.summary().law(), measure, fact.key()));
            }
        });
        if (!accepted && form.value("note").isEmpty()) {
            reader.wrong("note", "error.needed");
        }
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, DecisionViews.check(lexicon, detail, reader.form()));
        }
        if (!form.has("signed", "yes")) {
            return office.pages().show("confirm", frame, DecisionViews.checkConfirmed(lexicon, detail, form, accepted));
        }
        BasisCheck check = casework.checkBasis(
                frame.officer(),
                new RequestNumber(number),
                new BasisDecision(accepted, form.value("note"), facts, revision(form)));
        String what = detail.filed().side() == Direction.OUT ? "basis-accepted-sent" : "basis-accepted";
        return done(check.number(), check.accepted() ? what : accepted ? "basis-not-allowed" : "basis-returned");
    }

    /// The one whose paper stood on the page; what no page of ours sent is as if nobody had read it.
    private static Integer revision(Form form) {
        String read = form.value("revision");
        return read.matches("\\d{1,6}") ? Integer.valueOf(read) : -1;
    }

    @GetMapping("/requests/{number}/refusal")
    View readRefusal(Frame frame, @PathVariable String number) {
        return office.pages()
                .show("reason", frame, DecisionViews.refusal(office.lexicon(frame), detail(frame, number), Form.EMPTY));
    }

    @PostMapping("/requests/{number}/refusal")
    View refuse(Frame frame, Form form, @PathVariable String number) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        String ground = reader.text("ground");
        Bilingual reasons = new Bilingual(reader.text("reasonsEn"), reader.text("reasonsEs"));
        RefusalOrder order =
                new RefusalOrder(ground, null, reasons, form.value("withoutConsultation"), form.value("part"));
        RequestDetail detail = detail(frame, number);
        boolean consults =
                detail.grounds().stream().anyMatch(one -> one.key().equals(ground) && detail.wantsConsultation(one));
        if (consults && order.withoutConsultation().isBlank()) {
            reader.wrong("withoutConsultation", "error.consultation");
        }
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, DecisionViews.refusal(lexicon, detail, reader.form()));
        }
        if (!form.has("signed", "yes")) {
            return office.pages().show("confirm", frame, DecisionViews.refusalConfirmed(lexicon, detail, order));
        }
        casework.refuse(frame.officer(), new RequestNumber(number), order);
        return done(new RequestNumber(number), order.part().isBlank() ? "request-refused" : "part-refused");
    }

    @GetMapping("/requests/{number}/withdrawal")
    View readWithdrawal(Frame frame, @PathVariable String number) {
        return office.pages()
                .show(
                        "reason",
                        frame,
                        DecisionViews.withdrawal(office.lexicon(frame), detail(frame, number), Form.EMPTY));
    }

    @PostMapping("/requests/{number}/withdrawal")
    View withdraw(Frame frame, Form form, @PathVariable String number) {
        FormReader reader = new FormReader(frame.words(), form);
        String reason = reader.text("reason");
        if (reader.isBroken()) {
            return office.pages()
                    .show(
                            "reason",
                            frame,
                            DecisionViews.withdrawal(office.lexicon(frame), detail(frame, number), reader.form()));
        }
        casework.withdraw(frame.officer(), new RequestNumber(number), reason);
        return done(new RequestNumber(number), "request-withdrawn");
    }

    /// Requests of either side on which this officer takes the next step, the least time left first.
    ///
    /// @param assignee `me` for what the officer has, `none` for what nobody has, empty for all
    List<Line> waiting(Lexicon lexicon, Officer officer, String assignee) {
        return Stream.concat(casework.inbox(officer).stream(), casework.sent(officer).stream())
                .filter(one -> isWith(officer, one.assignment(), assignee))
                .map(one -> views.line(lexicon, officer, one))
                .filter(line -> !line.next().isEmpty())
                .toList();
    }

    private static boolean isWith(Officer officer, @Nullable Assignment assignment, String assignee) {
        OfficerId handler = assignment == null ? null : assignment.handler();
        return switch (assignee) {
            case RequestFilter.ME -> officer.id().equals(handler);
            case RequestFilter.NOBODY -> handler == null;
            default -> true;
        };
    }

    private List<Line> beside(Frame frame, RequestDetail detail) {
        Officer officer = frame.officer();
        Lexicon lexicon = office.lexicon(frame);
        return (switch (detail.filed().side()) {
                    case IN -> casework.received(officer);
                    case OUT -> casework.sent(officer);
                })
                .stream().map(one -> views.line(lexicon, officer, one)).toList();
    }

    private RequestDetail detail(Frame frame, String number) {
        return casework.request(frame.officer(), new RequestNumber(number));
    }

    static View done(RequestNumber number, String what) {
        return new RedirectView("/requests/" + number + "?done=" + what);
    }
}
