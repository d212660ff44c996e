package org.entente.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// Something the agreement lets one party ask of the other: its form and the articles it may be asked under.
///
/// @param use when one asks for this, in a sentence; empty texts unless it is asked by request
/// @param notice what stands over every paper of this kind; empty for most
/// @param namesOffence whether a request must name an offence
/// @param wantsCounsel whether its page says if counsel of the person concerned is recorded
/// @param usual what the form opens with; an officer may choose otherwise
/// @param course what follows its acceptance; empty where a request is answered or refused and nothing else
/// @param facts keys of the facts its rules test
public record Measure(
        String key,
        Bilingual title,
        AskedBy askedBy,
        Bilingual use,
        Optional<Bilingual> notice,
        boolean namesOffence,
        boolean wantsCounsel,
        Usual usual,
        List<FormSection> form,
        List<LegalBasis> bases,
        Optional<Course> course,
        Set<String> facts) {
    public Measure {
        form = List.copyOf(form);
        bases = List.copyOf(bases);
        facts = Set.copyOf(facts);
    }

    /// The key of a purpose and of an offence; empty where none is more usual than another.
    public record Usual(String purpose, String offence) {
        public static final Usual NONE = new Usual("", "");
    }

    /// The verb that carries it.
    public enum AskedBy {
        REQUEST,
        OPERATION,
        QUERY;

        /// As the pack writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether a request of this kind is answered with a release.
    public boolean isAnswered() {
        return course.map(Course::answered).orElse(true);
    }

    public Optional<FormField> field(String key) {
        return fields().filter(field -> field.key().equals(key)).findFirst();
    }

    /// In the order of the form.
    public Stream<FormField> fields() {
        return form.stream().flatMap(section -> section.fields().stream());
    }

    /// A heading of the form with its fields in order.
    public record FormSection(Bilingual heading, List<FormField> fields) {
        public FormSection {
            fields = List.copyOf(fields);
        }
    }

    /// One field of the form: label, what to write, whether it must be filled. `article` is the provision that asks for
    /// it.
    ///
    /// @param options of a choice, in the order of the pack; else empty
    /// @param lengthMax the most characters of a text, and of a whole table
    /// @param columns of a table, none of them a table; else empty
    /// @param rowsMax of a table; else 0
    public record FormField(
            String key,
            Bilingual label,
            Bilingual hint,
            boolean required,
            FieldKind kind,
            SequencedMap<String, Bilingual> options,
            int lengthMax,
            List<FormField> columns,
            int rowsMax,
            LegalBasis article) {
        public FormField {
            columns = List.copyOf(columns);
            options = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(options));
        }

        /// Whether the text is a value of this field; length is apart.
        public boolean takes(String text) {
            return switch (kind) {
                case TEXT -> true;
                case DAY -> FieldKind.isDay(text);
                case YES_NO -> text.equals("yes") || text.equals("no");
                case CHOICE -> options.containsKey(text);
                case NUMBER -> text.matches("[0-9]{1,6}");
                case TABLE -> FormTable.takes(this, text);
            };
        }
    }
}
