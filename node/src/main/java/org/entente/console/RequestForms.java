package org.entente.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Assurance;
import org.entente.agreement.Effect;
import org.entente.agreement.FactReading;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Measure;
import org.entente.agreement.Rule;
import org.entente.agreement.Ruling;
import org.entente.ask.Draft;
import org.entente.ask.Filed;
import org.entente.ask.Head;
import org.entente.ask.RequestType;
import org.entente.ask.Urgency;
import org.entente.find.Hit;
import org.entente.find.QueryEntry;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// The form of a request as the agreement's pack gives it, and its reading.
final class RequestForms {
    /// From this length on a field is a box, below it a line.
    private static final int LINE_LENGTH_MAX = 300;

    /// The agreement's key type of maker and serial number.
    private static final String FIREARM = "firearm-serial";

    private static final RequestType TRACE = new RequestType("firearm-trace");
    private static final RequestType POLICE = new RequestType("police-information");

    /// Ids and handles of 128 bits.
    private static final String HANDLE = "[0-9a-f]{32}";

    private static final Texts ASK = Texts.of("ask");

    private RequestForms() {}

    /// What the law says of a form and what it still wants to be told.
    record Law(@Nullable Ruling ruling, List<FactTerm> facts, List<Assurance> assurances) {
        static final Law SILENT = new Law(null, List.of(), List.of());

        Law {
            facts = List.copyOf(facts);
            assurances = List.copyOf(assurances);
        }

        boolean asks() {
            return !facts.isEmpty() || !assurances.isEmpty();
        }
    }

    /// What a form opens with: the agreement's first basis, what it calls usual, and the one institution whose own
    /// field
    /// this is.
    static Form start(Lexicon lexicon, Officer officer, RequestType type) {
        Measure measure = lexicon.agreement().measure(type.measure());
        Map<String, List<String>> values = new HashMap<>();
        values.put("urgency", List.of(Urgency.ORDINARY.word()));
        values.put("handling", List.of("H1"));
        values.put("basis", List.of(choice(measure.bases().getFirst())));
        values.put("purpose", List.of(measure.usual().purpose()));
        values.put("offence", List.of(measure.usual().offence()));
        values.put("to", List.of(lexicon.usualCounterpart(officer, type.measure())));
        return Form.of(values);
    }

    static String title(Lexicon lexicon, RequestType type) {
        return lexicon.words().of(lexicon.agreement().measure(type.measure()).title());
    }

    /// What the agreement says over every request of the type; empty for most.
    static String notice(Lexicon lexicon, RequestType type) {
        return lexicon.agreement()
                .measure(type.measure())
                .notice()
                .map(lexicon.words()::of)
                .orElse("");
    }

