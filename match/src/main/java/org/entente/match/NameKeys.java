package org.entente.match;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// A name in the forms it is indexed and looked up by.
///
/// `tokens` are sorted and without particles, so "GARCIA LOPEZ, José" and "Jose Garcia Lopez" are equal; Ñ
/// stands in them. `codes` are the phonetic codes of the tokens, sorted and distinct, Ñ as N.
public record NameKeys(List<String> tokens, List<String> codes) {
    private static final Set<String> NOT_TELLING = union(Names.PARTICLES, Names.LEGAL_FORMS);

    public NameKeys {
        tokens = List.copyOf(tokens);
        codes = List.copyOf(codes);
    }

    /// Of a person, an alias or a thing's name.
    public static NameKeys of(String name) {
        return of(Names.tokens(name), Names.PARTICLES);
    }

    /// Of an organisation: legal forms are left out too, unless nothing else is in the name.
    public static NameKeys ofOrganisation(String name) {
        return of(Names.tokens(name), NOT_TELLING);
    }

    /// Of what a person types, kind unknown: legal forms are not required of the result.
    public static NameKeys ofQuery(String text) {
        return ofOrganisation(text);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.addAll(other);
        return Set.copyOf(both);
    }

    private static NameKeys of(List<String> all, Set<String> dropped) {
        List<String> kept = new ArrayList<>();
        for (String token : all) {
            if (!dropped.contains(token)) {
                kept.add(token);
            }
        }
        List<String> chosen = kept.isEmpty() ? new ArrayList<>(all) : kept;
        chosen.sort(null);
        Set<String> codes = new TreeSet<>();
        for (String token : chosen) {
            codes.add(Phonetics.code(token));
        }
        codes.remove("");
        return new NameKeys(chosen, List.copyOf(codes));
    }

    public boolean isEmpty() {
        return tokens.isEmpty();
    }

    /// The subsets of codes to look for, each all-of: all of them, and from three codes on every subset that
    /// lacks one, so that a name with one word wrong is still found. At most [#SUBSET_COUNT_MAX].
    public List<List<String>> blocks() {
        Set<List<String>> blocks = new LinkedHashSet<>();
        if (codes.isEmpty()) {
            return List.of();
        }
        blocks.add(codes);
        if (codes.size() >= 2) {
            for (int left = 0; left < codes.size() && blocks.size() < SUBSET_COUNT_MAX; left++) {
                List<String> without = new ArrayList<>(codes);
                without.remove(left);
                blocks.add(List.copyOf(without));
            }
        }
        return List.copyOf(blocks);
    }

    public static final int SUBSET_COUNT_MAX = 12;

    /// How near `name` is to this query, 0 to 1: an order for a list of results and nothing more. It is no
    /// evidence and is shown to nobody as a score. Each query token takes its best counterpart.
    public double nearness(NameKeys name) {
        if (tokens.isEmpty() || name.tokens.isEmpty()) {
            return 0;
        }
        double sum = 0;
        for (String token : tokens) {
            double best = 0;
            for (String other : name.tokens) {
                best = Math.max(best, nearness(token, other));
            }
            sum += best;
        }
        double covered = sum / tokens.size();
        double extra = Math.max(0, name.tokens.size() - tokens.size());
        return covered * (1 - 0.02 * Math.min(extra, 5));
    }

    private static double nearness(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        String first = Names.withoutEnye(one);
        String second = Names.withoutEnye(other);
        if (first.equals(second)) {
            return 0.98;
        }
        double spelling = 1 - (double) distance(first, second) / Math.max(first.length(), second.length());
        return Phonetics.code(one).equals(Phonetics.code(other)) ? Math.max(0.8, spelling) : 0.9 * spelling;
    }

    /// Optimal string alignment: insert, delete, replace, swap of neighbours, each 1.
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                cost[i][j] = swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
            }
        }
        return cost[one.length()][other.length()];
    }
}
