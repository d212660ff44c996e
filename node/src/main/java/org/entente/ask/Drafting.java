package org.entente.ask;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Assurance;
import org.entente.agreement.Fact;
import org.entente.agreement.FactTerm;
import org.entente.agreement.FieldKind;
import org.entente.agreement.FormTable;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.ask.Submission.FieldProblem;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;

/// From what an officer typed to a request, or to the list of fields to mend. Text is trimmed and brought into NFC, the
/// one form that crosses.
final class Drafting {
    private static final Texts TEXTS = Texts.of("ask");

    private final Agreement agreement;
    private final Measure measure;
    private final Draft draft;
    private final InstitutionId from;
    private final List<FieldProblem> problems = new ArrayList<>();

    private Drafting(Agreement agreement, Draft draft, InstitutionId from) {
        this.agreement = agreement;
        this.measure = agreement.measure(draft.type().measure());
        this.draft = draft;
        this.from = from;
    }

    /// A draft that reads, without a number yet; or the problems.
    record Read(List<FieldProblem> problems, @Nullable Checked checked) {}

    /// Everything a request needs but its number and time.
    record Checked(Draft draft, SortedMap<String, String> fields, Head.Declarations declarations) {
        Request request(Agreement agreement, RequestNumber number, InstitutionId from, Instant created, boolean quiet) {
            Head head = new Head(
                    number,
                    draft.agreement(),
                    from,
                    draft.to(),
                    draft.basis(),
                    draft.purpose(),
                    draft.urgency(),
                    clean(draft.urgencyReason()),
                    draft.handling(),
                    draft.offence(),
                    draft.demonstration(),
                    declarations,
                    created,
                    quiet);
            return Request.complete(agreement, draft.type(), head, fields);
        }
    }

    /// @param from the institution whose request it is
    static Read read(Agreement agreement, Draft draft, InstitutionId from) {
        Drafting drafting = new Drafting(agreement, draft, from);
        drafting.head();
        SortedMap<String, String> fields = drafting.fields();
        Head.Declarations declarations = drafting.declarations();
        return drafting.problems.isEmpty()
                ? new Read(List.of(), new Checked(draft, fields, declarations))
                : new Read(List.copyOf(drafting.problems), null);
    }

    private void head() {
        boolean known = agreement.institution(draft.to()).isPresent()
                && !draft.to().party().equals(from.party());
        require(known, "to", "institution-unknown");
        require(!known || competent(draft.to()), "to", "not-competent");
        require(competent(from), "from", "not-competent");
        boolean instrument = agreement.text().instruments().stream()
                .anyMatch(one -> one.key().equals(draft.basis().instrument()));
        require(instrument, "basis", "instrument-unknown");
        boolean article = !instrument || agreement.isInvocable(measure.key(), draft.basis());
        require(article, "basis", "article-unknown", bases());
        require(agreement.hasPurpose(draft.purpose()), "purpose", "purpose-unknown");
        boolean offence = draft.offence().isEmpty()
                ? !measure.namesOffence()
                : agreement.offence(draft.offence()).isPresent();
        require(offence, "offence", "offence-unknown", wants("offence"));
        require(!draft.handling().isEmpty(), "handling", "handling-missing", wants("handling"));
        boolean urgent = draft.urgency() != Urgency.ORDINARY;
        require(
                !urgent || !draft.urgencyReason().isBlank(),
                "urgencyReason",
                "urgency-reason-missing",
                wants("urgencyReason"));
        // The author is one of them.
        require(draft.knows().size() < Limits.KNOWS_MAX, "knows", "too-many-know");
        require(draft.urgencyReason().length() <= Limits.REASON_LENGTH_MAX, "urgencyReason", "too-long");
    }

    private boolean competent(InstitutionId id) {
        return agreement.institution(id).map(this::competent).orElse(false);
    }

    private boolean competent(Institution institution) {
        return institution.isCompetentFor(measure.key());
    }

    private SortedMap<String, String> fields() {
        SortedMap<String, String> fields = new TreeMap<>();
        for (Measure.FormSection section : measure.form()) {
            for (Measure.FormField field : section.fields()) {
                String text = text(field, clean(draft.fields().getOrDefault(field.key(), "")));
                require(
                        !field.required() || !text.isEmpty(),
                        field.key(),
                        "field-missing",
                        field.label(),
                        same(field.article()));
                require(text.length() <= field.lengthMax(), field.key(), "too-long");
                require(
                        text.isEmpty() || field.kind() == FieldKind.TABLE || field.takes(text),
                        field.key(),
                        "unfit-" + field.kind().word(),
                        options(field));
                if (!text.isEmpty()) {
                    fields.put(field.key(), text);
                }
            }
        }
        for (String key : draft.fields().keySet()) {
            require(measure.field(key).isPresent(), key, "field-unknown");
        }
        return fields;
    }

