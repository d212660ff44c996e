package org.entente.agreement.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Article;
import org.entente.agreement.CodeSystem;
import org.entente.agreement.Coverage;
import org.entente.agreement.Effect;
import org.entente.agreement.Instrument;
import org.entente.agreement.Rule;
import org.entente.agreement.clock.HolidayRule;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.junit.jupiter.api.Test;

/// `docs/law/us-mx.md` ends in a table made from the pack; here it is made again and compared.
class LawPageTest {
    private static final String MARK = "<!-- from the pack -->\n";
    private final Agreement agreement = ShippedPack.read();
    private final Coverage coverage = Coverage.of(agreement.text());

    @Test
    void thePageShowsEveryInstrumentArticleAndRuleOfThePack() throws IOException {
        Path page = ShippedPack.folder().resolve("../../docs/law/us-mx.md").normalize();
        String text = Files.readString(page);
        int mark = text.indexOf(MARK);
        assertTrue(mark >= 0, "no mark in " + page);
        String tables = tables();
        Path made = ShippedPack.folder()
                .resolve("../../node/target/us-mx-tables.md")
                .normalize();
        Files.writeString(made, tables);
        assertEquals(tables, text.substring(mark + MARK.length()), "the tables as they should be: " + made);
    }

    /// These three say how the others are to be applied, and no rule can hang on them.
    @Test
    void noArticleStandsInThePackWithoutAUse() {
        Set<String> used = new TreeSet<>();
        agreement.text().rules().forEach(rule -> rule.articles().forEach(one -> used.add(key(one.basis()))));
        agreement.text().grounds().forEach(one -> used.add(key(one.article())));
        agreement.text().offences().forEach(one -> used.add(key(one.article())));
        agreement.text().assurances().forEach(one -> used.add(key(one.article())));
        agreement.text().clocks().forEach(one -> used.add(key(one.article())));
        agreement.text().measures().forEach(measure -> {
            measure.bases().forEach(basis -> used.add(key(basis)));
            measure.form().forEach(section -> section.fields().forEach(field -> used.add(key(field.article()))));
            measure.course().stream()
                    .flatMap(course -> course.milestones().stream())
                    .forEach(milestone -> {
                        used.add(key(milestone.article()));
                        milestone.form().forEach(field -> used.add(key(field.article())));
                    });
        });
        agreement.text().head().values().forEach(basis -> used.add(key(basis)));
        agreement
                .text()
                .parties()
                .forEach(party -> party.office().calendar().holidays().stream()
                        .map(HolidayRule::article)
                        .forEach(basis -> used.add(key(basis))));
        List<String> idle = agreement.text().instruments().stream()
                .flatMap(instrument -> instrument.articles().stream())
                .map(article -> key(article.basis()))
                .filter(key -> !used.contains(key))
                .toList();
        assertEquals(List.of("UNTOC-2000 18(23)", "TIP-2000 6", "US-5USC-6103 (b)"), idle);
    }

    private String tables() {
        StringBuilder out = new StringBuilder("## Articles\n\n");
        out.append("| instrument | US | MX | article | what it says, in our words | what rests on it |\n");
        out.append("|---|---|---|---|---|---|\n");
        for (Instrument instrument : agreement.text().instruments()) {
            for (Article article : instrument.articles()) {
                out.append("| ")
                        .append(instrument.key())
                        .append(" | ")
                        .append(standing(instrument, "US"))
                        .append(" | ")
                        .append(standing(instrument, "MX"))
                        .append(" | ")
                        .append(article.basis().article())
                        .append(" | ")
                        .append(article.paraphrase().en())
                        .append(" | ")
                        .append(restsOn(article.basis()))
                        .append(" |\n");
            }
        }
        out.append("\n## Rules\n\n| rule | effect | measures | says |\n|---|---|---|---|\n");
        for (Rule rule : agreement.text().rules()) {
            out.append("| ")
                    .append(rule.id())
                    .append(" | ")
                    .append(effect(rule.effect()))
                    .append(" | ")
                    .append(String.join(", ", new TreeSet<>(rule.measures())))
                    .append(" | ")
                    .append(rule.text().en())
                    .append(" |\n");
        }
        out.append(codes());
        return out.toString();
    }

    private String codes() {
        StringBuilder out = new StringBuilder("\n## Codes of others\n\n");
        out.append("| codes | about | code | means | is | lost on the way |\n|---|---|---|---|---|---|\n");
        for (CodeSystem system : agreement.text().codeSystems()) {
            for (CodeSystem.Scale scale : system.scales()) {
                String begin = "| " + system.key() + " | " + scale.axis().word() + " | ";
                scale.reads()
                        .forEach(one -> out.append(begin)
                                .append(one.code() + " | " + one.means().en() + " | ")
                                .append("read as " + String.join(" ", one.as()) + " | ")
                                .append(one.loses().map(Bilingual::en).orElse("nothing") + " |\n"));
                scale.gives()
                        .forEach(one -> out.append(begin)
                                .append(one.own() + " (ours) | | given as " + one.code() + " | ")
                                .append(one.loses().map(Bilingual::en).orElse("nothing") + " |\n"));
            }
        }
        return out.toString();
    }

    private static String standing(Instrument instrument, String party) {
        return PackReader.word(instrument.standingFor(new Party(party)).name());
    }

    private String restsOn(LegalBasis basis) {
        Coverage.Line line = coverage.lines().stream()
                .filter(one -> one.provision().equals(basis))
                .findFirst()
                .orElseThrow();
        return Stream.of(
                        named("", line.rules()),
                        named("", line.clocks()),
                        named("grounds: ", line.grounds()),
                        named("basis of: ", line.bases()),
                        named("forms: ", line.forms()),
                        named("terms: ", line.terms()))
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String named(String what, List<String> keys) {
        return keys.isEmpty() ? "" : what + String.join(" ", keys);
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Permits _ -> "permits";
            case Effect.Refuses refuses -> "refuses: " + refuses.ground().key();
            case Effect.MayRefuse may -> "may refuse: " + may.ground().key();
            case Effect.NeedsAssurance needs ->
                "undertaking: " + needs.assurance().key();
            case Effect.Obliges _ -> "obliges";
        };
    }

    private static String key(LegalBasis basis) {
        return basis.instrument() + " " + basis.article();
    }
}