    /// Those that the agreement lets the officer's institution ask for.
    static WriteRequestPage types(Lexicon lexicon, Officer officer) {
        Words words = lexicon.words();
        List<WriteRequestPage.TypeRow> rows = lexicon.agreement().requests().stream()
                .filter(measure -> isOffered(lexicon, officer, measure.key()))
                .map(measure -> new WriteRequestPage.TypeRow(
                        "/requests/new?type=" + measure.key(), words.of(measure.title()), words.of(measure.use())))
                .toList();
        return new WriteRequestPage(
                "",
                words.of("requests.write"),
                "",
                "",
                "",
                null,
                rows,
                Form.EMPTY,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static boolean isOffered(Lexicon lexicon, Officer officer, String measure) {
        return lexicon.agreement()
                .institution(officer.institution())
                .filter(institution -> institution.isCompetentFor(measure))
                .isPresent();
    }

    static WriteRequestPage write(
            Lexicon lexicon, Officer officer, RequestType type, String number, String note, Form form, Law law) {
        Words words = lexicon.words();
        Measure measure = lexicon.agreement().measure(type.measure());
        List<WriteRequestPage.Part> parts = measure.form().stream()
                .map(section -> new WriteRequestPage.Part(
                        words.of(section.heading()),
                        section.fields().stream()
                                .map(field -> field(words, field))
                                .toList(),
                        section.fields().stream()
                                .map(field -> field.article().toString())
                                .distinct()
                                .collect(Collectors.joining(", "))))
                .toList();
        return new WriteRequestPage(
                type.measure(),
                title(lexicon, type),
                notice(lexicon, type),
                number,
                note,
                law.ruling() == null || number.isEmpty() ? null : lexicon.ruling(law.ruling()),
                List.of(),
                form,
                lexicon.counterparts(officer, type.measure()),
                lexicon.bases(type.measure()),
                lexicon.purposes(),
                Arrays.stream(Urgency.values())
                        .map(urgency ->
                                new Choice(urgency.word(), ASK.text("urgency." + urgency.word(), words.language())))
                        .toList(),
                !measure.namesOffence()
                        ? List.of()
                        : lexicon.agreement().text().offences().stream()
                                .map(offence -> new Choice(offence.key(), words.of(offence.name())))
                                .toList(),
                lexicon.handlingCodes(),
                parts,
                lawAsks(lexicon, measure, form, law));
    }

    static ReasonPage.Field field(Words words, Measure.FormField field) {
        String name = field.key();
        String label = words.of(field.label()) + (field.required() ? "" : " " + words.of("write.optional"));
        String hint = words.of(field.hint());
        return switch (field.kind()) {
            case TEXT ->
                field.lengthMax() > LINE_LENGTH_MAX
                        ? new ReasonPage.Field.Text(name, label, hint, field.lengthMax(), words.tag())
                        : new ReasonPage.Field.Line(name, label, hint, field.lengthMax());
            case TABLE ->
                new ReasonPage.Field.Text(name, label, columns(words, field, hint), field.lengthMax(), words.tag());
            case DAY -> new ReasonPage.Field.Day(name, label, hint);
            case NUMBER -> new ReasonPage.Field.Whole(name, label, hint);
            case YES_NO -> new ReasonPage.Field.One(name, label, hint, yesNo(words));
            case CHOICE -> new ReasonPage.Field.One(name, label, hint, choices(words, field.options()));
        };
    }

    private static String columns(Words words, Measure.FormField table, String hint) {
        return hint + " "
                + words.of(
                        "write.columns",
                        table.rowsMax(),
                        table.columns().stream()
                                .map(column -> words.of(column.label())
                                        + (column.required() ? "" : " " + words.of("write.optional")))
                                .collect(Collectors.joining("; ")));
    }

    private static List<Choice> yesNo(Words words) {
        return List.of(new Choice("yes", words.of("yes")), new Choice("no", words.of("no")));
    }

    private static List<Choice> choices(Words words, Map<String, Bilingual> options) {
        return options.entrySet().stream()
                .map(option -> new Choice(option.getKey(), words.of(option.getValue())))
                .toList();
    }

    /// What the law asks of whoever writes: every question of the type from the start, undertakings once they are
    /// needed.
    private static List<ReasonPage.Field> lawAsks(Lexicon lexicon, Measure measure, Form form, Law law) {
        Agreement agreement = lexicon.agreement();
        List<ReasonPage.Field> fields = new ArrayList<>();
        agreement.text().facts().stream()
                .filter(term -> term.askedOf() == FactTerm.AskedOf.REQUESTING
                        && measure.facts().contains(term.key()))
                .forEach(term -> fields.add(fact(lexicon, measure.key(), term)));
        Set<String> given = Set.copyOf(form.all("assurances"));
        List<Choice> undertakings = agreement.text().assurances().stream()
                .filter(one -> given.contains(one.key()) || law.assurances().contains(one))
                .map(one -> new Choice(
                        one.key(), lexicon.words().of(one.text()), one.article().toString()))
                .toList();
        if (!undertakings.isEmpty()) {
            fields.add(new ReasonPage.Field.Several(
                    "assurances", lexicon.words().of("field.assurances"), "", undertakings));
        }
        if (law.asks()) {
            fields.add(new ReasonPage.Field.Several(
                    "lawAsked",
                    lexicon.words().of("field.lawAsked"),
                    "",
                    List.of(new Choice("yes", lexicon.words().of("write.law.done")))));
        }
        return fields;
    }

    /// The form with what the law still waits for marked at its place, each with the article that wants it.
    static Form asked(Lexicon lexicon, RequestType type, Form form, Law law) {
        Form marked = form;
        for (FactTerm fact : law.facts()) {
            marked = marked.with(
                    "facts." + fact.key(),
                    lexicon.words().of("error.wanted", articles(lexicon.agreement(), type.measure(), fact.key())));
        }
        if (!law.assurances().isEmpty()) {
            String articles = law.assurances().stream()
                    .map(one -> one.article().toString())
                    .distinct()
                    .collect(Collectors.joining(", "));
            marked = marked.with("assurances", lexicon.words().of("error.undertaking", articles));
        }
        return marked;
    }

    /// The form with an empty field marked that a rule refuses for, such as a firearm without a number.
    static Form refused(Lexicon lexicon, RequestType type, Form form, @Nullable Ruling ruling) {
        Form marked = form;
        if (ruling instanceof Ruling.Refused refused) {
            Measure measure = lexicon.agreement().measure(type.measure());
            for (Ruling.FiredRule fired : refused.trace().fired()) {
                Optional<String> field = fired.rule().effect() instanceof Effect.Refuses
                        ? emptyField(lexicon.agreement(), measure, form, fired.rule())
                        : Optional.empty();
                if (field.isPresent()) {
                    String articles = fired.rule().articles().stream()
                            .map(article -> article.basis().toString())
                            .collect(Collectors.joining(", "));
                    marked = marked.with(
                            field.get(),
                            lexicon.words().of(fired.rule().text()) + " "
                                    + lexicon.words().of("write.asked-by", articles));
                }
            }
        }
        return marked;
    }

    /// The first field that a fact of the rule is read from, if none of them is filled.
    private static Optional<String> emptyField(Agreement agreement, Measure measure, Form form, Rule rule) {
        for (String key : rule.when().facts()) {
            FactTerm term = agreement.fact(key).orElseThrow();
            if (term.reading() instanceof FactReading.AnyOf any) {
                List<String> fields = any.tests().stream()
                        .map(FactReading.FieldTest::field)
                        .filter(field -> measure.field(field).isPresent())
                        .distinct()
                        .toList();
                if (!fields.isEmpty()
                        && fields.stream().allMatch(field -> form.value(field).isEmpty())) {
                    return Optional.of(fields.getFirst());
                }
            }
        }
        return Optional.empty();
    }

    /// A fact of the pack as a field: its question, its answers, the articles that hang on it.
    static ReasonPage.Field fact(Lexicon lexicon, String measure, FactTerm fact) {
        return fact(lexicon, measure, fact, "");
    }

    /// @param beside what is known here that may help to answer; empty for nothing
    static ReasonPage.Field fact(Lexicon lexicon, String measure, FactTerm fact, String beside) {
        Words words = lexicon.words();
        String name = "facts." + fact.key();
        String question = words.of(fact.question());
        String asked = words.of("write.asked-by", articles(lexicon.agreement(), measure, fact.key()));
        String hint = beside.isEmpty() ? asked : asked + " " + beside;
        return switch (fact.kind()) {
            case YES_NO -> new ReasonPage.Field.One(name, question, hint, yesNo(words));
            case CHOICE -> new ReasonPage.Field.One(name, question, hint, choices(words, fact.options()));
            case NUMBER -> new ReasonPage.Field.Whole(name, question, hint);
        };
    }

    static String articles(Agreement agreement, String measure, String fact) {
        return agreement.articlesOn(measure, fact).stream()
                .map(LegalBasis::toString)
                .collect(Collectors.joining(", "));
    }

    /// Where the form stands, to come back to: its type, and the hit it began with.
    static String address(RequestType type, Form form) {
        String address = "/requests/new?type=" + type.measure();
        String query = form.value("query");
        String reference = form.value("reference");
        boolean hit = query.matches(HANDLE) && reference.matches(HANDLE);
        return hit ? address + "&query=" + query + "&reference=" + reference : address;
    }

    /// The type by which one asks about what a hit names; the first of the agreement where it has none of these.
    static RequestType typeFor(Agreement agreement, String keyType) {
        RequestType wanted = keyType.equals(FIREARM) ? TRACE : POLICE;
        return RequestType.of(agreement, wanted.measure())
                .orElseGet(() -> RequestType.all(agreement).getFirst());
    }

    /// What a hit says of the request that follows it: case, basis, purpose, the identifier in its own field where the
    /// form has one, and the other party's reference among the reasons.
    static Form fromHit(Lexicon lexicon, Form start, RequestType type, QueryEntry entry, Hit hit) {
        Measure measure = lexicon.agreement().measure(type.measure());
        Map<String, List<String>> values = new HashMap<>(start.values());
        values.put("query", List.of(entry.id().hex()));
        Bytes handle = hit.handle();
        String reference = handle == null ? "" : handle.hex();
        values.put("reference", List.of(reference));
        values.put("case", List.of(entry.caseNumber().value()));
        values.put("purpose", List.of(entry.purpose().code()));
        if (measure.bases().contains(entry.basis())) {
            values.put("basis", List.of(choice(entry.basis())));
        }
        if (type.equals(TRACE)) {
            int slash = hit.value().indexOf('/');
            values.put(
                    "manufacturer",
                    List.of(hit.value().substring(0, Math.max(0, slash)).strip()));
            values.put("serial", List.of(hit.value().substring(slash + 1).strip()));
        } else if (measure.field(entry.keyType()).isPresent()) {
            values.put(entry.keyType(), List.of(hit.value()));
        }
        String reasons = measure.field("reasonHeld").isPresent() ? "reasonHeld" : "facts";
        values.put(
                reasons,
                List.of(lexicon.words()
                        .of(
                                "write.from-hit",
                                lexicon.moment(entry.asked()),
                                FindViews.keyType(lexicon, entry.keyType()),
                                hit.value(),
                                reference)));
        return Form.of(values);
    }

    /// A draft as the form that made it.
    static Form filled(Filed filed) {
        Head head = filed.request().head();
        Map<String, List<String>> values = new HashMap<>();
        filed.request().fields().forEach((key, value) -> values.put(key, List.of(value)));
        head.declarations().facts().forEach((key, fact) -> values.put("facts." + key, List.of(fact.text())));
        values.put(
                "assurances", head.declarations().assurances().stream().sorted().toList());
        values.put("to", List.of(head.to().value()));
        values.put("basis", List.of(choice(head.basis())));
        values.put("purpose", List.of(head.purpose().code()));
        values.put("urgency", List.of(head.urgency().word()));
        values.put("urgencyReason", List.of(head.urgencyReason()));
        values.put("handling", head.handling().stream().map(Enum::name).sorted().toList());
        values.put("offence", List.of(head.offence()));
        if (filed.caseNumber() != null) {
            values.put("case", List.of(filed.caseNumber().value()));
        }
        if (head.demonstration()) {
            values.put("demonstration", List.of("yes"));
        }
        return Form.of(values);
    }

    private static String choice(LegalBasis basis) {
        return basis.instrument() + "|" + basis.article();
    }

    /// Empty when the reader found errors.
    static Optional<Draft> draft(Lexicon lexicon, RequestType type, FormReader reader) {
        Form form = reader.form();
        Agreement agreement = lexicon.agreement();
        Measure measure = agreement.measure(type.measure());
        Optional<InstitutionId> to = reader.wanted("to", wants(agreement, "to"), InstitutionId::new);
        Optional<CaseNumber> caseNumber = reader.wanted("case", wants(agreement, "case"), CaseNumber::new);
        Optional<LegalBasis> basis = reader.wanted("basis", wants(agreement, "basis"), Lexicon::basis);
        Optional<Purpose> purpose = reader.wanted("purpose", wants(agreement, "purpose"), Purpose::new);
        String offence = measure.namesOffence()
                ? reader.wanted("offence", wants(agreement, "offence"), Function.identity())
                        .orElse("")
                : "";
        measure.fields()
                .filter(Measure.FormField::required)
                .forEach(field -> reader.wanted(field.key(), field.article().toString(), Function.identity()));
        Optional<Urgency> urgency = reader.value("urgency", RequestForms::urgency);
        Set<OfficerId> knows = form.value("knows").isEmpty()
                ? Set.of()
                : reader.value("knows", RequestForms::officers).orElse(Set.of());
        if (reader.isBroken()) {
            return Optional.empty();
        }
        Map<String, String> fields = new HashMap<>();
        measure.fields()
                .map(Measure.FormField::key)
                .filter(key -> !form.value(key).isEmpty())
                .forEach(key -> fields.put(key, form.value(key)));
        Map<String, String> facts = new HashMap<>();
        form.values().keySet().stream()
                .filter(name -> name.startsWith("facts.") && !form.value(name).isEmpty())
                .forEach(name -> facts.put(name.substring("facts.".length()), form.value(name)));
        return Optional.of(new Draft(
                agreement.id(),
                type,
                to.orElseThrow(),
                caseNumber.orElseThrow(),
                basis.orElseThrow(),
                purpose.orElseThrow(),
                urgency.orElseThrow(),
                form.value("urgencyReason"),
                reader.handling("handling"),
                offence,
                form.has("demonstration", "yes"),
                fields,
                facts,
                Set.copyOf(form.all("assurances")),
                knows));
    }

    private static Set<OfficerId> officers(String text) {
        return Arrays.stream(text.split("[,\\s]+")).map(OfficerId::new).collect(Collectors.toUnmodifiableSet());
    }

    private static String wants(Agreement agreement, String member) {
        return agreement.wants(member).map(LegalBasis::toString).orElse("");
    }

    private static Urgency urgency(String word) {
        return Arrays.stream(Urgency.values())
                .filter(urgency -> urgency.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }
}
