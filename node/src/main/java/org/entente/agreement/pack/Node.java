package org.entente.agreement.pack;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;

/// A place in a pack file, with the readings a schema needs. A reading that does not fit throws, naming file, line,
/// path, what stands there and what is expected; `each` notes the problem and goes on with the next entry, so that one
/// check shows them all.
record Node(String file, String path, YamlTree tree, List<EntenteException> problems) {
    static Node root(String file, byte[] yaml, List<EntenteException> problems) {
        return new Node(file, "", YamlTree.parse(file, yaml), problems);
    }

    /// Reads each item of the list under a key; an absent list is empty.
    <T> List<T> each(String key, Function<Node, T> reading) {
        Optional<Node> list = find(key);
        return list.isEmpty() ? List.of() : list.get().each(reading);
    }

    <T> List<T> each(Function<Node, T> reading) {
        List<T> read = new ArrayList<>();
        for (Node item : items()) {
            try {
                read.add(reading.apply(item));
            } catch (EntenteException e) {
                // Noted, not thrown: the reader shows every problem of a pack at once.
                if (problems.size() < Limits.PROBLEMS_MAX) {
                    problems.add(e);
                }
            }
        }
        return read;
    }

    /// As `each`, and refuses two entries with the same key.
    <T> List<T> eachOnce(String key, Function<Node, T> reading, Function<T, String> identity) {
        Set<String> seen = new HashSet<>();
        return each(key, item -> {
            T value = reading.apply(item);
            if (!seen.add(identity.apply(value))) {
                throw item.problem(AgreementCode.PACK_DUPLICATE, identity.apply(value));
            }
            return value;
        });
    }

    Node at(String key) {
        return find(key).orElseThrow(() -> problem(AgreementCode.PACK_KEY_MISSING, key));
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(mapping().get(key)).map(tree -> child(key, tree));
    }

    /// Refuses any key but these.
    Node only(String... keys) {
        Set<String> allowed = Set.of(keys);
        for (Map.Entry<String, YamlTree> entry : mapping().entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                throw child(entry.getKey(), entry.getValue())
                        .problem(AgreementCode.PACK_KEY_UNKNOWN, entry.getKey(), String.join(", ", keys));
            }
        }
        return this;
    }

    Set<String> keys() {
        return mapping().sequencedKeySet();
    }

    String text() {
        if (!(tree instanceof YamlTree.Scalar scalar)) {
            throw unfit(shape(), "text");
        }
        if (scalar.text().isBlank() || scalar.text().length() > Limits.TEXT_LENGTH_MAX) {
            throw unfit(scalar.text().isBlank() ? "(empty)" : "(too long)", "text, 1-" + Limits.TEXT_LENGTH_MAX);
        }
        return scalar.text().strip();
    }

    String text(String pattern, String expected) {
        String text = text();
        if (!text.matches(pattern)) {
            throw unfit(text, expected);
        }
        return text;
    }

    int number(int least, int most) {
        String expected = least + " - " + most;
        String text = text("-?[0-9]{1,7}", expected);
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw unfit(text, expected);
        }
        return number;
    }

    boolean yesNo() {
        return text("yes|no", "yes | no").equals("yes");
    }

    LocalDate day() {
        String text = text();
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw unfit(text, "2026-11-24");
        }
    }

    /// A text in both languages: `{en: ..., es: ...}`.
    Bilingual bilingual() {
        only("en", "es");
        return new Bilingual(at("en").text(), at("es").text());
    }

    /// One of a closed set of values by its word in the pack.
    <E> E among(Collection<E> values, Function<E, String> word) {
        String text = text();
        return values.stream()
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        unfit(text, String.join(" | ", values.stream().map(word).toList())));
    }

    /// A name that another list of the pack declares.
    <T> T declared(Map<String, T> declarations, String list) {
        String name = text();
        T value = declarations.get(name);
        if (value == null) {
            throw problem(AgreementCode.PACK_REFERENCE, name, list, nearest(name, declarations.keySet()));
        }
        return value;
    }

    boolean isList() {
        return tree instanceof YamlTree.Sequence;
    }

    List<Node> items() {
        if (!(tree instanceof YamlTree.Sequence sequence)) {
            throw unfit(shape(), "list");
        }
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            items.add(child(Integer.toString(i + 1), sequence.items().get(i)));
        }
        return items;
    }

    EntenteException unfit(String found, String expected) {
        return problem(AgreementCode.PACK_VALUE, found, expected);
    }

    EntenteException problem(AgreementCode code, String... more) {
        String[] facts = new String[3 + more.length];
        facts[0] = file;
        facts[1] = Integer.toString(tree.line());
        facts[2] = path.isEmpty() ? "/" : path;
        System.arraycopy(more, 0, facts, 3, more.length);
        return new EntenteException(code, facts);
    }

    private SequencedMap<String, YamlTree> mapping() {
        if (tree instanceof YamlTree.Mapping mapping) {
            return mapping.entries();
        }
        throw unfit(shape(), "key: value");
    }

    private Node child(String step, YamlTree child) {
        return new Node(file, path + "/" + step, child, problems);
    }

    private String shape() {
        return switch (tree) {
            case YamlTree.Mapping _ -> "key: value";
            case YamlTree.Sequence _ -> "list";
            case YamlTree.Scalar scalar -> scalar.text();
        };
    }

    /// The declared name with the fewest edits, for "did you mean".
    static String nearest(String name, Collection<String> declared) {
        return declared.stream()
                .min((left, right) -> Integer.compare(edits(name, left), edits(name, right)))
                .orElse("-");
    }

    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int above = row[j];
                int change = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
