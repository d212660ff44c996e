package org.entente.console;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Effect;
import org.entente.agreement.Institution;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.Ruling;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.SourceReference;
import org.jspecify.annotations.Nullable;

/// Says the law's and the rooms' values in the reader's language: institutions by name, moments in the desk's zone,
/// rulings as sentences. It adds words, never a decision.
final class Lexicon {
    // Explicit patterns: a localised style differs between releases of the JDK's locale data.
    private static final String MOMENT = "EEE d MMM HH:mm";
    private static final String MOMENT_OF_OTHER_YEAR = "EEE d MMM yyyy HH:mm";
    private static final String DAY = "d MMM yyyy";
    private static final String MONTH = "LLLL yyyy";
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    /// What a party's own records are filed under; everything else is a published list.
    private static final String CASEWORK = "casework";

    /// Before the name of a source whose records are invented.
    private static final String INVENTED = "invented-";

    /// Before an officer's account in a label of the log.
    private static final String OFFICER = "officer:";

    private final Words words;
    private final Agreement agreement;
    private final ZoneId zone;
    private final Clock clock;

    private Lexicon(Words words, Agreement agreement, ZoneId zone, Clock clock) {
        this.words = words;
        this.agreement = agreement;
        this.zone = zone;
        this.clock = clock;
    }

    /// Makes the lexicon of one reader.
    record Shelf(HomeParty home, Agreements agreements, Clock clock) {
        Lexicon of(Words words) {
            Agreement agreement = agreements.current(home.agreement());
            ZoneId zone = agreement.text().parties().stream()
                    .filter(terms -> terms.party().equals(home.party()))
                    .map(PartyTerms::office)
                    .map(office -> office.zone())
                    .findFirst()
                    .orElse(ZoneOffset.UTC);
            return new Lexicon(words, agreement, zone, clock);
        }
    }

    /// The same reader's under another version of the law, for what was made in it.
    Lexicon under(Agreement law) {
        return new Lexicon(words, law, zone, clock);
    }

    Words words() {
        return words;
    }

