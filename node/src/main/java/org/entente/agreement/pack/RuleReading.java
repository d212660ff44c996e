package org.entente.agreement.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Approval;
import org.entente.agreement.Article;
import org.entente.agreement.Assurance;
import org.entente.agreement.Condition;
import org.entente.agreement.Effect;
import org.entente.agreement.Fact;
import org.entente.agreement.FactReading;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Instrument;
import org.entente.agreement.Measure;
import org.entente.agreement.Offence;
import org.entente.agreement.PurposeTerm;
import org.entente.agreement.Rule;
import org.entente.agreement.clock.LegalClock;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.Role;

/// The part of the schema that rules: `terms.yaml` (facts, grounds, assurances, approvals) and `rules.yaml`.
///
/// A fact asked of the node may have `reads`: `{any: [FIELD, FIELD=VALUE, ...]}`, `{value: FIELD}` or
/// `{purpose: criminal}`. A condition is `always`, `{fact: KEY, is: VALUE}`, `{fact: KEY, in: [VALUE, ...]}`, `{fact:
/// KEY, at-least: NUMBER}`,
/// `{fact: KEY, below: NUMBER}`, `{all: [...]}`, `{any: [...]}` or `{not: ...}`. A rule has exactly one effect:
/// `permits: yes`, `refuses: GROUND`, `may-refuse: GROUND`, `needs-assurance: ASSURANCE` or
/// `obliges: {approvals: [...], clocks: [...]}`.
final class RuleReading {
    private static final String KEY = "[a-z][a-z0-9.-]{0,59}";
    private static final List<String> EFFECTS =
            List.of("permits", "refuses", "may-refuse", "needs-assurance", "obliges");

    private final Map<String, Article> articles;
    private final Map<String, Measure> measures;
    private final Map<String, LegalClock> clocks;
    private final Map<String, FactTerm> facts;
    private final List<Offence> offences;
    private final Map<String, Ground> grounds;
    private final Map<String, Assurance> assurances;
    private final Map<String, Approval> approvals;
    private final List<Rule> rules;

    RuleReading(
            Node termsRoot,
            Node rulesRoot,
            Map<String, Article> articles,
            Map<String, Measure> measures,
            List<LegalClock> clocks,
            List<Instrument> instruments,
            List<PurposeTerm> purposes) {
        this.articles = articles;
        this.measures = measures;
        this.clocks = PackReader.by(clocks, LegalClock::key);
        Node terms = termsRoot.only("facts", "offences", "grounds", "assurances", "approvals");
        Map<String, Bilingual> instrumentTitles = new LinkedHashMap<>();
        instruments.forEach(one -> instrumentTitles.put(one.key(), one.title()));
        Map<String, Bilingual> purposeNames = new LinkedHashMap<>();
        purposes.forEach(one -> purposeNames.put(one.key(), one.text()));
        this.facts = PackReader.by(
                terms.eachOnce("facts", node -> fact(node, instrumentTitles, purposeNames), FactTerm::key),
                FactTerm::key);
        this.offences = terms.eachOnce("offences", this::offence, Offence::key);
        this.grounds = PackReader.by(terms.eachOnce("grounds", this::ground, Ground::key), Ground::key);
        this.assurances = PackReader.by(terms.eachOnce("assurances", this::assurance, Assurance::key), Assurance::key);
        this.approvals =
                PackReader.by(terms.eachOnce("approvals", RuleReading::approval, Approval::key), Approval::key);
        if (!grounds.containsKey("no-basis")) {
            throw terms.at("grounds").problem(AgreementCode.PACK_KEY_MISSING, "no-basis");
        }
        this.rules = rulesRoot.only("rules").eachOnce("rules", this::rule, Rule::id);
    }

    List<FactTerm> facts() {
        return List.copyOf(facts.values());
    }

    List<Offence> offences() {
        return offences;
    }

    List<Ground> grounds() {
        return List.copyOf(grounds.values());
    }

    List<Assurance> assurances() {
        return List.copyOf(assurances.values());
    }

    List<Approval> approvals() {
        return List.copyOf(approvals.values());
    }

    List<Rule> rules() {
        return rules;
    }

