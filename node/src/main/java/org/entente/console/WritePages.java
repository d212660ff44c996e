package org.entente.console;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreement.Assurance;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ruling;
import org.entente.ask.Casework;
import org.entente.ask.Draft;
import org.entente.ask.Event;
import org.entente.ask.Filed;
import org.entente.ask.HistoryEntry;
import org.entente.ask.Preview;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.ask.RequestType;
import org.entente.ask.State;
import org.entente.ask.Submission;
import org.entente.find.Discovery;
import org.entente.find.Hit;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bytes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Writing a request: anew, from a hit, or a draft under its number once more.
@Controller
final class WritePages {
    private final Casework casework;
    private final Discovery discovery;
    private final RequestViews views;
    private final Office office;

    WritePages(Casework casework, Discovery discovery, Office office) {
        this.casework = casework;
        this.discovery = discovery;
        this.views = new RequestViews(office);
        this.office = office;
    }

    /// `query` and `reference` name a hit of a query of this officer's: the form then opens with what
    /// it says. The value itself is in no address.
    @GetMapping("/requests/new")
    View write(
            Frame frame,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String reference) {
        Lexicon lexicon = office.lexicon(frame);
        Optional<RequestType> known = RequestType.of(lexicon.agreement(), type)
                .filter(one -> RequestForms.isOffered(lexicon, frame.officer(), one.measure()));
        if (known.isEmpty()) {
            return office.pages().show("writeRequest", frame, RequestForms.types(lexicon, frame.officer()));
        }
        Form start = RequestForms.start(lexicon, frame.officer(), known.get());
        Form form = start;
        if (!query.isEmpty()) {
            QueryEntry entry = discovery.query(frame.officer(), Bytes.fromHex(query));
            Optional<Hit> hit = FindViews.hit(entry, reference);
            form = hit.map(found -> RequestForms.fromHit(lexicon, start, known.get(), entry, found))
                    .orElse(form);
        }
        return rewrite(frame, known.get(), null, form, RequestForms.Law.SILENT);
    }

    /// Reads the form, puts it to the law, and shows what would be sent; nothing is kept.
    @PostMapping("/requests/new")
    View check(Frame frame, Form form) {
        RequestType type = type(frame, form);
        return check(frame.at(RequestForms.address(type, form)), form, type, null);
    }

    @PostMapping("/requests")
    View submit(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        RequestType type = type(frame, form);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<Draft> draft = RequestForms.draft(lexicon, type, reader);
        if (draft.isEmpty()) {
            return rewrite(frame, type, null, reader.form(), RequestForms.Law.SILENT);
        }
        return settled(frame, form, type, null, casework.submit(frame.officer(), draft.get()));
    }

    /// The draft as it stands, with what the law says of it.
    @GetMapping("/requests/{number}/revision")
    View revise(Frame frame, @PathVariable String number) {
        Lexicon lexicon = office.lexicon(frame);
        Filed filed = detail(frame, number).filed();
        Form form = RequestForms.filled(filed);
        FormReader reader = new FormReader(frame.words(), form);
        RequestForms.Law law = RequestForms.draft(lexicon, filed.request().type(), reader)
                .map(draft -> law(casework.preview(frame.officer(), draft)))
                .orElse(RequestForms.Law.SILENT);
        return rewrite(frame, filed.request().type(), number, reader.form(), law);
    }

    @PostMapping("/requests/{number}/revision")
    View revised(Frame frame, Form form, @PathVariable String number) {
        RequestType type = detail(frame, number).filed().request().type();
        if (!form.has("signed", "yes")) {
            return check(frame, form, type, number);
        }
        FormReader reader = new FormReader(frame.words(), form);
        Optional<Draft> draft = RequestForms.draft(office.lexicon(frame), type, reader);
        if (draft.isEmpty()) {
            return rewrite(frame, type, number, reader.form(), RequestForms.Law.SILENT);
        }
        Submission submission = casework.revise(frame.officer(), new RequestNumber(number), draft.get());
        return settled(frame, form, type, number, submission);
    }

