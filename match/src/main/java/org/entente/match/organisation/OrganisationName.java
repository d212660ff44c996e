package org.entente.match.organisation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entente.match.Names;
import org.jspecify.annotations.Nullable;

/// The name of an organisation, read once. Immutable; costs some microseconds to parse and some hundred nanoseconds to
/// compare.
public final class OrganisationName {
    /// Words read; what follows is ignored. The longest on the published lists has 41.
    static final int WORD_COUNT_MAX = 48;

    private static final Set<String> PARTICLES = Set.of(
            "DE", "DEL", "LA", "LAS", "LOS", "EL", "EN", "THE", "OF", "AND", "FOR", "PARA", "POR", "CON", "IN", "AL",
            "DER", "DIE", "DAS", "UND", "DU", "DES", "ET", "DI", "DA", "DO", "VE", "LE", "LES", "TO", "WWW");

    /// Of web addresses that stand as names.
    private static final Set<String> DOMAINS = Set.of("COM", "NET", "ORG", "MX", "PE", "CO", "GOB", "GOV");

    /// "SiemensAG": a form written on to the name.
    private static final Pattern WRITTEN_ON = Pattern.compile("(?<=\\p{Ll})(?=(AG|GmbH|LLC|SA|SRL|Ltd|Inc|JSC|OOO)$)");

    /// "Bank's".
    private static final Pattern POSSESSIVE = Pattern.compile("(?i)(?<=\\p{L}{3})['\u2019]s\\b");

    private final String text;
    private final @Nullable LegalForm form;

    /// Content words in their order.
    final List<Word> words;

    private final int[] rank;

    /// The words without spaces; an ampersand or particle between two single letters is left out.
    final String joined;

    /// First letters of the content words, and of those with their particles.
    final String initials;

    final String initialsWithParticles;

    private OrganisationName(String text, @Nullable LegalForm form, List<Word> words, String initialsWithParticles) {
        this.text = text;
        this.form = form;
        this.words = words;
        this.rank = rank(words);
        this.joined = words.stream().map(word -> word.text).collect(Collectors.joining());
        this.initials = words.stream().map(word -> word.text.substring(0, 1)).collect(Collectors.joining());
        this.initialsWithParticles = initialsWithParticles;
    }

    /// Reads a name in any script. A text without letters or digits gives a name without words, which agrees with
    /// nothing.
    public static OrganisationName parse(String text) {
        int note = text.indexOf("//");
        String name = note > 0 ? text.substring(0, note) : text;
        String split = WRITTEN_ON.matcher(name.strip()).replaceAll(" ");
        String spelt = POSSESSIVE
                .matcher(Normalizer.normalize(split, Normalizer.Form.NFKC))
                .replaceAll("")
                .replace("&", " AND ")
                .replace("%", " PERCENT ");
        List<String> raw = Names.words(spelt);
        List<String> all = raw.size() > WORD_COUNT_MAX ? raw.subList(0, WORD_COUNT_MAX) : raw;
        all.removeIf(String::isEmpty);
        if (all.size() > 2 && all.getFirst().equals("WWW")) {
            all = withoutDomain(all);
        }
        LegalForms.Parsed parsed = LegalForms.parse(all);
        List<String> content = new ArrayList<>(parsed.words().size());
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < parsed.words().size(); i++) {
            String word = parsed.words().get(i);
            letters.append(word.charAt(0));
            if (!isParticle(parsed.words(), i)) {
                content.add(word);
            }
        }
        List<String> chosen = content.isEmpty() ? parsed.words() : content;
        List<Word> words = NumberWords.inDigits(withLettersJoined(chosen)).stream()
                .map(word -> new Word(Names.withoutEnye(word)))
                .toList();
        return new OrganisationName(text, parsed.form(), words, letters.toString());
    }

    /// A, E, I and Y are particles between whole words; Y and AND also between single letters, "G y R".
    private static boolean isParticle(List<String> words, int at) {
        String word = words.get(at);
        if (PARTICLES.contains(word)) {
            return true;
        }
        if (word.length() > 1 || "AEIY".indexOf(word.charAt(0)) < 0 || at == 0 || at == words.size() - 1) {
            return false;
        }
        boolean singleBefore = words.get(at - 1).length() == 1;
        boolean singleAfter = words.get(at + 1).length() == 1;
        boolean joinedTo = words.get(at - 1).equals("AND") || words.get(at + 1).equals("AND");
        return !joinedTo && (singleBefore == singleAfter) && (!singleBefore || word.equals("Y"));
    }

    private static List<String> withoutDomain(List<String> words) {
        List<String> left = new ArrayList<>(words.subList(1, words.size()));
        while (left.size() > 1 && DOMAINS.contains(left.getLast())) {
            left.removeLast();
        }
        return left;
    }

    /// Single letters in a row are one word: "A & S" and "A.S." are AS.
    private static List<String> withLettersJoined(List<String> words) {
        List<String> out = new ArrayList<>(words.size());
        StringBuilder letters = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letters.append(word);
                continue;
            }
            if (!letters.isEmpty()) {
                out.add(letters.toString());
                letters.setLength(0);
            }
            out.add(word);
        }
        if (!letters.isEmpty()) {
            out.add(letters.toString());
        }
        return out;
    }

    /// The k-th word by kind: distinctive words first, then places, ordinary words, numbers; each kind in its order.
    Word ranked(int k) {
        return words.get(rank[k]);
    }

    /// Where in [#words] the k-th word by kind stands.
    int rankedAt(int k) {
        return rank[k];
    }

    private static int[] rank(List<Word> words) {
        int[] rank = new int[words.size()];
        int at = 0;
        for (Vocabulary.Kind kind : Vocabulary.Kind.values()) {
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).entry.kind() == kind) {
                    rank[at++] = i;
                }
            }
        }
        return rank;
    }

    /// As it was written, notes included.
    public String text() {
        return text;
    }

    public Optional<LegalForm> legalForm() {
        return Optional.ofNullable(form);
    }

    @Nullable
    LegalForm form() {
        return form;
    }

    /// The words that are compared, in their order, upper case.
    public List<String> words() {
        return words.stream().map(word -> word.text).toList();
    }

    /// What two names say of being one organisation's, part by part.
    public static OrganisationMatch compare(OrganisationName left, OrganisationName right) {
        return Alignment.explained(left, right);
    }

    /// [OrganisationMatch#bits] of [#compare] without its parts: the same number, at a fraction of the cost.
    public static double bits(OrganisationName left, OrganisationName right) {
        return Alignment.bits(left, right);
    }

    @Override
    public String toString() {
        return text;
    }
}