    private FactTerm fact(Node node, Map<String, Bilingual> instruments, Map<String, Bilingual> purposes) {
        node.only("key", "kind", "asked-of", "question", "options", "reads", "counsel");
        String key = node.at("key").text(KEY, "offence.max-penalty-years");
        FactTerm.Kind kind = node.at("kind").among(List.of(FactTerm.Kind.values()), FactTerm.Kind::word);
        SequencedMap<String, Bilingual> options = new LinkedHashMap<>();
        if (kind == FactTerm.Kind.CHOICE) {
            Node listed = node.at("options");
            if (listed.tree() instanceof YamlTree.Scalar) {
                options.putAll(
                        listed.text("instruments|purposes", "instruments | purposes | key: {en, es}")
                                        .equals("instruments")
                                ? instruments
                                : purposes);
            } else {
                listed.keys()
                        .forEach(option -> options.put(option, listed.at(option).bilingual()));
            }
        } else {
            node.only("key", "kind", "asked-of", "question", "reads", "counsel");
        }
        FactTerm.AskedOf askedOf =
                node.at("asked-of").among(List.of(FactTerm.AskedOf.values()), one -> PackReader.word(one.name()));
        if (askedOf != FactTerm.AskedOf.NODE && node.find("reads").isPresent()) {
            throw node.at("reads").unfit(PackReader.word(askedOf.name()), "asked-of: node");
        }
        return new FactTerm(
                key,
                kind,
                askedOf,
                node.at("question").bilingual(),
                node.find("counsel").map(Node::yesNo).orElse(false),
                options,
                node.find("reads").map(reads -> reading(reads, kind, options)).orElse(null));
    }

    private FactReading reading(Node node, FactTerm.Kind kind, SequencedMap<String, Bilingual> options) {
        node.only("any", "value", "purpose");
        if (node.keys().size() != 1) {
            throw node.unfit(String.join(", ", node.keys()), "1: any | value | purpose");
        }
        if (node.find("value").isPresent()) {
            Measure.FormField field = field(node.at("value"), node.at("value").text());
            boolean fits = switch (field.kind()) {
                case YES_NO -> kind == FactTerm.Kind.YES_NO;
                case NUMBER -> kind == FactTerm.Kind.NUMBER;
                case CHOICE ->
                    kind == FactTerm.Kind.CHOICE
                            && options.keySet().containsAll(field.options().keySet());
                case TEXT, DAY, TABLE -> false;
            };
            if (!fits) {
                throw node.at("value").unfit(field.kind().word(), kind.word());
            }
            return new FactReading.ValueOf(field.key());
        }
        if (kind != FactTerm.Kind.YES_NO) {
            throw node.unfit(kind.word(), "yes-no");
        }
        if (node.find("purpose").isPresent()) {
            node.at("purpose").text("criminal", "criminal");
            return new FactReading.CriminalPurpose();
        }
        return new FactReading.AnyOf(node.at("any").each(this::fieldTest));
    }

    private FactReading.FieldTest fieldTest(Node node) {
        String[] parts = node.text().split("=", 2);
        Measure.FormField field = field(node, parts[0]);
        if (parts.length == 2 && !field.takes(parts[1])) {
            throw node.unfit(parts[1], field.kind().word());
        }
        return new FactReading.FieldTest(parts[0], parts.length == 2 ? parts[1] : "");
    }

    private Measure.FormField field(Node node, String key) {
        Map<String, Measure.FormField> known = new LinkedHashMap<>();
        measures.values().forEach(measure -> measure.fields().forEach(field -> known.put(field.key(), field)));
        Measure.FormField field = known.get(key);
        if (field == null) {
            throw node.problem(
                    AgreementCode.PACK_REFERENCE, key, PackFiles.MEASURES, Node.nearest(key, known.keySet()));
        }
        return field;
    }

    private Ground ground(Node node) {
        node.only("key", "text", "article", "measures", "consult");
        return new Ground(
                node.at("key").text(KEY, "human-rights"),
                node.at("text").bilingual(),
                article(node.at("article")).basis(),
                measuresOf(node.at("measures")),
                node.find("consult").map(this::measuresOf).orElse(Set.of()));
    }

    private Offence offence(Node node) {
        node.only("key", "name", "article", "penalty-years-at-least", "drugs", "political", "death-penalty-in");
        List<Party> deathPenaltyIn = node.at("death-penalty-in").each(one -> new Party(one.text("[A-Z]{2}", "US")));
        return new Offence(
                node.at("key").text(KEY, "illicit-firearms"),
                node.at("name").bilingual(),
                article(node.at("article")).basis(),
                node.at("penalty-years-at-least").number(0, 100),
                node.at("drugs").yesNo(),
                node.at("political").yesNo(),
                Set.copyOf(deathPenaltyIn));
    }

    private Assurance assurance(Node node) {
        node.only("key", "text", "article");
        return new Assurance(
                node.at("key").text(KEY, "court-use-consent"),
                node.at("text").bilingual(),
                article(node.at("article")).basis());
    }

    private static Approval approval(Node node) {
        node.only("key", "text", "roles", "officers");
        return new Approval(
                node.at("key").text(KEY, "basis-check"),
                node.at("text").bilingual(),
                Set.copyOf(node.at("roles")
                        .each(one -> one.among(List.of(Role.values()), role -> PackReader.word(role.name())))),
                node.at("officers").number(1, 5));
    }

