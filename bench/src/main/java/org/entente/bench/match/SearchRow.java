package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.entente.bench.Figure;
import org.entente.bench.Figure.Better;
import org.entente.bench.match.InventedMexicans.Name;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// Damaged full names sought among invented Mexicans: one part misspelt, in Mexican or American order, every fourth
/// without the second given name. A namesake found before the one who was meant counts as the wrong one.
record SearchRow(Path data, long seed, int subjectCount) implements MatchRow {
    private static final int QUERIES = 10_000;
    private static final int CLIENTS = 4;
    private static final int LIMIT = 10;
    private static final int DAMAGE = 61;

    @Override
    public String name() {
        return "search";
    }

    private record Answer(boolean isFound, double millis) {}

    @Override
    public void measure(Matcher matcher, Consumer<Figure> figures) throws IOException {
        NameTables tables = NameTables.read(data);
        List<Name> people = InventedMexicans.of(tables, seed, subjectCount);
        Matcher.Index index =
                matcher.index(people.stream().map(SearchRow::facet).toList());
        int queries = Math.min(QUERIES, subjectCount);
        List<Callable<List<Answer>>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.add(() -> {
                List<Answer> answers = new ArrayList<>();
                for (int query = first; query < queries; query += CLIENTS) {
                    answers.add(ask(index, people, query));
                }
                return answers;
            });
        }
        List<Answer> answers = answers(clients);
        double[] millis = answers.stream().mapToDouble(Answer::millis).sorted().toArray();
        Report report = Report.of(figures, name(), matcher, tables.source() + " seed " + seed);
        report.share(
                "recall-10", (double) answers.stream().filter(Answer::isFound).count() / queries);
        report.figure("p99", millis[(int) (millis.length * 0.99)], "ms", Better.LOWER);
        report.figure("median", millis[millis.length / 2], "ms", Better.LOWER);
    }

    private static List<Answer> answers(List<Callable<List<Answer>>> clients) throws IOException {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Answer>> client : threads.invokeAll(clients)) {
                answers.addAll(client.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        }
        return answers;
    }

    private Answer ask(Matcher.Index index, List<Name> people, int query) {
        Draw draw = Draw.of(seed, DAMAGE, query);
        int sought = draw.below(people.size());
        String text = damaged(people.get(sought), draw);
        Facet asked = new Facet(Kind.PERSON, List.of(new Value(Field.NAME, text, "query")));
        long start = System.nanoTime();
        List<Matcher.Hit> hits = index.search(asked, LIMIT);
        double millis = (System.nanoTime() - start) / 1e6;
        return new Answer(hits.stream().anyMatch(hit -> hit.item() == sought), millis);
    }

    private static Facet facet(Name name) {
        return new Facet(
                Kind.PERSON,
                List.of(
                        new Value(Field.GIVEN_NAME, name.given(), "invented"),
                        new Value(Field.PATERNAL_SURNAME, name.paternal(), "invented"),
                        new Value(Field.MATERNAL_SURNAME, name.maternal(), "invented")));
    }

    private static String damaged(Name name, Draw draw) {
        int space = name.given().indexOf(' ');
        boolean isShort = space > 0 && draw.chance(0.25);
        List<String> parts = new ArrayList<>(Arrays.asList(
                isShort ? name.given().substring(0, space) : name.given(), name.paternal(), name.maternal()));
        int wrong = draw.below(parts.size());
        if (parts.get(wrong).length() > 3) {
            parts.set(wrong, Spelling.misspelt(parts.get(wrong), draw));
        }
        return draw.chance(0.5) ? String.join(" ", parts) : parts.get(1) + " " + parts.get(2) + ", " + parts.get(0);
    }
}