    /// @param number of the draft that is mended; null for a new one
    private View check(Frame frame, Form form, RequestType type, @Nullable String number) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<Draft> draft = RequestForms.draft(lexicon, type, reader);
        if (draft.isEmpty()) {
            return rewrite(frame, type, number, reader.form(), RequestForms.Law.SILENT);
        }
        Preview preview = casework.preview(frame.officer(), draft.get());
        if (!preview.problems().isEmpty()) {
            return rewrite(frame, type, number, problems(frame, form, preview.problems()), RequestForms.Law.SILENT);
        }
        RequestForms.Law law = law(preview);
        if (law.asks() && !form.has("lawAsked", "yes")) {
            return rewrite(frame, type, number, RequestForms.asked(lexicon, type, form, law), law);
        }
        Form refused = RequestForms.refused(lexicon, type, form, preview.ruling());
        if (refused.isBroken()) {
            return rewrite(frame, type, number, refused, RequestForms.Law.SILENT);
        }
        ConfirmPage page = views.preview(lexicon, RequestForms.address(type, form), form, draft.get(), preview);
        return office.pages().show("confirm", frame, number == null ? page : asRevision(page, number));
    }

    private static ConfirmPage asRevision(ConfirmPage page, String number) {
        Map<String, List<String>> fields = new TreeMap<>(page.fields());
        fields.put("signed", List.of("yes"));
        String address = "/requests/" + number + "/revision";
        return new ConfirmPage(
                page.title(),
                number,
                page.rows(),
                page.warning(),
                page.paper(),
                page.ruling(),
                address,
                fields,
                page.button(),
                false,
                address);
    }

    private View settled(Frame frame, Form form, RequestType type, @Nullable String number, Submission submission) {
        return switch (submission) {
            case Submission.Recorded recorded ->
                RequestsPages.done(
                        recorded.number(), recorded.state() == State.DRAFT ? "request-drafted" : "request-submitted");
            case Submission.Incomplete incomplete ->
                rewrite(frame, type, number, problems(frame, form, incomplete.problems()), RequestForms.Law.SILENT);
        };
    }

    private View rewrite(Frame frame, RequestType type, @Nullable String number, Form form, RequestForms.Law law) {
        Lexicon lexicon = office.lexicon(frame);
        String note = number == null ? "" : note(lexicon, detail(frame, number));
        return office.pages()
                .show(
                        "writeRequest",
                        frame,
                        RequestForms.write(
                                lexicon, frame.officer(), type, number == null ? "" : number, note, form, law));
    }

    /// What the lawyer wrote who gave the draft back last.
    private static String note(Lexicon lexicon, RequestDetail detail) {
        return detail.history().stream()
                .filter(entry -> entry.event() == Event.BASIS_RETURNED || entry.event() == Event.LAW_CHANGED)
                .max(Comparator.comparing(HistoryEntry::at))
                .map(entry -> lexicon.words()
                        .of("revise.returned", Lexicon.actor(entry.by()), lexicon.moment(entry.at()), entry.note()))
                .orElse("");
    }

    private static RequestForms.Law law(Preview preview) {
        List<FactTerm> facts = preview.openFacts();
        Ruling ruling = preview.ruling();
        List<Assurance> assurances = ruling instanceof Ruling.NeedsAssurance needs ? needs.assurances() : List.of();
        return new RequestForms.Law(ruling, facts, assurances);
    }

    private RequestType type(Frame frame, Form form) {
        return RequestType.of(office.lexicon(frame).agreement(), form.value("type"))
                .orElseThrow(() -> new IllegalArgumentException("type"));
    }

    private RequestDetail detail(Frame frame, String number) {
        return casework.request(frame.officer(), new RequestNumber(number));
    }

    private static Form problems(Frame frame, Form form, List<Submission.FieldProblem> problems) {
        Form marked = form;
        for (Submission.FieldProblem problem : problems) {
            marked = marked.with(problem.field(), frame.words().of(problem.text()));
        }
        return marked;
    }
}
