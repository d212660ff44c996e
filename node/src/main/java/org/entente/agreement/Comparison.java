package org.entente.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What one version of the law says otherwise than another, by the keys of the packs.
public record Comparison(List<Line> lines) {
    public Comparison {
        lines = List.copyOf(lines);
    }

    /// What a line is about, in the order of the list.
    public enum Kind {
        PARTY,
        INSTITUTION,
        PURPOSE,
        CODE,
        KEY_TYPE,
        ARTICLE,
        FACT,
        OFFENCE,
        GROUND,
        ASSURANCE,
        APPROVAL,
        HEAD,
        FORM,
        RULE,
        CLOCK,
        CONTACT_DUTY;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Bilingual text() {
            return Texts.of("agreement").bilingual("kind." + word());
        }
    }

    public enum Change {
        ADDED,
        REMOVED,
        CHANGED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Bilingual text() {
            return Texts.of("agreement").bilingual("change." + word());
        }
    }

    public record Line(Kind kind, String key, Change change) {}

    public static Comparison of(Agreement now, Agreement draft) {
        AgreementText before = now.text();
        AgreementText after = draft.text();
        List<Line> lines = new ArrayList<>();
        compare(
                lines,
                Kind.PARTY,
                before.parties(),
                after.parties(),
                one -> one.party().code());
        compare(
                lines,
                Kind.INSTITUTION,
                before.institutions(),
                after.institutions(),
                one -> one.id().value());
        compare(lines, Kind.PURPOSE, before.purposes(), after.purposes(), PurposeTerm::key);
        compare(lines, Kind.CODE, codes(before), codes(after));
        compare(
                lines,
                Kind.KEY_TYPE,
                before.discovery().keyTypes(),
                after.discovery().keyTypes(),
                DiscoveryPolicy.KeyType::key);
        compare(
                lines,
                Kind.ARTICLE,
                articles(before),
                articles(after),
                one -> one.basis().toString());
        compare(lines, Kind.FACT, before.facts(), after.facts(), FactTerm::key);
        compare(lines, Kind.OFFENCE, before.offences(), after.offences(), Offence::key);
        compare(lines, Kind.GROUND, before.grounds(), after.grounds(), Ground::key);
        compare(lines, Kind.ASSURANCE, before.assurances(), after.assurances(), Assurance::key);
        compare(lines, Kind.APPROVAL, before.approvals(), after.approvals(), Approval::key);
        compare(lines, Kind.HEAD, before.head(), after.head());
        compare(lines, Kind.FORM, before.measures(), after.measures(), Measure::key);
        compare(lines, Kind.RULE, before.rules(), after.rules(), Rule::id);
        compare(lines, Kind.CLOCK, before.clocks(), after.clocks(), LegalClock::key);
        compare(
                lines,
                Kind.CONTACT_DUTY,
                before.contactDuties(),
                after.contactDuties(),
                duty -> duty.party().code());
        return new Comparison(lines);
    }

    private static List<Article> articles(AgreementText text) {
        return text.instruments().stream()
                .flatMap(instrument -> instrument.articles().stream())
                .toList();
    }

    /// Handling, evaluation and the codes of others, and whether clearances are shared: each as a whole.
    private static Map<String, Object> codes(AgreementText text) {
        Map<String, Object> codes = new LinkedHashMap<>();
        codes.put("handling-codes", text.handlingCodes());
        codes.put("evaluation-codes", text.evaluationCodes());
        codes.put("shares-clearances", text.discovery().sharesClearances());
        text.codeSystems().forEach(system -> codes.put(system.key(), system));
        return codes;
    }

    private static <T> void compare(
            List<Line> lines, Kind kind, List<T> before, List<T> after, Function<T, String> key) {
        compare(lines, kind, by(before, key), by(after, key));
    }

    private static void compare(List<Line> lines, Kind kind, Map<String, ?> before, Map<String, ?> after) {
        before.forEach((key, one) -> {
            if (!after.containsKey(key)) {
                lines.add(new Line(kind, key, Change.REMOVED));
            } else if (!Objects.equals(one, after.get(key))) {
                lines.add(new Line(kind, key, Change.CHANGED));
            }
        });
        after.keySet().stream()
                .filter(key -> !before.containsKey(key))
                .forEach(key -> lines.add(new Line(kind, key, Change.ADDED)));
    }

    private static <T> Map<String, T> by(List<T> values, Function<T, String> key) {
        Map<String, T> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }
}