    /// What is kept of what was typed. Of a table's problems the first are named, each with its row.
    private String text(Measure.FormField field, String typed) {
        if (field.kind() != FieldKind.TABLE) {
            return typed;
        }
        FormTable.Read read = FormTable.read(field, typed);
        read.problems().stream().limit(Limits.ROWS_NAMED_MAX).forEach(problem -> row(field, problem));
        return read.text();
    }

    private void row(Measure.FormField field, FormTable.Problem problem) {
        Bilingual row = same(Integer.toString(problem.row()));
        switch (problem) {
            case FormTable.Problem.Missing missing ->
                require(false, field.key(), "row-missing", row, missing.column().label());
            case FormTable.Problem.Unfit unfit ->
                require(false, field.key(), "row-unfit", row, unfit.column().label(), labels(unfit.column()));
            case FormTable.Problem.Cells cells ->
                require(
                        false,
                        field.key(),
                        "row-cells",
                        row,
                        same(Integer.toString(cells.count())),
                        same(Integer.toString(field.columns().size())));
            case FormTable.Problem.TooMany _ ->
                require(false, field.key(), "rows-max", same(Integer.toString(field.rowsMax())));
        }
    }

    private static Bilingual same(String text) {
        return new Bilingual(text, text);
    }

    private Bilingual bases() {
        String listed = measure.bases().stream().map(LegalBasis::toString).collect(Collectors.joining("; "));
        return new Bilingual(listed, listed);
    }

    private Bilingual wants(String member) {
        return same(agreement.wants(member).orElseThrow());
    }

    private static Bilingual same(LegalBasis article) {
        return new Bilingual(article.toString(), article.toString());
    }

    /// The keys of a choice, which no language changes.
    private static Bilingual options(Measure.FormField field) {
        String keys = String.join(", ", field.options().sequencedKeySet());
        return new Bilingual(keys, keys);
    }

    /// As a table takes them in either language.
    private static Bilingual labels(Measure.FormField field) {
        return new Bilingual(
                field.options().values().stream().map(Bilingual::en).collect(Collectors.joining(", ")),
                field.options().values().stream().map(Bilingual::es).collect(Collectors.joining(", ")));
    }

    private Head.Declarations declarations() {
        Map<String, Fact> facts = new HashMap<>();
        draft.facts().forEach((key, text) -> {
            Optional<Fact> fact = stated(agreement, measure, FactTerm.AskedOf.REQUESTING, key, text);
            require(fact.isPresent(), "facts." + key, "fact-unfit");
            fact.ifPresent(value -> facts.put(key, value));
        });
        Set<String> known = new HashSet<>();
        agreement.text().assurances().stream().map(Assurance::key).forEach(known::add);
        require(known.containsAll(draft.assurances()), "assurances", "assurance-unknown");
        return new Head.Declarations(facts, draft.assurances());
    }

    /// A fact as text, if the pack asks this side for it under the measure and the text is one of its values.
    static Optional<Fact> stated(Agreement agreement, Measure measure, FactTerm.AskedOf side, String key, String text) {
        return agreement
                .fact(key)
                .filter(term -> term.askedOf() == side && measure.facts().contains(key))
                .flatMap(term -> term.parse(text));
    }

    private void require(boolean holds, String field, String key, Bilingual... named) {
        if (!holds) {
            Object[] en = Arrays.stream(named).map(Bilingual::en).toArray();
            Object[] es = Arrays.stream(named).map(Bilingual::es).toArray();
            String text = "problem." + key;
            problems.add(new FieldProblem(
                    field,
                    new Bilingual(
                            TEXTS.bilingual(text, en).en(),
                            TEXTS.bilingual(text, es).es())));
        }
    }

    /// A note for the file.
    ///
    /// @throws EntenteException ASK_FIELD_UNFIT with the field, if it is too long
    static String note(String field, String text) {
        String clean = clean(text);
        if (clean.length() > Limits.NOTE_LENGTH_MAX) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, field, "> " + Limits.NOTE_LENGTH_MAX);
        }
        return clean;
    }

    static String clean(String text) {
        return Normalizer.normalize(text.replace("\0", "").strip(), Normalizer.Form.NFC);
    }
}