    Agreement agreement() {
        return agreement;
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone() {
        return zone;
    }

    String moment(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        boolean thisYear = local.getYear() == now().atZone(zone).getYear();
        return format(thisYear ? MOMENT : MOMENT_OF_OTHER_YEAR).format(local).replace(".", "") + " "
                + ZONE.format(local);
    }

    String day(LocalDate day) {
        return format(DAY).format(day).replace(".", "");
    }

    String month(YearMonth month) {
        return format(MONTH).format(month);
    }

    /// Whose act it was: an officer by their account, others as the log names them.
    static String actor(String label) {
        return label.startsWith(OFFICER) ? label.substring(OFFICER.length()) : label;
    }

    String institution(InstitutionId id) {
        return agreement.institution(id).map(Institution::name).map(words::of).orElse(id.value());
    }

    String party(Party party) {
        return agreement.text().parties().stream()
                .filter(terms -> terms.party().equals(party))
                .map(terms -> words.of(terms.name()))
                .findFirst()
                .orElse(party.code());
    }

    String purpose(Purpose purpose) {
        return purposes().stream()
                .filter(choice -> choice.value().equals(purpose.code()))
                .map(Choice::label)
                .findFirst()
                .orElse(purpose.code());
    }

    List<Choice> purposes() {
        return agreement.text().purposes().stream()
                .map(term -> new Choice(term.key(), words.of(term.text())))
                .toList();
    }

    /// The articles a measure may be asked under, as `INSTRUMENT|article`.
    List<Choice> bases(String measure) {
        return agreement.measure(measure).bases().stream()
                .map(basis -> new Choice(basis.instrument() + "|" + basis.article(), basis.toString()))
                .toList();
    }

    /// Every article that anything may be asked under.
    List<Choice> allBases() {
        return agreement.text().measures().stream()
                .flatMap(measure -> bases(measure.key()).stream())
                .distinct()
                .toList();
    }

    List<Choice> otherInstitutions(Officer officer) {
        return agreement.text().institutions().stream()
                .filter(one -> !one.id().party().equals(officer.party()))
                .map(one -> new Choice(one.id().value(), words.of(one.name())))
                .toList();
    }

    static LegalBasis basis(String choice) {
        int bar = choice.indexOf('|');
        return new LegalBasis(choice.substring(0, Math.max(0, bar)), choice.substring(bar + 1));
    }

    /// Institutions of the other party that may take part in a measure.
    List<Choice> counterparts(Officer officer, String measure) {
        return agreement.text().institutions().stream()
                .filter(one -> !one.id().party().equals(officer.party()) && one.isCompetentFor(measure))
                .map(one -> new Choice(one.id().value(), words.of(one.name())))
                .toList();
    }

    /// The counterpart a form opens with: the only one, or the only one that is no central authority; else empty.
    String usualCounterpart(Officer officer, String measure) {
        List<Institution> able = agreement.text().institutions().stream()
                .filter(one -> !one.id().party().equals(officer.party()) && one.isCompetentFor(measure))
                .toList();
        List<Institution> own = able.size() == 1
                ? able
                : able.stream().filter(one -> !one.central()).toList();
        return own.size() == 1 ? own.getFirst().id().value() : "";
    }

    List<Choice> handlingCodes() {
        return Arrays.stream(HandlingCode.values())
                .map(code -> new Choice(
                        code.name(),
                        code.name(),
                        words.of("handling." + code.name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    /// The status beside a name. Nobody is more than a list or a court says.
    Mark status(EvidentialStatus status) {
        Mark.Tone tone = status.isCleared() ? Mark.Tone.PROVEN : Mark.Tone.PLAIN;
        return new Mark(words.of("status." + status.name().toLowerCase(Locale.ROOT)), tone);
    }

    String source(SourceReference source) {
        String name = sourceName(source.source(), "source.casework");
        return source.locator().isEmpty() ? name : name + ", " + source.locator();
    }

    /// A source of the other party, as its release names it.
    String theirSource(String key) {
        return sourceName(key, "source.casework-theirs");
    }

    /// `caseworkKey` is the text for records of a party's own making.
    private String sourceName(String key, String caseworkKey) {
        String plain = plain(key);
        String textKey = plain.equals(CASEWORK) ? caseworkKey : "source." + plain;
        String name = words.has(textKey) ? words.of(textKey) : plain;
        return key.equals(plain) ? name : words.of("source.of-invented", name);
    }

    /// That a published list may have changed, with its date; empty for what a party recorded itself.
    String caution(SourceReference source) {
        return caution(source.source(), source.asOf());
    }

    String caution(String source, @Nullable LocalDate asOf) {
        if (plain(source).equals(CASEWORK)) {
            return "";
        }
        return asOf == null ? words.of("source.undated") : words.of("source.as-of", day(asOf));
    }

    private static String plain(String source) {
        return source.startsWith(INVENTED) ? source.substring(INVENTED.length()) : source;
    }

    RulingView ruling(Ruling ruling) {
        Ruling.Trace trace = ruling.trace();
        List<RulingView.Line> lines = new ArrayList<>();
        trace.fired()
                .forEach(fired -> lines.add(new RulingView.Line(
                        fired.rule().articles().stream()
                                .map(article -> article.basis().toString())
                                .collect(Collectors.joining(", ")),
                        words.of(fired.rule().text()) + tail(fired.rule().effect()),
                        fired.rule().checked())));
        List<String> missing = switch (ruling) {
            case Ruling.Unknown unknown ->
                unknown.missing().stream().map(this::question).toList();
            case Ruling.NeedsAssurance needs ->
                needs.assurances().stream()
                        .map(one -> words.of(one.text()) + " (" + one.article() + ")")
                        .toList();
            case Ruling.Refused _, Ruling.MayRefuse _, Ruling.Permitted _ -> List.of();
        };
        String sentence = words.of("ruling." + ruling.word())
                + (ruling instanceof Ruling.Refused refused
                        ? " " + words.of(refused.ground().text())
                        : "");
        return new RulingView(sentence, tone(ruling), lines, missing, trace.provisional());
    }

    private String tail(Effect effect) {
        return switch (effect) {
            case Effect.Refuses refuses -> " " + words.of(refuses.ground().text());
            case Effect.MayRefuse open -> " " + words.of(open.ground().text());
            case Effect.Permits _, Effect.NeedsAssurance _, Effect.Obliges _ -> "";
        };
    }

    private static Mark.Tone tone(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Refused _ -> Mark.Tone.REFUSED;
            case Ruling.Unknown _, Ruling.NeedsAssurance _ -> Mark.Tone.SOON;
            case Ruling.MayRefuse _, Ruling.Permitted _ -> Mark.Tone.PROVEN;
        };
    }

    String question(String factKey) {
        return agreement.fact(factKey).map(term -> words.of(term.question())).orElse(factKey);
    }

    private DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.language().locale());
    }
}
