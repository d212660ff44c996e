package org.entente.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// When a rule holds: a tree over declared facts. Evaluation never fails; its cost is the number of nodes.
public sealed interface Condition {
    /// The truth, the stated facts it rests on and, if unknown, the facts whose absence makes it so.
    record Finding(Truth truth, Set<String> used, Set<String> missing) {
        public Finding {
            used = Set.copyOf(used);
            missing = Set.copyOf(missing);
        }
    }

    Finding evaluate(Map<String, Fact> facts);

    /// Every fact the condition can ask for.
    Set<String> facts();

    /// Holds without any fact.
    record Always() implements Condition {
        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            return new Finding(Truth.TRUE, Set.of(), Set.of());
        }

        @Override
        public Set<String> facts() {
            return Set.of();
        }
    }

    /// The fact has one of these values.
    record Among(String fact, List<Fact> values) implements Condition {
        public Among {
            values = List.copyOf(values);
        }

        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            return leaf(fact, facts, values::contains);
        }

        @Override
        public Set<String> facts() {
            return Set.of(fact);
        }
    }

    /// The number is at least `least`.
    record AtLeast(String fact, long least) implements Condition {
        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            return leaf(fact, facts, value -> value instanceof Fact.Amount amount && amount.value() >= least);
        }

        @Override
        public Set<String> facts() {
            return Set.of(fact);
        }
    }

    record Not(Condition of) implements Condition {
        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            Finding found = of.evaluate(facts);
            return new Finding(found.truth().not(), found.used(), found.missing());
        }

        @Override
        public Set<String> facts() {
            return of.facts();
        }
    }

    record All(List<Condition> of) implements Condition {
        public All {
            of = List.copyOf(of);
        }

        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            List<Finding> parts = of.stream().map(part -> part.evaluate(facts)).toList();
            return join(parts, parts.stream().map(Finding::truth).reduce(Truth.TRUE, Truth::and));
        }

        @Override
        public Set<String> facts() {
            return factsOf(of);
        }
    }

    record Any(List<Condition> of) implements Condition {
        public Any {
            of = List.copyOf(of);
        }

        @Override
        public Finding evaluate(Map<String, Fact> facts) {
            List<Finding> parts = of.stream().map(part -> part.evaluate(facts)).toList();
            return join(parts, parts.stream().map(Finding::truth).reduce(Truth.FALSE, Truth::or));
        }

        @Override
        public Set<String> facts() {
            return factsOf(of);
        }
    }

    private static Finding leaf(String key, Map<String, Fact> facts, Predicate<Fact> test) {
        Fact value = facts.get(key);
        return value == null
                ? new Finding(Truth.UNKNOWN, Set.of(), Set.of(key))
                : new Finding(Truth.of(test.test(value)), Set.of(key), Set.of());
    }

    /// A compound rests on the parts that have its own truth; the others did not matter.
    private static Finding join(List<Finding> parts, Truth truth) {
        Set<String> used = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (Finding part : parts) {
            if (part.truth() == truth || truth == Truth.UNKNOWN) {
                used.addAll(part.used());
            }
            if (truth == Truth.UNKNOWN) {
                missing.addAll(part.missing());
            }
        }
        return new Finding(truth, used, missing);
    }

    private static Set<String> factsOf(List<Condition> parts) {
        List<String> keys = new ArrayList<>();
        parts.forEach(part -> keys.addAll(part.facts()));
        return Set.copyOf(keys);
    }
}
