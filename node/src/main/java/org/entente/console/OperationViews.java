package org.entente.console;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.act.ActAction;
import org.entente.act.Consent;
import org.entente.act.ConsentOrder;
import org.entente.act.ConsentSignature;
import org.entente.act.Operation;
import org.entente.act.OperationId;
import org.entente.act.OperationState;
import org.entente.act.Operations;
import org.entente.act.Proposal;
import org.entente.act.Refusal;
import org.entente.act.SignedConsent;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.jspecify.annotations.Nullable;

/// Operations as pages show them.
final class OperationViews {
    private static final Set<Role> SIGNERS = EnumSet.of(Role.LAWYER, Role.CASE_OFFICER);
    private static final int SHORT_ID_LENGTH = 8;

    private final Operations operations;
    private final Demonstration demonstration;
    private final Office office;

    OperationViews(Operations operations, Demonstration demonstration, Office office) {
        this.operations = operations;
        this.demonstration = demonstration;
        this.office = office;
    }

    ListPage list(Lexicon lexicon, Officer officer) {
        Words words = lexicon.words();
        List<Link> actions = office.offers(officer, ActAction.PROPOSE)
                ? List.of(new Link("/operations/new", words.of("operation.write"), Link.Tone.FIRST))
                : List.of();
        return new ListPage(
                words.of("place.operations"),
                words.of("operations.state"),
                List.of(),
                actions,
                words.of("operations.with"),
                lines(lexicon, officer),
                words.of("operations.empty"),
                words.of("operations.empty.why"));
    }

    List<Line> waiting(Lexicon lexicon, Officer officer) {
        return lines(lexicon, officer).stream()
                .filter(line -> !line.next().isEmpty())
                .toList();
    }

    private List<Line> lines(Lexicon lexicon, Officer officer) {
        return operations.list(officer).stream()
                .map(one -> line(lexicon, officer, one))
                .toList();
    }

    private Line line(Lexicon lexicon, Officer officer, Operation operation) {
        Proposal proposal = operation.proposal();
        return new Line(
                "/operations/" + operation.id(),
                shortId(operation),
                proposal.title(),
                Clocks.until(lexicon, proposal.window().end()),
                lexicon.institution(
                        switch (operation.side()) {
                            case PROPOSER -> proposal.to();
                            case HOST -> proposal.from();
                        }),
                demonstration.holds(officer)
                        ? List.of(state(lexicon.words(), operation), Mark.invented(lexicon.words()))
                        : List.of(state(lexicon.words(), operation)),
                next(lexicon.words(), officer, operation));
    }

    private String next(Words words, Officer officer, Operation operation) {
        boolean decides = operation.side() == Operation.Side.HOST && office.offers(officer, ActAction.CONSENT);
        return switch (operation.state()) {
            case PROPOSED -> decides ? words.of("next.consent") : "";
            case CONSENTED_PARTIALLY -> decides ? words.of("next.countersign") : "";
            case CONSENTED ->
                awaitsCondition(operation) && office.offers(officer, ActAction.ACCEPT_CONDITION)
                        ? words.of("next.condition")
                        : "";
            case DRAFT, REFUSED, ARMED, DISARMED, REVOKED, ENDED -> "";
        };
    }

    OperationPage page(
            Lexicon lexicon,
            Officer officer,
            Operation operation,
            List<String> heldBecause,
            @Nullable RulingView ruling) {
        Words words = lexicon.words();
        SignedConsent consent = operation.consent();
        Bilingual condition = consent == null ? null : consent.consent().condition();
        String side = operation.side().name().toLowerCase(Locale.ROOT);
        return new OperationPage(
                shortId(operation),
                operation.proposal().title(),
                words.of("operation." + side + "." + word(operation.state()), other(lexicon, operation)),
                List.of(state(words, operation)),
                demonstration.holds(officer),
                heldBecause,
                facts(lexicon, operation),
                signatures(lexicon, consent),
                condition == null ? List.of() : List.of(new PaperPart(Words.both("operation.condition"), condition)),
                refusal(lexicon, operation.refusal()),
                ruling == null ? lexicon.ruling(operations.ruling(officer, operation.id())) : ruling,
                actions(words, officer, operation),
                presses(words, officer, operation),
                operations.steps(officer, operation.id()).stream()
                        .map(step -> new Event(
                                lexicon.moment(step.at()),
                                words.of("operation.event."
                                                + step.event().name().toLowerCase(Locale.ROOT))
                                        + " (" + Lexicon.actor(step.by()) + ")"))
                        .toList(),
                lines(lexicon, officer));
    }

