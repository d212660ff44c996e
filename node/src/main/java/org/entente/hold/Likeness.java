package org.entente.hold;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.kernel.Bilingual;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Texts;
import org.entente.match.score.Judgement;

/// How alike two records are, in bits, made anew from what their sources say now: prior and parts sum to the
/// bits. It says how alike two records are, never what a person did.
///
/// @param others how many other people of the reference population would agree as much, where the two are
/// people and anything agrees
public record Likeness(double priorBits, List<Part> parts, double bits, Optional<Double> others) {
    /// Mexico, people: between the census of 2020 (INEGI, 126,014,024) and the projection for 2030 (CONAPO, 138
    /// million).
    public static final double POPULATION = 130_000_000;

    private static final Pattern NO_LETTERS = Pattern.compile("[^A-Za-z_]+");

    public Likeness {
        parts = List.copyOf(parts);
    }

    /// One line of the waterfall. `level` is how the two agree; m and u are how often records of one subject,
    /// and of two, agree so; both are 0 where the line has none.
    public record Part(String what, Side one, Side other, String level, double m, double u, double bits) {
        public Bilingual whatInWords() {
            return word("part.", what);
        }

        public Bilingual levelInWords() {
            return word("level.", level);
        }
    }

    /// What was compared, and the whole value that its source states; empty where this side has none, or nobody
    /// may see it any more.
    public record Side(String compared, Optional<Stated> stated) {}

    /// As the source wrote it.
    public record Stated(String value, SourceReference source) {
        /// The list by name.
        public Bilingual sourceName() {
            return SourceNames.name(source);
        }
    }

    /// Words the engine has and this room does not are shown as they are.
    static Bilingual word(String prefix, String key) {
        Texts texts = Texts.of("hold");
        String known = prefix + NO_LETTERS.matcher(key).replaceAll("-");
        return texts.has(known) ? texts.bilingual(known) : new Bilingual(key, key);
    }

    /// What a score is not.
    public static Bilingual notice() {
        return Texts.of("hold").bilingual("likeness.notice");
    }

    /// By the model, 0 to 1.
    public double probability() {
        return Judgement.probability(bits);
    }

    /// "about 14 others in Mexico", rounded to what the figure can bear: two digits.
    public Optional<Bilingual> othersInWords() {
        return others.map(count -> {
            Texts texts = Texts.of("hold");
            if (count < 1) {
                return texts.bilingual("others.fewer");
            }
            long rounded = rounded(count);
            return rounded == 1 ? texts.bilingual("others.one") : texts.bilingual("others.about", grouped(rounded));
        });
    }

    private static long rounded(double count) {
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(count)) - 1));
        return Math.round(Math.round(count / unit) * unit);
    }

    /// Both languages of these administrations group by commas.
    private static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
