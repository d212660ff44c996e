package org.entente.agreement.pack;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.AgreementText;
import org.entente.agreement.Article;
import org.entente.agreement.CodeSystem;
import org.entente.agreement.DiscoveryPolicy;
import org.entente.agreement.Institution;
import org.entente.agreement.Instrument;
import org.entente.agreement.Measure;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.PurposeTerm;
import org.entente.agreement.Term;
import org.entente.agreement.clock.HolidayCalendar;
import org.entente.agreement.clock.OfficeHours;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Texts;

/// Reads a pack and checks it against the schema: every key known, every value fit, every name declared. One check
/// shows every problem. The schema is this package's readings; there is no second description of it.
public final class PackReader {
    static final String KEY = "[a-z][a-z0-9.-]{0,59}";

    private final PackFiles files;
    private final List<EntenteException> problems = new ArrayList<>();

    private PackReader(PackFiles files) {
        this.files = files;
    }

    /// @throws EntenteException PACK_BROKEN with the number of problems and the first of them; or what stopped the
    ///     reading of a file altogether
    public static Agreement read(PackFiles files) {
        PackReader reader = new PackReader(files);
        AgreementText text = reader.text();
        if (!reader.problems.isEmpty()) {
            EntenteException first = reader.problems.getFirst();
            throw new EntenteException(
                    AgreementCode.PACK_BROKEN,
                    first,
                    Integer.toString(reader.problems.size()),
                    Texts.what(first).in(Language.EN));
        }
        return new Agreement(text, files.hash());
    }

    public static Agreement read(Path folder) {
        return read(PackFiles.read(folder));
    }

    /// Every problem of a pack, empty for a sound one. A file that cannot be parsed, or a list others refer to that
    /// cannot be read, is the last problem found.
    public static List<EntenteException> problems(PackFiles files) {
        PackReader reader = new PackReader(files);
        try {
            reader.text();
        } catch (EntenteException e) {
            reader.problems.add(e);
        }
        return List.copyOf(reader.problems);
    }

    private AgreementText text() {
        Node head = root(PackFiles.AGREEMENT)
                .only(
                        "format",
                        "id",
                        "version",
                        "title",
                        "in-force-from",
                        "parties",
                        "institutions",
                        "purposes",
                        "handling-codes",
                        "evaluation-codes",
                        "code-systems",
                        "contact-reports",
                        "discovery");
        head.at("format").text("entente-agreement/1", "entente-agreement/1");
        List<Instrument> instruments = root(PackFiles.INSTRUMENTS)
                .only("instruments")
                .eachOnce("instruments", PackReader::instrument, Instrument::key);
        Map<String, Article> articles = articles(instruments);
        Node asked = root(PackFiles.MEASURES);
        List<PurposeTerm> purposes = head.eachOnce("purposes", PackReader::purpose, PurposeTerm::key);
        Node terms = root(PackFiles.TERMS);
        List<String> offences = terms.at("offences").items().stream()
                .map(one -> one.at("key").text())
                .toList();
        MeasureReading reading = new MeasureReading(
                articles, purposes.stream().map(PurposeTerm::key).toList(), offences);
        List<Measure> forms = reading.measures(asked);
        Map<String, Measure> measures = by(forms, Measure::key);
        ClockReading clocks = new ClockReading(root(PackFiles.CLOCKS), articles, forms);
        RuleReading rules = new RuleReading(
                terms, root(PackFiles.RULES), articles, measures, clocks.clocks(), instruments, purposes);
        List<PartyTerms> parties = head.eachOnce(
                "parties",
                node -> party(node, by(clocks.calendars(), HolidayCalendar::key)),
                party -> party.party().code());
        List<Institution> institutions = head.eachOnce(
                "institutions",
                node -> institution(node, measures),
                one -> one.id().value());
        requireCentral(head.at("institutions"), parties, institutions);
        return new AgreementText(
                new AgreementId(head.at("id").text("[a-z0-9][a-z0-9-]{0,39}", "us-mx")),
                head.at("version").text("[0-9]{4}[.][0-9]{1,3}", "2026.1"),
                head.at("title").bilingual(),
                head.at("in-force-from").day(),
                parties,
                institutions,
                purposes,
                head.eachOnce("handling-codes", PackReader::handlingCode, Term::key),
                CodeReading.evaluation(head.at("evaluation-codes")),
                head.eachOnce("code-systems", CodeReading::system, CodeSystem::key),
                instruments,
                rules.facts(),
                rules.offences(),
                rules.grounds(),
                rules.assurances(),
                rules.approvals(),
                reading.head(asked),
                forms.stream()
                        .map(form -> MeasureReading.withFacts(form, rules.rules()))
                        .toList(),
                rules.rules(),
                clocks.clocks(),
                new ContactReading(clocks.clocks(), articles).read(head, "contact-reports"),
                discovery(head.at("discovery"), by(purposes, PurposeTerm::key)));
    }

    private Node root(String name) {
        return Node.root(name, files.bytes(name), problems);
    }

