package org.entente.match.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.entente.match.Names;

/// The name of a person, read into its parts. A free text that can be read in two ways has two readings; comparing
/// takes
/// the pair of readings that fits best. Immutable, thread-safe; made in about a microsecond.
public final class PersonName {
    /// More words than any name has that stands for one person; the rest is left out.
    static final int WORDS_MAX = 12;

    /// What stands in front of a name and is none of it.
    private static final Set<String> TITLES = Set.of(
            "MR",
            "MRS",
            "MS",
            "MISS",
            "DR",
            "DRA",
            "LIC",
            "ING",
            "PROF",
            "SIR",
            "PRESIDENT",
            "PRESIDENTE",
            "PRASIDENT",
            "SHAIKH",
            "SHEIKH",
            "SHEIK",
            "HAJI",
            "HAJJI",
            "MULLAH",
            "MAULVI",
            "MONSIEUR",
            "MADAME",
            "GENERAL",
            "GEN",
            "COLONEL",
            "COL",
            "CAPTAIN",
            "CAPT",
            "SR",
            "SRA",
            "SRTA",
            "DON",
            "DOÑA",
            "REV");

    private static final Set<String> SUFFIXES = Set.of("JR", "SR", "II", "III", "IV", "HIJO", "PADRE");

    /// Forms of companies that stand behind a person's name by mistake.
    private static final Set<String> FORMS = Set.of("SA", "LLC", "INC", "LTD");

    /// Words that join names and are left out of them, beside those of [Names].
    private static final Set<String> JOINING = Set.of(
            "DE", "DEL", "LA", "LAS", "LOS", "Y", "E", "DA", "DO", "DOS", "DI", "DU", "VON", "VAN", "DER", "DEN", "AL",
            "EL", "BIN", "BEN", "IBN", "BINT", "UL", "AS", "THE", "OF");

    private static final Set<String> WIDOW = Set.of("VIUDA", "VDA");

    private final String text;
    private final List<Reading> readings;
    private final String suffix;

    private PersonName(String text, List<Reading> readings, String suffix) {
        this.text = text;
        this.readings = List.copyOf(readings);
        this.suffix = suffix;
    }

    /// From the columns a register has; any may be empty. `surname` may hold both surnames.
    public static PersonName of(String given, String surname, String maternal) {
        return of(given, surname, maternal, true);
    }

    private static PersonName of(String given, String surname, String maternal, boolean isFromColumns) {
        String text = String.join(" ", given, surname, maternal).strip();
        Words names = Words.of(given);
        Words paternal = Words.of(surname);
        Words mothers = Words.of(maternal);
        List<NameToken> words = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        names.words.forEach(word -> add(words, roles, word, Role.GIVEN));
        surnames(paternal, mothers.words.isEmpty(), words, roles);
        mothers.words.forEach(word -> add(words, roles, word, Role.MATERNAL));
        return new PersonName(
                text, List.of(new Reading(words, roles, isFromColumns, false)), paternal.suffix + names.suffix);
    }

    /// From one text: "SURNAMES, Given", Mexican or US order.
    public static PersonName of(String text) {
        int comma = text.indexOf(',');
        if (comma > 0
                && comma < text.length() - 1
                && !Words.of(text.substring(comma + 1)).words.isEmpty()) {
            PersonName split = of(text.substring(comma + 1), text.substring(0, comma), "", false);
            return new PersonName(text, split.readings, split.suffix);
        }
        Words free = Words.of(text);
        return new PersonName(text, FreeText.readings(free.words), free.suffix);
    }

    private static void add(List<NameToken> words, List<Role> roles, NameToken word, Role role) {
        if (words.size() < WORDS_MAX) {
            words.add(word);
            roles.add(role);
        }
    }

    /// The first is the paternal; the second the maternal, unless "de" says that it came by marriage.
    private static void surnames(Words all, boolean both, List<NameToken> words, List<Role> roles) {
        for (int at = 0; at < all.words.size(); at++) {
            Role role = Role.PATERNAL;
            if (at > 0 && both) {
                role = all.afterDe.get(at) ? Role.MARRIED : at == 1 ? Role.MATERNAL : Role.MARRIED;
            }
            add(words, roles, all.words.get(at), role);
        }
    }

    /// As it was written.
    public String text() {
        return text;
    }

    /// The Spanish codes of the surnames as first read, the paternal one first.
    public List<String> surnameCodes() {
        return codes(true);
    }

    /// The Spanish codes of the given names as first read.
    public List<String> givenCodes() {
        return codes(false);
    }

    /// Every word as first read, upper case, Ñ kept.
    public List<String> words() {
        return Arrays.stream(readings.getFirst().words).map(NameToken::toString).toList();
    }

    private List<String> codes(boolean surname) {
        List<String> codes = new ArrayList<>();
        Reading reading = readings.getFirst();
        for (int at = 0; at < reading.count(); at++) {
            if (reading.roles[at].isSurname() == surname) {
                codes.add(reading.words[at].spanish);
            }
        }
        return codes;
    }

    List<Reading> readings() {
        return readings;
    }

    String suffix() {
        return suffix;
    }

    public boolean isEmpty() {
        return readings.isEmpty() || readings.getFirst().count() == 0;
    }

    /// The words that count, without titles, particles and suffixes; `afterDe` beside each.
    private record Words(List<NameToken> words, List<Boolean> afterDe, String suffix) {
        static Words of(String text) {
            if (text.isBlank()) {
                return new Words(List.of(), List.of(), "");
            }
            List<String> tokens = new ArrayList<>(Names.tokens(text));
            String suffix = "";
            while (tokens.size() > 2 && (SUFFIXES.contains(tokens.getLast()) || FORMS.contains(tokens.getLast()))) {
                String last = tokens.removeLast();
                suffix = SUFFIXES.contains(last) ? last : suffix;
            }
            while (tokens.size() > 1 && TITLES.contains(tokens.getFirst())) {
                tokens.removeFirst();
            }
            List<NameToken> words = new ArrayList<>();
            List<Boolean> afterDe = new ArrayList<>();
            boolean de = false;
            for (String token : tokens) {
                if (JOINING.contains(token) || WIDOW.contains(token)) {
                    de |= token.equals("DE") || WIDOW.contains(token);
                } else {
                    words.add(NameToken.of(token));
                    afterDe.add(de);
                    de = false;
                }
            }
            if (words.isEmpty()) {
                tokens.forEach(token -> {
                    words.add(NameToken.of(token));
                    afterDe.add(false);
                });
            }
            return new Words(words, afterDe, suffix);
        }
    }
}
