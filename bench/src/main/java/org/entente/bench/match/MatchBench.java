package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.bench.Bench;
import org.entente.bench.Figure;
import org.entente.bench.Progress;
import org.jspecify.annotations.Nullable;

/// The matching engine and its peers on every set that is here, each figure beside its goal and the best known.
/// Nobody has a configuration of their own for a set beyond the map from its columns to fields.
public final class MatchBench implements Bench {
    /// Records of each kind of thing.
    private static final int THINGS = 20_000;

    private final List<Matcher> matchers;
    private final List<Linker> peers;
    private final List<MatchRow> rows;

    /// `only` is the name of the one row to measure, null for all; `subjectCount` the invented people a side.
    public MatchBench(Path data, @Nullable String only, long seed, int subjectCount) throws IOException {
        this(List.of(new Engine(), new TokensAndTrigrams()), PeerProgram.found(), data, only, seed, subjectCount);
    }

    MatchBench(
            List<Matcher> matchers,
            List<? extends Linker> peers,
            Path data,
            @Nullable String only,
            long seed,
            int subjectCount)
            throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IOException("no data folder " + data + " (set ENTENTE_DATA)");
        }
        this.matchers = List.copyOf(matchers);
        this.peers = List.copyOf(peers);
        List<MatchRow> all = rows(data, seed, subjectCount);
        rows = all.stream()
                .filter(row -> only == null || row.name().equals(only))
                .toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no row " + only + ", only "
                    + all.stream().map(MatchRow::name).toList());
        }
    }

    private static List<MatchRow> rows(Path data, long seed, int subjectCount) {
        TruthSets sets = new TruthSets(data);
        List<MatchRow> rows = new ArrayList<>();
        rows.add(new NamePairsRow(data, seed));
        rows.add(new AliasesRow(data, seed));
        rows.add(new ScreeningRow(data, seed));
        rows.add(new LinkRow("historical_dev", seed, sets::historical));
        for (int number = 1; number <= 3; number++) {
            int febrl = number;
            rows.add(new LinkRow("febrl" + febrl, seed, () -> sets.febrl(febrl)));
        }
        rows.add(new LinkRow("splink_fake_1000", seed, sets::splinkFake1000));
        rows.add(new LinkRow("senzing_truth", seed, sets::senzing));
        rows.add(new LinkRow("rldata500", seed, sets::rlData500));
        rows.add(new MexicansRow(data, seed));
        rows.add(invented("vehicles", data, seed, tables -> new Vehicles(seed).records(THINGS)));
        rows.add(invented("firearms", data, seed, tables -> new Firearms(seed).records(THINGS)));
        rows.add(invented("organisations", data, seed, tables -> new Organisations(tables, seed).records(THINGS)));
        rows.add(new IdentifiersRow(data));
        rows.add(new PairsRow(data, seed));
        rows.add(new SearchRow(data, seed, subjectCount));
        rows.add(new PeopleRow(data, seed, subjectCount));
        rows.add(new LinkRow("dblp_acm", seed, sets::dblpAcm));
        rows.add(new LinkRow("abt_buy", seed, sets::abtBuy));
        return rows;
    }

    private interface Invention {
        List<Labelled> from(NameTables tables);
    }

    private static MatchRow invented(String name, Path data, long seed, Invention invention) {
        return new LinkRow(name, seed, () -> {
            NameTables tables = NameTables.read(data);
            return new TruthSet(name, tables.source() + " seed " + seed, invention.from(tables));
        });
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        int done = 0;
        for (MatchRow row : rows) {
            List<Matcher> measured = row.isOfMatchers() ? matchers : matchers.subList(0, 1);
            for (Matcher matcher : measured) {
                row.measure(matcher, figures);
            }
            for (Linker peer : peers) {
                row.measurePeer(peer, figures);
            }
            Progress.say(row.name(), ++done, rows.size());
        }
    }
}
