package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.act.Arming;
import org.entente.act.ConsentOrder;
import org.entente.act.Operation;
import org.entente.act.OperationId;
import org.entente.act.Operations;
import org.entente.act.Proposing;
import org.entente.act.Signing;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Operations: propose, arm, disarm as the proposer; consent, refuse, revoke as the host.
@Controller
final class OperationsPages {
    private static final int REASONS_LENGTH_MAX = 2_000;

    private final Operations operations;
    private final OperationViews views;
    private final Office office;

    OperationsPages(Operations operations, Demonstration demonstration, Office office) {
        this.operations = operations;
        this.views = new OperationViews(operations, demonstration, office);
        this.office = office;
    }

    @GetMapping("/operations")
    View list(Frame frame) {
        return office.pages().show("list", frame, views.list(office.lexicon(frame), frame.officer()));
    }

    @GetMapping("/operations/new")
    View write(Frame frame) {
        return office.pages().show("reason", frame, OperationForms.draft(office.lexicon(frame), frame, Form.EMPTY));
    }

    @PostMapping("/operations/new")
    View draft(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        OperationForms.Read read = OperationForms.read(lexicon, form);
        if (read.order() == null) {
            return office.pages().show("reason", frame, OperationForms.draft(lexicon, frame, read.form()));
        }
        Operation operation = operations.draft(frame.officer(), read.order());
        return new RedirectView("/operations/" + operation.id() + "?done=operation-drafted");
    }

    @GetMapping("/operations/{id}")
    View show(Frame frame, @PathVariable String id) {
        return page(frame, operations.show(frame.officer(), new OperationId(id)), List.of(), null);
    }

    @GetMapping("/operations/{id}/proposal")
    View checkProposal(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        Operation operation = operations.show(officer, new OperationId(id));
        String host = lexicon.party(operation.proposal().host());
        return office.pages()
                .show(
                        "confirm",
                        frame,
                        new ConfirmPage(
                                words.of("propose.title", host),
                                operation.proposal().title(),
                                OperationViews.facts(lexicon, operation),
                                words.of("propose.warning", host),
                                List.of(),
                                lexicon.ruling(operations.ruling(officer, operation.id())),
                                "/operations/" + id + "/proposal",
                                Map.of(),
                                words.of("propose.do", host),
                                false,
                                "/operations/" + id));
    }

    @PostMapping("/operations/{id}/proposal")
    View propose(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        OperationId operation = new OperationId(id);
        return switch (operations.propose(officer, operation)) {
            case Proposing.Proposed _ -> done(id, "proposed");
            case Proposing.NotProposed not ->
                page(
                        frame,
                        operations.show(officer, operation),
                        List.of(frame.words().of("propose.unlawful")),
                        office.lexicon(frame).ruling(not.ruling()));
        };
    }

    /// Arming has no confirmation page: the rule answers, and what it says is shown on the operation's own page.
    @PostMapping("/operations/{id}/arming")
    View arm(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        OperationId operation = new OperationId(id);
        return switch (operations.arm(officer, operation)) {
            case Arming.Armed _ -> done(id, "armed");
            case Arming.Held held ->
                page(
                        frame,
                        operations.show(officer, operation),
                        held.reasons().stream()
                                .map(reason -> frame.words().of(reason.text()))
                                .toList(),
                        null);
        };
    }

    @PostMapping("/operations/{id}/disarming")
    View disarm(Frame frame, @PathVariable String id) {
        operations.disarm(frame.officer(), new OperationId(id));
        return done(id, "disarmed");
    }

    @PostMapping("/operations/{id}/condition")
    View acceptCondition(Frame frame, @PathVariable String id) {
        operations.acceptCondition(frame.officer(), new OperationId(id));
        return done(id, "condition-accepted");
    }

    @GetMapping("/operations/{id}/consent")
    View readConsent(Frame frame, @PathVariable String id) {
        return office.pages().show("reason", frame, consentForm(frame, id, Form.EMPTY));
    }