    private static List<OperationPage.Signature> signatures(Lexicon lexicon, @Nullable SignedConsent consent) {
        if (consent == null) {
            return List.of();
        }
        List<OperationPage.Signature> signatures = new ArrayList<>();
        for (Role role : SIGNERS) {
            String name = lexicon.words().of("role." + role.name().toLowerCase(Locale.ROOT));
            signatures.add(consent.signatures().stream()
                    .filter(one -> one.role() == role)
                    .min(Comparator.comparing(ConsentSignature::signed))
                    .map(one -> new OperationPage.Signature(
                            name, true, lexicon.institution(one.institution()) + ", " + lexicon.moment(one.signed())))
                    .orElseGet(() -> new OperationPage.Signature(
                            name, false, lexicon.words().of("operation.unsigned"))));
        }
        return signatures;
    }

    private static @Nullable RefusalView refusal(Lexicon lexicon, @Nullable Refusal refusal) {
        if (refusal == null) {
            return null;
        }
        String ground = grounds(lexicon).stream()
                .filter(choice -> choice.value().equals(refusal.ground()))
                .map(Choice::label)
                .findFirst()
                .orElse(refusal.ground());
        return new RefusalView(
                ground, refusal.article(), List.of(new PaperPart(Words.both("reasons"), refusal.reasons())));
    }

    static List<Choice> grounds(Lexicon lexicon) {
        return lexicon.agreement().grounds(OperationForms.MEASURE).stream()
                .map(ground -> new Choice(
                        ground.key(),
                        lexicon.words().of(ground.text()),
                        ground.article().toString()))
                .toList();
    }