    private Rule rule(Node node) {
        node.only(
                "id",
                "measures",
                "when",
                "permits",
                "refuses",
                "may-refuse",
                "needs-assurance",
                "obliges",
                "articles",
                "text");
        List<Article> cited = node.at("articles").each(this::article);
        if (cited.isEmpty()) {
            throw node.at("articles").unfit("[]", "1 - n: UNTOC-2000 27(1)(a)");
        }
        return new Rule(
                node.at("id").text("[A-Z]-[0-9]{2}", "F-01"),
                measuresOf(node.at("measures")),
                condition(node.at("when")),
                effect(node),
                cited,
                node.at("text").bilingual());
    }

    private Set<String> measuresOf(Node listed) {
        if (listed.tree() instanceof YamlTree.Scalar) {
            listed.text("all", "all | [firearm-trace, ...]");
            return measures.keySet();
        }
        List<String> keys =
                listed.each(one -> one.declared(measures, PackFiles.MEASURES).key());
        return Set.copyOf(keys);
    }

    private Article article(Node node) {
        return node.declared(articles, PackFiles.INSTRUMENTS);
    }

    private Effect effect(Node node) {
        List<String> stated = EFFECTS.stream().filter(node.keys()::contains).toList();
        if (stated.size() != 1) {
            throw node.unfit(String.join(", ", stated), "1: " + String.join(" | ", EFFECTS));
        }
        Node effect = node.at(stated.getFirst());
        return switch (stated.getFirst()) {
            case "permits" -> {
                effect.text("yes", "yes");
                yield new Effect.Permits();
            }
            case "refuses" -> new Effect.Refuses(groundFor(effect, node));
            case "may-refuse" -> new Effect.MayRefuse(groundFor(effect, node));
            case "needs-assurance" -> new Effect.NeedsAssurance(effect.declared(assurances, "assurances"));
            case "obliges" ->
                new Effect.Obliges(
                        effect.only("approvals", "clocks")
                                .each("approvals", one -> one.declared(approvals, "approvals")),
                        effect.each(
                                "clocks",
                                one -> one.declared(clocks, PackFiles.CLOCKS).key()));
            // EFFECTS is the closed list; a string switch cannot know it.
            default -> throw effect.unfit(stated.getFirst(), String.join(" | ", EFFECTS));
        };
    }

    /// A rule may state only a ground that is open for all its measures.
    private Ground groundFor(Node effect, Node rule) {
        Ground ground = effect.declared(grounds, "grounds");
        if (!ground.measures().containsAll(measuresOf(rule.at("measures")))) {
            throw effect.unfit(ground.key(), "measures of " + ground.key() + ": " + ground.measures());
        }
        return ground;
    }

    private Condition condition(Node node) {
        if (node.tree() instanceof YamlTree.Scalar) {
            node.text("always", "always | {fact: ...} | {all: [...]} | {any: [...]} | {not: ...}");
            return new Condition.Always();
        }
        Set<String> keys = node.keys();
        if (keys.contains("fact")) {
            return test(node);
        }
        if (keys.size() != 1) {
            throw node.unfit(String.join(", ", keys), "1: fact | all | any | not");
        }
        node.only("all", "any", "not");
        String key = keys.iterator().next();
        return switch (key) {
            case "all" -> new Condition.All(parts(node.at(key)));
            case "any" -> new Condition.Any(parts(node.at(key)));
            // `only` above leaves this one.
            default -> new Condition.Not(condition(node.at(key)));
        };
    }

    private List<Condition> parts(Node node) {
        List<Condition> parts = node.items().stream().map(this::condition).toList();
        if (parts.size() < 2) {
            throw node.unfit(Integer.toString(parts.size()), "2 - n");
        }
        return parts;
    }

    private Condition test(Node node) {
        node.only("fact", "is", "in", "at-least", "below");
        if (node.keys().size() != 2) {
            throw node.unfit(String.join(", ", node.keys()), "fact + 1: is | in | at-least | below");
        }
        FactTerm fact = node.at("fact").declared(facts, "facts");
        boolean number = fact.kind() == FactTerm.Kind.NUMBER;
        if (node.find("at-least").isPresent() || node.find("below").isPresent()) {
            if (!number) {
                throw node.unfit(fact.kind().word(), "number");
            }
            return node.find("at-least").isPresent()
                    ? new Condition.AtLeast(fact.key(), node.at("at-least").number(0, 1_000_000))
                    : new Condition.Not(
                            new Condition.AtLeast(fact.key(), node.at("below").number(0, 1_000_000)));
        }
        List<Fact> values = node.find("is").isPresent()
                ? List.of(value(node.at("is"), fact))
                : node.at("in").items().stream().map(one -> value(one, fact)).toList();
        return new Condition.Among(fact.key(), values);
    }

    private static Fact value(Node node, FactTerm fact) {
        String text = node.text();
        return fact.parse(text).orElseThrow(() -> {
            String expected = switch (fact.kind()) {
                case YES_NO -> "yes | no";
                case NUMBER -> "0 - 1000000";
                case CHOICE -> String.join(" | ", fact.options().sequencedKeySet());
            };
            EntenteException problem = node.unfit(text, expected);
            return problem;
        });
    }
}
