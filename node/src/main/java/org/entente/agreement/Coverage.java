package org.entente.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.LegalBasis;

/// Which provisions of a pack's instruments are modelled, and by what: computed from the pack, never
/// written down. A provision that nothing uses is listed as one.
public record Coverage(List<Line> lines) {
    public Coverage {
        lines = List.copyOf(lines);
    }

    /// A provision and, by their keys, what rests on it: rules, grounds, clocks, measures asked under
    /// it, and forms whose fields, milestones or head want something because of it; and terms: offences,
    /// undertakings and calendars.
    public record Line(
            LegalBasis provision,
            boolean checked,
            List<String> rules,
            List<String> grounds,
            List<String> clocks,
            List<String> bases,
            List<String> forms,
            List<String> terms) {
        public Line {
            rules = List.copyOf(rules);
            grounds = List.copyOf(grounds);
            clocks = List.copyOf(clocks);
            bases = List.copyOf(bases);
            forms = List.copyOf(forms);
            terms = List.copyOf(terms);
        }

        public boolean isUsed() {
            return !(rules.isEmpty()
                    && grounds.isEmpty()
                    && clocks.isEmpty()
                    && bases.isEmpty()
                    && forms.isEmpty()
                    && terms.isEmpty());
        }
    }

    public static Coverage of(AgreementText text) {
        Map<LegalBasis, TreeSet<String>> rules = new LinkedHashMap<>();
        text.rules().forEach(rule -> rule.articles().forEach(article -> add(rules, article.basis(), rule.id())));
        Map<LegalBasis, TreeSet<String>> grounds = new LinkedHashMap<>();
        text.grounds().forEach(ground -> add(grounds, ground.article(), ground.key()));
        Map<LegalBasis, TreeSet<String>> clocks = new LinkedHashMap<>();
        text.clocks().forEach((LegalClock clock) -> add(clocks, clock.article(), clock.key()));
        Map<LegalBasis, TreeSet<String>> terms = new LinkedHashMap<>();
        text.offences().forEach(offence -> add(terms, offence.article(), offence.key()));
        text.assurances().forEach(assurance -> add(terms, assurance.article(), assurance.key()));
        text.parties()
                .forEach(party -> party.office()
                        .calendar()
                        .holidays()
                        .forEach(holiday -> add(
                                terms,
                                holiday.article(),
                                party.office().calendar().key())));
        text.contactDuties()
                .forEach(duty ->
                        add(terms, duty.article(), "contacts-" + duty.party().code()));
        Map<LegalBasis, TreeSet<String>> bases = new LinkedHashMap<>();
        Map<LegalBasis, TreeSet<String>> forms = new LinkedHashMap<>();
        text.head().forEach((member, basis) -> add(forms, basis, "head"));
        for (Measure measure : text.measures()) {
            measure.bases().forEach(basis -> add(bases, basis, measure.key()));
            measure.fields().forEach(field -> add(forms, field.article(), measure.key()));
            measure.course()
                    .ifPresent(course -> course.milestones().forEach(milestone -> {
                        add(forms, milestone.article(), measure.key());
                        milestone.form().forEach(field -> add(forms, field.article(), measure.key()));
                    }));
        }
        List<Line> lines = new ArrayList<>();
        for (Instrument instrument : text.instruments()) {
            for (Article article : instrument.articles()) {
                LegalBasis provision = article.basis();
                lines.add(new Line(
                        provision,
                        article.checked(),
                        of(rules, provision),
                        of(grounds, provision),
                        of(clocks, provision),
                        of(bases, provision),
                        of(forms, provision),
                        of(terms, provision)));
            }
        }
        return new Coverage(lines);
    }

    public long usedCount() {
        return lines.stream().filter(Line::isUsed).count();
    }

    private static void add(Map<LegalBasis, TreeSet<String>> map, LegalBasis provision, String key) {
        map.computeIfAbsent(provision, _ -> new TreeSet<>()).add(key);
    }

    private static List<String> of(Map<LegalBasis, TreeSet<String>> map, LegalBasis provision) {
        return List.copyOf(map.getOrDefault(provision, new TreeSet<>()));
    }
}
