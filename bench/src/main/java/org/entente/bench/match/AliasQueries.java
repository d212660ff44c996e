package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.match.score.Kind;

/// Aliases of Mexican subjects, each sought among the other names of the list.
record AliasQueries(String source, List<Query> queries) {
    AliasQueries {
        queries = List.copyOf(queries);
    }

    /// How the alias is like the primary name; by rule, not by hand.
    enum Label {
        VARIANT,
        GIVEN_ONLY,
        OTHER_IDENTITY,
        ACRONYM_OR_OTHER
    }

    record Query(String uid, Kind kind, Label label, String alias) {
        /// Whether an item may be found for this query: the alias itself, and every name of its subject that is
        /// written with the same letters and digits, are held out.
        boolean mayFind(TreasuryNames.Item item) {
            return !item.uid().equals(uid) || !letters(item.name()).equals(letters(alias));
        }
    }

    static AliasQueries dev(Path data) throws IOException {
        Path file = data.resolve("matching").resolve("ofac_mx_alias_pairs_dev.csv");
        List<Query> queries = new ArrayList<>();
        Rows.read(file, ',', row -> {
            Kind kind = row.cell("type").equals("individual") ? Kind.PERSON : Kind.ORGANISATION;
            queries.add(new Query(row.cell("uid"), kind, Label.valueOf(row.cell("auto_label")), row.cell("alias")));
        });
        return new AliasQueries(FileHash.of(file), queries);
    }

    /// Those of one kind and label whose subject is in the index.
    List<Query> of(Kind kind, Label label, TreasuryNames index) {
        return queries.stream()
                .filter(query -> query.kind() == kind
                        && query.label() == label
                        && index.uids().contains(query.uid()))
                .toList();
    }

    private static String letters(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