    static List<ConfirmPage.Row> facts(Lexicon lexicon, Operation operation) {
        Words words = lexicon.words();
        Proposal proposal = operation.proposal();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("column.from"), lexicon.institution(proposal.from())));
        rows.add(new ConfirmPage.Row(words.of("column.to"), lexicon.institution(proposal.to())));
        proposal.parts()
                .forEach(part -> rows.add(new ConfirmPage.Row(
                        words.of("field.territories"),
                        OperationForms.territory(lexicon, part.territory()) + ": " + part.place())));
        rows.add(new ConfirmPage.Row(
                words.of("field.window"),
                lexicon.moment(proposal.window().start()) + " – "
                        + lexicon.moment(proposal.window().end())));
        rows.add(new ConfirmPage.Row(
                words.of("field.measures"),
                String.join(
                        ", ",
                        proposal.measures().stream()
                                .map(key -> OperationForms.measure(words, key))
                                .toList())));
        rows.add(new ConfirmPage.Row(
                words.of("field.guests"), String.valueOf(proposal.guests().count())));
        rows.add(new ConfirmPage.Row(words.of("field.basis"), proposal.basis().toString()));
        rows.add(new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(proposal.purpose())));
        if (operation.caseNumber() != null) {
            rows.add(new ConfirmPage.Row(
                    words.of("field.case"), operation.caseNumber().value()));
        }
        rows.add(new ConfirmPage.Row(words.of("operation.id"), operation.id().hex()));
        return rows;
    }

    private List<Link> actions(Words words, Officer officer, Operation operation) {
        String base = "/operations/" + operation.id();
        List<Link> links = new ArrayList<>();
        boolean host = operation.side() == Operation.Side.HOST;
        OperationState state = operation.state();
        if (!host && state == OperationState.DRAFT && office.offers(officer, ActAction.PROPOSE)) {
            links.add(new Link(base + "/proposal", words.of("next.propose"), Link.Tone.FIRST));
        }
        boolean open = state == OperationState.PROPOSED || state == OperationState.CONSENTED_PARTIALLY;
        if (host && open && office.offers(officer, ActAction.CONSENT)) {
            links.add(new Link(base + "/consent", words.of("consent.do"), Link.Tone.FIRST, "y"));
        }
        if (host && open && office.offers(officer, ActAction.REFUSE)) {
            links.add(new Link(base + "/refusal", words.of("refuse.do"), Link.Tone.GRAVE, "n"));
        }
        boolean consented =
                state == OperationState.CONSENTED || state == OperationState.ARMED || state == OperationState.DISARMED;
        if (host && consented && office.offers(officer, ActAction.REVOKE)) {
            links.add(new Link(base + "/revocation", words.of("revoke.do"), Link.Tone.GRAVE));
        }
        return links;
    }

    /// Acts of the proposer that are one press: the node answers them at once.
    private List<Link> presses(Words words, Officer officer, Operation operation) {
        if (operation.side() == Operation.Side.HOST) {
            return List.of();
        }
        String base = "/operations/" + operation.id();
        boolean arms = office.offers(officer, ActAction.ARM);
        return switch (operation.state()) {
            case DRAFT, PROPOSED, CONSENTED, DISARMED -> {
                List<Link> links = new ArrayList<>();
                if (awaitsCondition(operation) && office.offers(officer, ActAction.ACCEPT_CONDITION)) {
                    links.add(new Link(base + "/condition", words.of("next.condition"), Link.Tone.FIRST));
                }
                if (arms) {
                    links.add(new Link(base + "/arming", words.of("arm.do"), Link.Tone.PLAIN));
                }
                yield links;
            }
            case ARMED ->
                arms ? List.of(new Link(base + "/disarming", words.of("disarm.do"), Link.Tone.GRAVE)) : List.of();
            case REFUSED, CONSENTED_PARTIALLY, REVOKED, ENDED -> List.of();
        };
    }

    private static boolean awaitsCondition(Operation operation) {
        SignedConsent consent = operation.consent();
        return operation.side() == Operation.Side.PROPOSER
                && consent != null
                && consent.consent().condition() != null
                && operation.conditionAccepted() == null;
    }

    /// What a signature under a consent means, before it is given.
    ConfirmPage signature(Lexicon lexicon, Officer officer, String id, Form form) {
        Words words = lexicon.words();
        Operation operation = operations.show(officer, new OperationId(id));
        String en = form.value("conditionEn");
        Bilingual typed = new Bilingual(en, form.value("conditionEs"));
        SignedConsent before = operation.consent();
        Consent signed = before == null ? null : before.consent();
        Bilingual condition = !en.isEmpty() ? typed : signed == null ? null : signed.condition();
        return new ConfirmPage(
                words.of("consent.title"),
                operation.proposal().title(),
                facts(lexicon, operation),
                words.of(ConsentOrder.statement()) + " " + words.of("consent.warning", other(lexicon, operation)),
                condition == null ? List.of() : List.of(new PaperPart(Words.both("operation.condition"), condition)),
                null,
                "/operations/" + id + "/consent",
                Map.of(
                        "signed", List.of("yes"),
                        "conditionEn", List.of(en),
                        "conditionEs", List.of(form.value("conditionEs"))),
                words.of("consent.sign"),
                false,
                "/operations/" + id);
    }

    /// A refusal or revocation before it is sent.
    ConfirmPage decision(Lexicon lexicon, Officer officer, String id, String act, String ground, Bilingual reasons) {
        Words words = lexicon.words();
        Operation operation = operations.show(officer, new OperationId(id));
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(words.of("confirm.reader"), other(lexicon, operation)));
        grounds(lexicon).stream()
                .filter(choice -> choice.value().equals(ground))
                .forEach(choice -> rows.add(
                        new ConfirmPage.Row(words.of("field.ground"), choice.label() + " (" + choice.hint() + ")")));
        return new ConfirmPage(
                words.of("operation." + act + ".title"),
                operation.proposal().title(),
                rows,
                words.of("operation." + act + ".warning"),
                List.of(new PaperPart(Words.both("reasons"), reasons)),
                null,
                "/operations/" + id + "/" + act,
                Map.of(
                        "signed", List.of("yes"),
                        "ground", List.of(ground),
                        "reasonsEn", List.of(reasons.en()),
                        "reasonsEs", List.of(reasons.es())),
                words.of("operation." + act + ".do"),
                true,
                "/operations/" + id);
    }

    private static String other(Lexicon lexicon, Operation operation) {
        Proposal proposal = operation.proposal();
        return lexicon.party(
                switch (operation.side()) {
                    case PROPOSER -> proposal.host();
                    case HOST -> proposal.proposer();
                });
    }

    private static Mark state(Words words, Operation operation) {
        Mark.Tone tone = switch (operation.state()) {
            case DRAFT, DISARMED -> Mark.Tone.PLAIN;
            case PROPOSED, CONSENTED_PARTIALLY -> Mark.Tone.SOON;
            case CONSENTED, ARMED -> Mark.Tone.PROVEN;
            case REFUSED, REVOKED -> Mark.Tone.REFUSED;
            case ENDED -> Mark.Tone.QUIET;
        };
        return new Mark(words.of("operation.mark." + word(operation.state())), tone);
    }

    private static String word(OperationState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String shortId(Operation operation) {
        return operation.id().hex().substring(0, SHORT_ID_LENGTH);
    }
}
