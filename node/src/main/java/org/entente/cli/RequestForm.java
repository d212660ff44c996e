package org.entente.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Institution;
import org.entente.agreement.Measure;
import org.entente.agreement.Offence;
import org.entente.agreement.PurposeTerm;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// The file of a request to fill in, as YAML, from the form of the agreement's pack. What may be left out stands behind
/// a `#`; what a line takes, behind its value, in both languages.
final class RequestForm {
    private final Agreement agreement;
    private final Measure measure;
    private final List<String> lines = new ArrayList<>();

    private RequestForm(Agreement agreement, Measure measure) {
        this.agreement = agreement;
        this.measure = measure;
    }

    static String of(Agreement agreement, Measure measure) {
        RequestForm form = new RequestForm(agreement, measure);
        form.head();
        form.fields();
        form.facts();
        return String.join("\n", form.lines) + "\n";
    }

    private void head() {
        lines.add("# " + both(measure.title()));
        lines.add("# " + both(measure.use()));
        lines.add("# entente request send FILE / entente request send ARCHIVO");
        lines.add("type: " + measure.key());
        lines.add("to: \"\"  # "
                + words(agreement.text().institutions().stream()
                        .filter(one -> one.isCompetentFor(measure.key()))
                        .map(Institution::id)
                        .map(Object::toString)
                        .toList()));
        lines.add("case: \"\"  # US-2026-000123, MX-2026-000123");
        LegalBasis first = measure.bases().getFirst();
        lines.add("basis: {instrument: " + first.instrument() + ", article: \"" + first.article() + "\"}  # "
                + words(measure.bases().stream().map(LegalBasis::toString).toList()));
        lines.add("purpose: \"\"  # "
                + words(agreement.text().purposes().stream()
                        .map(PurposeTerm::key)
                        .toList()));
        lines.add("urgency: ordinary  # ordinary, urgent, urgent-at-hand");
        lines.add("#urgencyReason: \"\"");
        lines.add("handling: [H1]  # H0, H1, H2, H3");
        lines.add((measure.namesOffence() ? "" : "#") + "offence: \"\"  # "
                + words(agreement.text().offences().stream().map(Offence::key).toList()));
        lines.add("#knows: []  # "
                + both(new Bilingual(
                        "quiet lane: accounts that know of it, a lawyer among them",
                        "vía reservada: cuentas que la conocen, con un jurista")));
        lines.add("demonstration: false  # true: " + both(new Bilingual("an exercise", "un ejercicio")));
    }

    private void fields() {
        lines.add("fields:");
        for (Measure.FormSection section : measure.form()) {
            lines.add("  # " + both(section.heading()));
            for (Measure.FormField field : section.fields()) {
                String takes = switch (field.kind()) {
                    case TEXT -> "";
                    case DAY -> "2026-11-28. ";
                    case YES_NO -> "yes, no. ";
                    case NUMBER -> "0 - 999999. ";
                    case CHOICE -> words(field.options().sequencedKeySet()) + ". ";
                    case TABLE ->
                        "CSV: "
                                + words(field.columns().stream()
                                        .map(Measure.FormField::key)
                                        .toList())
                                + ". ";
                };
                lines.add((field.required() ? "  " : "  #") + field.key() + ": \"\"  # " + takes + both(field.label()));
            }
        }
    }

    private void facts() {
        lines.add("# What the law asks of the side that asks / Lo que la ley pregunta a quien solicita");
        lines.add("facts:");
        for (FactTerm term : agreement.text().facts()) {
            if (term.askedOf() == FactTerm.AskedOf.REQUESTING && measure.facts().contains(term.key())) {
                String takes = switch (term.kind()) {
                    case YES_NO -> "yes, no";
                    case CHOICE -> words(term.options().sequencedKeySet());
                    case NUMBER -> "0 - 1000000";
                };
                lines.add("  #" + term.key() + ": \"\"  # " + takes + ". " + both(term.question()));
            }
        }
    }

    private static String words(Iterable<String> words) {
        List<String> listed = new ArrayList<>();
        words.forEach(listed::add);
        return String.join(", ", listed);
    }

    /// On one line, whatever the pack's text is.
    private static String both(Bilingual text) {
        return Arrays.stream(new String[] {text.en(), text.es()})
                .map(one -> one.replaceAll("\\s+", " "))
                .distinct()
                .collect(Collectors.joining(" / "));
    }
}
