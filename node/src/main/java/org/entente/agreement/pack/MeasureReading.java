package org.entente.agreement.pack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.Article;
import org.entente.agreement.FieldKind;
import org.entente.agreement.Measure;
import org.entente.agreement.Rule;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// The part of the schema in `measures.yaml`: what may be asked, and its form.
///
/// A field is of a kind: `text` (the default, with `length-max`), `day`, `yes-no`, `number`, `choice` with
/// `options: {KEY: {en, es}, ...}`, or `table` with `length-max`, `rows-max` and `columns`, fields of the other kinds.
/// A
/// table stands in the form of a request only.
final class MeasureReading {
    private static final String FIELD = "[a-z][A-Za-z0-9]{0,39}";
    private static final List<String> HEAD =
            List.of("to", "case", "basis", "purpose", "offence", "urgencyReason", "handling");

    private final Map<String, Article> articles;
    private final Map<String, String> purposes;
    private final Map<String, String> offences;

    MeasureReading(Map<String, Article> articles, List<String> purposes, List<String> offences) {
        this.articles = articles;
        this.purposes = PackReader.by(purposes, Function.identity());
        this.offences = PackReader.by(offences, Function.identity());
    }

    List<Measure> measures(Node root) {
        return root.only("head", "measures").eachOnce("measures", this::measure, Measure::key);
    }

    /// `head`: the article for each of its members, all of them.
    Map<String, LegalBasis> head(Node root) {
        Node head = root.at("head").only(HEAD.toArray(String[]::new));
        Map<String, LegalBasis> read = new LinkedHashMap<>();
        HEAD.forEach(member -> read.put(
                member,
                head.at(member).declared(articles, PackFiles.INSTRUMENTS).basis()));
        return read;
    }

    /// With the facts its rules test.
    static Measure withFacts(Measure measure, List<Rule> rules) {
        Set<String> facts = new LinkedHashSet<>();
        rules.stream()
                .filter(rule -> rule.measures().contains(measure.key()))
                .forEach(rule -> facts.addAll(rule.when().facts()));
        return new Measure(
                measure.key(),
                measure.title(),
                measure.askedBy(),
                measure.use(),
                measure.notice(),
                measure.namesOffence(),
                measure.wantsCounsel(),
                measure.usual(),
                measure.form(),
                measure.bases(),
                measure.course(),
                facts);
    }

    private Measure measure(Node node) {
        node.only(
                "key", "title", "asked-by", "use", "notice", "offence", "counsel", "usual", "bases", "form", "course");
        Measure.AskedBy askedBy = node.at("asked-by").among(List.of(Measure.AskedBy.values()), Measure.AskedBy::word);
        boolean byRequest = askedBy == Measure.AskedBy.REQUEST;
        if (!byRequest) {
            node.only("key", "title", "asked-by", "bases", "form");
        }
        return new Measure(
                node.at("key").text(PackReader.KEY, "firearm-trace"),
                node.at("title").bilingual(),
                askedBy,
                byRequest ? node.at("use").bilingual() : new Bilingual("", ""),
                node.find("notice").map(Node::bilingual),
                node.find("offence").map(Node::yesNo).orElse(true),
                node.find("counsel").map(Node::yesNo).orElse(false),
                node.find("usual").map(this::usual).orElse(Measure.Usual.NONE),
                node.at("form").each(this::section),
                node.at("bases")
                        .each(one ->
                                one.declared(articles, PackFiles.INSTRUMENTS).basis()),
                node.find("course").map(new CourseReading(this)::course),
                Set.of());
    }

    private Measure.Usual usual(Node node) {
        node.only("purpose", "offence");
        return new Measure.Usual(
                node.at("purpose").declared(purposes, "purposes"),
                node.at("offence").declared(offences, "offences"));
    }

    private Measure.FormSection section(Node node) {
        node.only("heading", "fields");
        return new Measure.FormSection(
                node.at("heading").bilingual(), node.eachOnce("fields", this::any, Measure.FormField::key));
    }

    private Measure.FormField any(Node node) {
        return field(node, List.of(FieldKind.values()));
    }

    /// A field of any kind but a table.
    Measure.FormField field(Node node) {
        return field(
                node,
                Arrays.stream(FieldKind.values())
                        .filter(kind -> kind != FieldKind.TABLE)
                        .toList());
    }

    private Measure.FormField field(Node node, List<FieldKind> kinds) {
        FieldKind kind = node.find("kind")
                .map(word -> word.among(kinds, FieldKind::word))
                .orElse(FieldKind.TEXT);
        switch (kind) {
            case TABLE ->
                node.only("key", "label", "hint", "required", "kind", "length-max", "rows-max", "columns", "article");
            case TEXT -> node.only("key", "label", "hint", "required", "kind", "length-max", "article");
            case CHOICE -> node.only("key", "label", "hint", "required", "kind", "options", "article");
            case DAY, YES_NO, NUMBER -> node.only("key", "label", "hint", "required", "kind", "article");
        }
        return new Measure.FormField(
                node.at("key").text(FIELD, "firearmType"),
                node.at("label").bilingual(),
                node.at("hint").bilingual(),
                node.at("required").yesNo(),
                kind,
                kind == FieldKind.CHOICE ? options(node.at("options")) : new LinkedHashMap<>(),
                switch (kind) {
                    case TEXT -> node.at("length-max").number(1, Limits.FIELD_LENGTH_MAX);
                    case TABLE -> node.at("length-max").number(1, Limits.TABLE_LENGTH_MAX);
                    case DAY, YES_NO, CHOICE, NUMBER -> Limits.WORD_LENGTH_MAX;
                },
                kind == FieldKind.TABLE ? node.eachOnce("columns", this::field, Measure.FormField::key) : List.of(),
                kind == FieldKind.TABLE ? node.at("rows-max").number(1, Limits.TABLE_ROWS_MAX) : 0,
                article(node));
    }

    LegalBasis article(Node node) {
        return node.at("article").declared(articles, PackFiles.INSTRUMENTS).basis();
    }

    private static SequencedMap<String, Bilingual> options(Node listed) {
        SequencedMap<String, Bilingual> options = new LinkedHashMap<>();
        for (String key : listed.keys()) {
            if (!key.matches(PackReader.KEY)) {
                throw listed.at(key).unfit(key, "machine-gun");
            }
            options.put(key, listed.at(key).bilingual());
        }
        if (options.size() < 2) {
            throw listed.unfit(Integer.toString(options.size()), "2 - n");
        }
        return options;
    }
}
