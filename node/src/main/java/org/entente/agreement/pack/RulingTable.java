package org.entente.agreement.pack;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Assurance;
import org.entente.agreement.Effect;
import org.entente.agreement.Fact;
import org.entente.agreement.Ground;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.kernel.EntenteException;

/// The rulings the parties expect of their law, `rulings.csv` beside it, signed with it: the law's own test.
///
/// Fields are separated by semicolons; lines that begin with `#` are remarks. `set;NAME;FACTS` names
/// facts; every other line after the heading is `claim;measure;date;facts;ruling;detail;rules`. Facts
/// are words: `key=value`, `@set`, `-key` to take one away, `!assurance` for an undertaking given.
/// Detail and rules are words too; detail names the ground, the open grounds, the missing facts or the
/// wanted undertakings, `-` for a permission.
public final class RulingTable {
    /// Its file in the pack.
    public static final String FILE = PackFiles.RULINGS;

    private static final String HEADING = "claim;measure;date;facts;ruling;detail;fired";

    private final Agreement agreement;
    private final Map<String, Stated> sets = new HashMap<>();
    private final List<Case> cases = new ArrayList<>();

    private RulingTable(Agreement agreement) {
        this.agreement = agreement;
    }

    /// One expectation. `line` is its place in the file, from 1.
    public record Case(
            int line,
            String claim,
            Question question,
            LocalDate date,
            String ruling,
            List<String> detail,
            List<String> fired) {
        public Case {
            detail = List.copyOf(detail);
            fired = List.copyOf(fired);
        }
    }

    /// An expectation the law does not meet, with what it rules instead.
    public record Miss(Case expected, String ruling, List<String> detail, List<String> fired) {
        public Miss {
            detail = List.copyOf(detail);
            fired = List.copyOf(fired);
        }
    }

    private record Stated(Map<String, Fact> facts, Set<String> assurances) {}

    /// @throws EntenteException RULING_TABLE_BROKEN
    public static List<Case> read(PackFiles files, Agreement agreement) {
        RulingTable table = new RulingTable(agreement);
        List<String> lines = new String(files.bytes(PackFiles.RULINGS), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (lines.size() > Limits.TABLE_LINES_MAX) {
            throw broken(Limits.TABLE_LINES_MAX + 1, "lines > " + Limits.TABLE_LINES_MAX);
        }
        for (int i = 0; i < lines.size(); i++) {
            table.line(i + 1, lines.get(i));
        }
        return List.copyOf(table.cases);
    }

    /// The expectations that the law does not meet.
    public static List<Miss> check(List<Case> cases, Agreement agreement) {
        List<Miss> misses = new ArrayList<>();
        for (Case one : cases) {
            Ruling ruling = agreement.rule(one.question(), one.date());
            List<String> fired = ruling.trace().fired().stream()
                    .filter(rule -> !(rule.rule().effect() instanceof Effect.Obliges))
                    .map(rule -> rule.rule().id())
                    .toList();
            List<String> detail = detail(ruling);
            if (!ruling.word().equals(one.ruling()) || !detail.equals(one.detail()) || !fired.equals(one.fired())) {
                misses.add(new Miss(one, ruling.word(), detail, fired));
            }
        }
        return misses;
    }

    private static List<String> detail(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Refused refused -> List.of(refused.ground().key());
            case Ruling.Unknown unknown -> unknown.missing();
            case Ruling.NeedsAssurance needs ->
                needs.assurances().stream().map(Assurance::key).toList();
            case Ruling.MayRefuse may -> may.grounds().stream().map(Ground::key).toList();
            case Ruling.Permitted _ -> List.of();
        };
    }

    private void line(int number, String line) {
        if (line.isBlank() || line.startsWith("#") || line.equals(HEADING)) {
            return;
        }
        String[] fields = line.split(";", -1);
        if (fields[0].equals("set") && fields.length == 3) {
            if (sets.put(fields[1], facts(number, fields[2])) != null) {
                throw broken(number, "set " + fields[1] + " x 2");
            }
            return;
        }
        if (fields.length != 7) {
            throw broken(number, fields.length + " fields, not 7");
        }
        Stated stated = facts(number, fields[3]);
        cases.add(new Case(
                number,
                fields[0],
                new Question(agreement.measure(fields[1]).key(), stated.facts(), stated.assurances()),
                date(number, fields[2]),
                fields[4],
                fields[5].equals("-") ? List.of() : words(fields[5]),
                words(fields[6])));
    }

    private Stated facts(int line, String text) {
        Map<String, Fact> facts = new TreeMap<>();
        Set<String> assurances = new HashSet<>();
        for (String word : words(text)) {
            switch (word.charAt(0)) {
                case '@' -> {
                    Stated set = sets.get(word.substring(1));
                    if (set == null) {
                        throw broken(line, "no set " + word);
                    }
                    facts.putAll(set.facts());
                    assurances.addAll(set.assurances());
                }
                case '-' -> {
                    boolean taken = word.startsWith("-!")
                            ? assurances.remove(word.substring(2))
                            : facts.remove(word.substring(1)) != null;
                    if (!taken) {
                        throw broken(line, "nothing to take away: " + word);
                    }
                }
                case '!' -> assurances.add(word.substring(1));
                // Anything else is key=value.
                default -> {
                    Map.Entry<String, Fact> fact = fact(line, word);
                    facts.put(fact.getKey(), fact.getValue());
                }
            }
        }
        return new Stated(new LinkedHashMap<>(facts), assurances);
    }

    private Map.Entry<String, Fact> fact(int line, String word) {
        int equals = word.indexOf('=');
        String key = equals < 0 ? word : word.substring(0, equals);
        String value = word.substring(equals + 1);
        return agreement
                .fact(key)
                .flatMap(term -> term.parse(value))
                .map(fact -> Map.entry(key, fact))
                .orElseThrow(() -> broken(line, word));
    }

    private static LocalDate date(int line, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            throw broken(line, text);
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
    }

    private static EntenteException broken(int line, String what) {
        return new EntenteException(AgreementCode.RULING_TABLE_BROKEN, PackFiles.RULINGS, Integer.toString(line), what);
    }
}