    /// The first press shows what the signature means; the second, with `signed`, signs.
    @PostMapping("/operations/{id}/consent")
    View consent(Frame frame, Form form, @PathVariable String id) {
        String en = form.value("conditionEn");
        String es = form.value("conditionEs");
        if (en.isEmpty() != es.isEmpty()) {
            Form wrong = form.with(
                    en.isEmpty() ? "conditionEn" : "conditionEs", frame.words().of("error.both"));
            return office.pages().show("reason", frame, consentForm(frame, id, wrong));
        }
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show("confirm", frame, views.signature(office.lexicon(frame), frame.officer(), id, form));
        }
        ConsentOrder order = en.isEmpty() ? ConsentOrder.asProposed() : new ConsentOrder(new Bilingual(en, es), null);
        OperationId operation = new OperationId(id);
        return switch (operations.consent(frame.officer(), operation, order)) {
            case Signing.Signed signed -> done(id, signed.signatureCount() == 2 ? "consent-sent" : "consent-signed");
            case Signing.NotSigned not ->
                page(
                        frame,
                        operations.show(frame.officer(), operation),
                        List.of(frame.words().of(not.text())),
                        null);
            case Signing.Unlawful unlawful ->
                page(
                        frame,
                        operations.show(frame.officer(), operation),
                        List.of(frame.words().of("consent.unlawful")),
                        office.lexicon(frame).ruling(unlawful.ruling()));
        };
    }

    @GetMapping("/operations/{id}/refusal")
    View readRefusal(Frame frame, @PathVariable String id) {
        return office.pages().show("reason", frame, refusalForm(frame, id, Form.EMPTY));
    }

    @PostMapping("/operations/{id}/refusal")
    View refuse(Frame frame, Form form, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        String ground = reader.text("ground");
        Bilingual reasons = new Bilingual(reader.text("reasonsEn"), reader.text("reasonsEs"));
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, refusalForm(frame, id, reader.form()));
        }
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show(
                            "confirm",
                            frame,
                            views.decision(office.lexicon(frame), frame.officer(), id, "refusal", ground, reasons));
        }
        operations.refuse(frame.officer(), new OperationId(id), ground, reasons);
        return done(id, "operation-refused");
    }

    @GetMapping("/operations/{id}/revocation")
    View readRevocation(Frame frame, @PathVariable String id) {
        return office.pages().show("reason", frame, revocationForm(frame, id, Form.EMPTY));
    }

    @PostMapping("/operations/{id}/revocation")
    View revoke(Frame frame, Form form, @PathVariable String id) {
        FormReader reader = new FormReader(frame.words(), form);
        Bilingual reasons = new Bilingual(reader.text("reasonsEn"), reader.text("reasonsEs"));
        if (reader.isBroken()) {
            return office.pages().show("reason", frame, revocationForm(frame, id, reader.form()));
        }
        if (!form.has("signed", "yes")) {
            return office.pages()
                    .show(
                            "confirm",
                            frame,
                            views.decision(office.lexicon(frame), frame.officer(), id, "revocation", "", reasons));
        }
        operations.revoke(frame.officer(), new OperationId(id), reasons);
        return done(id, "revoked");
    }

    /// Proposals on which this officer may decide, for the inbox.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        return views.waiting(lexicon, officer);
    }

    private View page(Frame frame, Operation operation, List<String> heldBecause, @Nullable RulingView ruling) {
        return office.pages()
                .show(
                        "operation",
                        frame.at("/operations/" + operation.id()),
                        views.page(office.lexicon(frame), frame.officer(), operation, heldBecause, ruling));
    }

    private ReasonPage consentForm(Frame frame, String id, Form form) {
        Words words = frame.words();
        Operation operation = operations.show(frame.officer(), new OperationId(id));
        return new ReasonPage(
                words.of("consent.title"),
                operation.proposal().title(),
                words.of("consent.state"),
                form,
                List.of(
                        text("conditionEn", words.of("field.conditionEn"), words.of("consent.hint"), "en"),
                        text("conditionEs", words.of("field.conditionEs"), "", "es")),
                List.of(),
                "/operations/" + id + "/consent",
                words.of("consent.check"),
                false,
                "/operations/" + id,
                "consent-" + id);
    }

    private ReasonPage refusalForm(Frame frame, String id, Form form) {
        Words words = frame.words();
        Operation operation = operations.show(frame.officer(), new OperationId(id));
        ReasonPage.Field ground = new ReasonPage.Field.One(
                "ground", words.of("field.ground"), "", OperationViews.grounds(office.lexicon(frame)));
        return reasons(frame, id, form, operation, "refusal", List.of(ground));
    }

    private ReasonPage revocationForm(Frame frame, String id, Form form) {
        Operation operation = operations.show(frame.officer(), new OperationId(id));
        return reasons(frame, id, form, operation, "revocation", List.of());
    }

    private static ReasonPage reasons(
            Frame frame, String id, Form form, Operation operation, String act, List<ReasonPage.Field> first) {
        Words words = frame.words();
        List<ReasonPage.Field> fields = new ArrayList<>(first);
        fields.add(text("reasonsEn", words.of("field.reasonsEn"), words.of("reasons.hint"), "en"));
        fields.add(text("reasonsEs", words.of("field.reasonsEs"), "", "es"));
        return new ReasonPage(
                words.of("operation." + act + ".title"),
                operation.proposal().title(),
                words.of("operation." + act + ".state"),
                form,
                fields,
                List.of(),
                "/operations/" + id + "/" + act,
                words.of("operation." + act + ".check"),
                true,
                "/operations/" + id,
                act + "-" + id);
    }

    private static ReasonPage.Field text(String name, String label, String hint, String lang) {
        return new ReasonPage.Field.Text(name, label, hint, REASONS_LENGTH_MAX, lang);
    }

    private static View done(String id, String what) {
        return new RedirectView("/operations/" + id + "?done=" + what);
    }
}
