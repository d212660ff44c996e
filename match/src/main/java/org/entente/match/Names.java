package org.entente.match;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Normalises names of people and organisations into tokens. Pure, thread-safe; about one microsecond for a
/// Latin name.
///
/// The version is part of every key made here: two nodes compare keys only under the same version.
public final class Names {
    public static final int NORMALISER_VERSION = 2;

    /// Longest name read; what follows is ignored. The longest on the published lists has 350 characters.
    public static final int LENGTH_MAX = 1_000;

    static final Set<String> PARTICLES =
            Set.of("DE", "DEL", "LA", "LAS", "LOS", "Y", "E", "VIUDA", "VDA", "DA", "DO", "DOS", "THE", "OF", "AND");

    /// Legal forms as they look once their dots are gone. They tell companies apart badly and are left out of
    /// keys.
    static final Set<String> LEGAL_FORMS = Set.of(
            "SA",
            "CV",
            "S",
            "RL",
            "SRL",
            "SAPI",
            "SAB",
            "SAS",
            "SC",
            "AC",
            "SPR",
            "SPRL",
            "MI",
            "AR",
            "IC",
            "IAP",
            "SOFOM",
            "ENR",
            "ER",
            "LLC",
            "LLP",
            "LP",
            "INC",
            "INCORPORATED",
            "LTD",
            "LIMITED",
            "LTDA",
            "CO",
            "COMPANY",
            "CORP",
            "CORPORATION",
            "PLC",
            "GMBH",
            "AG",
            "BV",
            "NV",
            "OOO",
            "AO",
            "PAO",
            "OAO",
            "ZAO",
            "JSC",
            "PJSC",
            "OJSC",
            "FZE",
            "FZCO",
            "FZC",
            "EIRL",
            "EU",
            "CIA");

