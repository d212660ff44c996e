package org.entente.match.name;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// How common a word is in a role among the people it may be met in: never rarer than the shipped tables say, and as
/// common as the collection at hand makes it. A list of 7,000 people with 200 Mohammeds needs it: no Mexican table
/// knows
/// how common the name is there. Immutable, thread-safe.
public final class Commonness {
    /// The shipped tables alone.
    public static final Commonness REFERENCE = new Commonness(Map.of(), Map.of(), 1);

    private final Map<NameToken, Integer> given;
    private final Map<NameToken, Integer> surname;
    private final double people;

    private Commonness(Map<NameToken, Integer> given, Map<NameToken, Integer> surname, double people) {
        this.given = Map.copyOf(given);
        this.surname = Map.copyOf(surname);
        this.people = people;
    }

    /// Counts over a collection: `names` is walked once.
    public static Commonness over(Consumer<Consumer<PersonName>> names) {
        Map<NameToken, Integer> given = new HashMap<>();
        Map<NameToken, Integer> surname = new HashMap<>();
        int[] people = new int[1];
        names.accept(name -> {
            people[0]++;
            if (name.isEmpty()) {
                return;
            }
            Reading reading = name.readings().getFirst();
            for (int at = 0; at < reading.count(); at++) {
                (reading.roles[at] == Role.GIVEN ? given : surname).merge(reading.words[at], 1, Integer::sum);
            }
        });
        return new Commonness(given, surname, Math.max(1, people[0]));
    }

    /// @param guessed whether the word may as well stand in another role
    double share(NameToken word, Role role, boolean guessed) {
        return guessed ? Math.max(share(word, Role.GIVEN), share(word, Role.PATERNAL)) : share(word, role);
    }

    private double share(NameToken word, Role role) {
        double shipped = word.share(role);
        if (given.isEmpty() && surname.isEmpty()) {
            return shipped;
        }
        Integer count = (role == Role.GIVEN ? given : surname).get(word);
        // The one occurrence that is the record itself says nothing.
        return count == null ? shipped : Math.max(shipped, (count - 1) / people);
    }
}