    private static Instrument instrument(Node node) {
        node.only("key", "title", "standing", "since", "source", "articles");
        String key = node.at("key").text("[A-Z0-9][A-Z0-9.-]{0,39}", "UNTOC-2000");
        Node standing = node.at("standing");
        Map<Party, Instrument.Standing> standings = new LinkedHashMap<>();
        for (String party : standing.keys()) {
            standings.put(
                    partyCode(standing, party),
                    standing.at(party)
                            .among(List.of(Instrument.Standing.values()), one -> PackReader.word(one.name())));
        }
        return new Instrument(
                key,
                node.at("title").bilingual(),
                standings,
                node.at("since").day(),
                node.at("source").text(),
                node.eachOnce(
                        "articles",
                        article -> article(article, key),
                        one -> one.basis().article()));
    }

    private static Party partyCode(Node node, String code) {
        if (!code.matches("[A-Z]{2}")) {
            throw node.at(code).unfit(code, "US");
        }
        return new Party(code);
    }

    private static Article article(Node node, String instrument) {
        node.only("article", "checked", "says");
        return new Article(
                new LegalBasis(instrument, node.at("article").text("[0-9A-Za-z(). -]{1,60}", "27(1)(a)")),
                node.at("says").bilingual(),
                node.at("checked").yesNo());
    }

    private static Map<String, Article> articles(List<Instrument> instruments) {
        Map<String, Article> articles = new LinkedHashMap<>();
        instruments.forEach(instrument -> instrument
                .articles()
                .forEach(article -> articles.put(
                        article.basis().instrument() + " " + article.basis().article(), article)));
        return articles;
    }

    private static PartyTerms party(Node node, Map<String, HolidayCalendar> calendars) {
        node.only("code", "name", "zone", "closing-time", "calendar");
        return new PartyTerms(
                new Party(node.at("code").text("[A-Z]{2}", "US")),
                node.at("name").bilingual(),
                new OfficeHours(
                        node.at("calendar").declared(calendars, PackFiles.CLOCKS),
                        zone(node.at("zone")),
                        closing(node.at("closing-time"))));
    }

    /// Words about the law itself go from one party's central authority to the other's.
    private void requireCentral(Node node, List<PartyTerms> parties, List<Institution> institutions) {
        for (PartyTerms party : parties) {
            boolean has = institutions.stream()
                    .anyMatch(one -> one.central() && one.id().party().equals(party.party()));
            if (!has) {
                problems.add(node.unfit(party.party().code() + ": central: no", "central: yes"));
            }
        }
    }

    private static ZoneId zone(Node node) {
        String zone = node.text("[A-Za-z_]+/[A-Za-z_/]+", "America/Mexico_City");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException _) {
            throw node.unfit(zone, "America/Mexico_City");
        }
    }

    private static LocalTime closing(Node node) {
        try {
            return LocalTime.parse(node.text());
        } catch (DateTimeParseException _) {
            throw node.unfit(node.text(), "18:00");
        }
    }

    private static Institution institution(Node node, Map<String, Measure> measures) {
        node.only("id", "name", "central", "competences");
        return new Institution(
                new InstitutionId(node.at("id").text("[a-z]{2}-[a-z0-9-]{1,37}", "us-atf")),
                node.at("name").bilingual(),
                node.at("central").yesNo(),
                Set.copyOf(node.each(
                        "competences",
                        one -> one.declared(measures, PackFiles.MEASURES).key())));
    }

    private static PurposeTerm purpose(Node node) {
        node.only("code", "name", "criminal");
        String code = new Purpose(node.at("code").text("[a-z][a-z-]{1,39}", "criminal-investigation")).code();
        return new PurposeTerm(
                code, node.at("name").bilingual(), node.at("criminal").yesNo());
    }

    private static Term handlingCode(Node node) {
        node.only("code", "means");
        HandlingCode code = node.at("code").among(List.of(HandlingCode.values()), Enum::name);
        return new Term(code.name(), node.at("means").bilingual());
    }

    private static DiscoveryPolicy discovery(Node node, Map<String, PurposeTerm> purposes) {
        node.only("shares-clearances", "key-types");
        return new DiscoveryPolicy(
                node.at("shares-clearances").yesNo(),
                node.eachOnce("key-types", type -> keyType(type, purposes), DiscoveryPolicy.KeyType::key));
    }

    private static DiscoveryPolicy.KeyType keyType(Node node, Map<String, PurposeTerm> purposes) {
        node.only("key", "name", "elements-per-day");
        Node quotas = node.at("elements-per-day");
        List<DiscoveryPolicy.Quota> read = new ArrayList<>();
        for (String purpose : quotas.keys()) {
            Node quota = quotas.at(purpose);
            if (!purposes.containsKey(purpose)) {
                throw quota.problem(
                        AgreementCode.PACK_REFERENCE, purpose, "purposes", Node.nearest(purpose, purposes.keySet()));
            }
            read.add(new DiscoveryPolicy.Quota(new Purpose(purpose), quota.number(1, 1_000_000)));
        }
        return new DiscoveryPolicy.KeyType(
                node.at("key").text(KEY, "rfc"), node.at("name").bilingual(), read);
    }

    static <V> Map<String, V> by(List<V> values, Function<V, String> key) {
        Map<String, V> map = new LinkedHashMap<>();
        values.forEach(value -> map.put(key.apply(value), value));
        return map;
    }

    /// An enum constant as the pack writes it: `LISTED_FINAL` is `listed-final`.
    static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