    /// Usual Mexican abbreviations in registers and on arrest sheets.
    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("MA", "MARIA"),
            Map.entry("FCO", "FRANCISCO"),
            Map.entry("GPE", "GUADALUPE"),
            Map.entry("GPO", "GUADALUPE"),
            Map.entry("HDZ", "HERNANDEZ"),
            Map.entry("HDEZ", "HERNANDEZ"),
            Map.entry("HRNDZ", "HERNANDEZ"),
            Map.entry("GTZ", "GUTIERREZ"),
            Map.entry("GTEZ", "GUTIERREZ"),
            Map.entry("GZZ", "GONZALEZ"),
            Map.entry("GLZ", "GONZALEZ"),
            Map.entry("GLEZ", "GONZALEZ"),
            Map.entry("MTZ", "MARTINEZ"),
            Map.entry("MTNZ", "MARTINEZ"),
            Map.entry("RDZ", "RODRIGUEZ"),
            Map.entry("RGUEZ", "RODRIGUEZ"),
            Map.entry("RMZ", "RAMIREZ"),
            Map.entry("SNCHZ", "SANCHEZ"),
            Map.entry("SCHZ", "SANCHEZ"),
            Map.entry("FDZ", "FERNANDEZ"),
            Map.entry("FDEZ", "FERNANDEZ"),
            Map.entry("LPZ", "LOPEZ"),
            Map.entry("JMZ", "JIMENEZ"),
            Map.entry("DGZ", "DOMINGUEZ"),
            Map.entry("VZQZ", "VAZQUEZ"));

    /// Letters without a canonical decomposition.
    private static final Map<Character, String> STROKES = Map.of(
            'Ø', "O", 'Ł', "L", 'Đ', "D", 'Ð', "D", 'Þ', "TH", 'ß', "SS", 'ẞ', "SS", 'Æ', "AE", 'Œ', "OE", 'ı', "I");

    private Names() {}

    /// The tokens in their order, upper case, accents gone, Ñ kept, abbreviations written out, dotted initials
    /// joined ("S.A. de C.V." gives SA, DE, CV). Other scripts are transliterated.
    public static List<String> tokens(String name) {
        return read(name, true);
    }

    /// Like [#tokens], but abbreviations stay: of an organisation GPO is no Guadalupe and MA no María.
    public static List<String> words(String name) {
        return read(name, false);
    }

    private static List<String> read(String name, boolean writesOut) {
        String cut = name.length() > LENGTH_MAX ? name.substring(0, LENGTH_MAX) : name;
        String upper = composed(cut).toUpperCase(Locale.ROOT);
        List<String> tokens = new ArrayList<>();
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < upper.length(); i++) {
            char letter = upper.charAt(i);
            if (Character.isLetterOrDigit(letter)) {
                append(token, letter);
            } else if (!isInsideWord(letter) && !(letter == '.' && joinsInitials(upper, i))) {
                boolean initial = letter == '.' && token.length() == 1;
                close(tokens, token, initial, writesOut);
            }
        }
        close(tokens, token, false, writesOut);
        return tokens;
    }

    private static String composed(String name) {
        return isAscii(name)
                ? name
                : Normalizer.normalize(latin(Normalizer.normalize(name, Normalizer.Form.NFKC)), Normalizer.Form.NFC);
    }

    /// Composed and Latin as it is.
    private static boolean isAscii(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    /// The base letters of one upper-case letter: Á gives A, Æ gives AE, Ñ gives N. Empty when it is not Latin.
    static String baseLetters(char letter) {
        if (letter >= 'A' && letter <= 'Z') {
            return String.valueOf(letter);
        }
        String stroke = STROKES.get(letter);
        if (stroke != null) {
            return stroke;
        }
        char first = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                .charAt(0);
        return first >= 'A' && first <= 'Z' ? String.valueOf(first) : "";
    }

    /// Ñ as N: the second of a name's two keys.
    public static String withoutEnye(String token) {
        return token.replace('Ñ', 'N');
    }

    private static void append(StringBuilder token, char letter) {
        if (letter == 'Ñ' || (letter >= '0' && letter <= '9') || (letter >= 'A' && letter <= 'Z')) {
            token.append(letter);
        } else if (Character.isDigit(letter)) {
            token.append((char) ('0' + Character.digit(letter, 10)));
        } else {
            token.append(baseLetters(letter));
        }
    }

    /// A dot inside "S.A" joins: one letter stands before it and one, no more, after it.
    private static boolean joinsInitials(String text, int dot) {
        boolean oneBefore = dot >= 1
                && Character.isLetter(text.charAt(dot - 1))
                && (dot < 2 || !Character.isLetter(text.charAt(dot - 2)));
        boolean letterAfter = dot + 1 < text.length() && Character.isLetter(text.charAt(dot + 1));
        boolean oneAfter = letterAfter && (dot + 2 >= text.length() || !Character.isLetter(text.charAt(dot + 2)));
        return oneBefore && oneAfter;
    }

    private static boolean isInsideWord(char letter) {
        return letter == '\'' || letter == '’' || letter == '‘' || letter == '`' || letter == '´' || letter == 'ʼ';
    }

    private static void close(List<String> tokens, StringBuilder token, boolean initial, boolean writesOut) {
        if (!token.isEmpty()) {
            String text = token.toString();
            String written = initial && text.equals("J") ? "JOSE" : ABBREVIATIONS.getOrDefault(text, text);
            tokens.add(writesOut ? written : text);
            token.setLength(0);
        }
    }

    private static String latin(String text) {
        if (!isForeign(text)) {
            return text;
        }
        String read = HanReadings.read(text);
        return isForeign(read) ? Scripts.TO_LATIN.transliterate(read) : read;
    }

    /// Whether a letter is neither Latin nor a combining mark.
    private static boolean isForeign(String text) {
        int point;
        for (int i = 0; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            // Latin, its extensions and combining marks end at U+036F; the dashes and quotes of U+2000 are no letters.
            if (point > 0x036F && Character.isLetter(point) && !(point >= 0x1E00 && point <= 0x1EFF)) {
                return true;
            }
        }
        return false;
    }

    /// Loaded only when a name in another alphabet comes.
    private static final class Scripts {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
