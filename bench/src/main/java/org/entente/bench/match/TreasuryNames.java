package org.entente.bench.match;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.match.score.Facet;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;
import org.entente.match.score.Value;

/// Every name of the individuals on the Treasury's list of 2 July 2024: primary names, the alias file, and the weak
/// a.k.a. in the remarks. One name is one item of the index; a subject is found by its best.
record TreasuryNames(String source, Kind kind, List<Item> items, Set<String> uids) {
    static final String LIST = "ofac_sdn_2024-07-02.csv";
    static final String ALIASES = "ofac_alt_2025-12-24.csv";

    /// Columns of the list: number, name, type and remarks; of the alias file: number and name.
    private static final int NAME = 1;

    private static final int TYPE = 2;
    private static final int REMARKS = 11;
    private static final int ALIAS = 3;
    private static final String NOTHING = "-0-";

    /// In quotes that a name may itself have: it ends where the remark ends.
    private static final Pattern WEAK = Pattern.compile("a\\.k\\.a\\. '(.+?)'(?=[;.]|$)");

    TreasuryNames {
        items = List.copyOf(items);
        uids = Set.copyOf(uids);
    }

    record Item(String uid, String name, Origin origin) {
        Facet facet(Kind kind) {
            return new Facet(kind, List.of(new Value(Field.NAME, name, uid)));
        }
    }

    enum Origin {
        PRIMARY,
        ALIAS,
        WEAK
    }

    /// Individuals, or with `ORGANISATION` what is neither individual, vessel nor aircraft.
    static TreasuryNames read(Path data, Kind kind) throws IOException {
        Path list = data.resolve("lists").resolve(LIST);
        Path aliases = data.resolve("lists").resolve(ALIASES);
        String type = kind == Kind.PERSON ? "individual" : NOTHING;
        List<Item> items = new ArrayList<>();
        Set<String> uids = new HashSet<>();
        readRows(list, REMARKS, row -> {
            if (row.get(TYPE).equals(type)) {
                uids.add(row.getFirst());
                items.add(new Item(row.getFirst(), row.get(NAME), Origin.PRIMARY));
                Matcher weak = WEAK.matcher(row.get(REMARKS));
                while (weak.find()) {
                    items.add(new Item(row.getFirst(), weak.group(1), Origin.WEAK));
                }
            }
        });
        readRows(aliases, ALIAS, row -> {
            // The alias file is newer: some of its subjects are not on the list.
            if (uids.contains(row.getFirst())) {
                items.add(new Item(row.getFirst(), row.get(ALIAS), Origin.ALIAS));
            }
        });
        return new TreasuryNames(FileHash.of(list, aliases), kind, items, uids);
    }

    List<Facet> facets() {
        return items.stream().map(item -> item.facet(kind)).toList();
    }

    private interface RowReading {
        void row(List<String> row);
    }

    /// Rows that have the column `last`; the list ends with a control character on a row of its own.
    private static void readRows(Path file, int last, RowReading reading) throws IOException {
        try (Csv csv = Csv.open(file, ',', StandardCharsets.UTF_8)) {
            for (List<String> row = csv.next(); row != null; row = csv.next()) {
                if (row.size() > last) {
                    reading.row(row);
                }
            }
        }
    }
}
