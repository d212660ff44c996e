package org.entente.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entente.match.score.Facet;
import org.entente.match.score.Kind;

/// The labelled record sets of the data folder's `matching`, read in place.
final class TruthSets {
    private final Path folder;

    /// `data` is the data folder itself.
    TruthSets(Path data) {
        this.folder = data.resolve("matching");
    }

    /// Synthetic people of Australia, `number` 1 to 3; `rec-N-org` and `rec-N-dup-K` are one person.
    TruthSet febrl(int number) throws IOException {
        Columns columns = Columns.of(Kind.PERSON, WrittenDate.YEAR_FIRST, """
                GIVEN_NAME = given_name, SURNAME = surname, BIRTH_DATE = date_of_birth,
                ADDRESS = street_number address_1 address_2, LOCALITY = suburb, POSTCODE = postcode, REGION = state,
                OTHER_NUMBER = soc_sec_id""");
        return table(
                "febrl" + number,
                "febrl" + number + ".csv",
                ',',
                columns,
                "rec_id",
                row -> row.cell("rec_id").split("-")[1]);
    }

    TruthSet splinkFake1000() throws IOException {
        Columns columns = Columns.of(Kind.PERSON, WrittenDate.YEAR_FIRST, """
                GIVEN_NAME = first_name, SURNAME = surname, BIRTH_DATE = dob, LOCALITY = city, EMAIL = email""");
        return table("splink_fake_1000", "splink_fake_1000.csv", ',', columns, "unique_id", row -> row.cell("cluster"));
    }

    /// Half, by cluster, of a set of historical people of Britain with several damaged copies of each.
    TruthSet historical() throws IOException {
        Columns columns = Columns.of(Kind.PERSON, WrittenDate.YEAR_FIRST, """
                NAME = full_name, GIVEN_NAME = first_name, SURNAME = surname, BIRTH_DATE = dob, SEX = gender,
                BIRTH_PLACE = birth_place, POSTCODE = postcode_fake, OCCUPATION = occupation""");
        return table("historical_dev", "historical_dev.csv", ',', columns, "unique_id", row -> row.cell("cluster"));
    }

    /// German names; the truth stands line by line in a file of its own.
    TruthSet rlData500() throws IOException {
        Columns columns = Columns.of(
                Kind.PERSON,
                WrittenDate.YEAR_FIRST,
                "GIVEN_NAME = fname_c1 fname_c2, SURNAME = lname_c1 lname_c2, BIRTH_DATE = by bm bd");
        Path names = folder.resolve("RLdata500.tsv");
        Path identities = folder.resolve("identity.RLdata500.tsv");
        List<String> identity = new ArrayList<>();
        Rows.read(identities, '\t', row -> identity.add(row.cell("identity.RLdata500")));
        List<Labelled> records = new ArrayList<>();
        Rows.read(names, '\t', row -> {
            String id = String.valueOf(row.number());
            Facet facet = columns.facet(column -> row.cell(column).replaceFirst("^NA$", ""), "RLdata500:" + id);
            records.add(Labelled.of(id, facet, identity.get(row.number() - 1)));
        });
        return new TruthSet("rldata500", FileHash.of(names, identities), records);
    }

    /// Bibliographic records of two libraries: no kind of ours, printed for information.
    TruthSet dblpAcm() throws IOException {
        Columns columns =
                Columns.of(Kind.DOCUMENT, WrittenDate.YEAR_FIRST, "NAME = title, SURNAME = authors, MODEL_YEAR = year");
        return twoTables("dblp_acm", "dblp.csv", "acm.csv", '%', columns);
    }

    /// Products of two shops: no kind of ours, printed for information.
    TruthSet abtBuy() throws IOException {
        Columns columns = Columns.of(Kind.DOCUMENT, WrittenDate.YEAR_FIRST, "NAME = name");
        return twoTables("abt_buy", "abt.csv", "buy.csv", '|', columns);
    }

    TruthSet senzing() throws IOException {
        return SenzingTruth.read(folder.resolve("senzing_truth"));
    }

    private TruthSet table(
            String name, String file, char separator, Columns columns, String id, Function<Rows.Row, String> entity)
            throws IOException {
        Path path = folder.resolve(file);
        List<Labelled> records = new ArrayList<>();
        Rows.read(path, separator, row -> {
            Facet facet = columns.facet(row::cell, file + ":" + row.number());
            records.add(Labelled.of(row.cell(id), facet, entity.apply(row)));
        });
        return new TruthSet(name, FileHash.of(path), records);
    }

    /// Two tables and a file of pairs `D1`, `D2` of their ids; what the pairs connect is one entity.
    private TruthSet twoTables(String name, String left, String right, char separator, Columns columns)
            throws IOException {
        Path inside = folder.resolve(name);
        List<Labelled> unlabelled = new ArrayList<>();
        Map<String, Integer> ordinals = new HashMap<>();
        for (String file : List.of(left, right)) {
            String side = file.equals(left) ? "D1:" : "D2:";
            Rows.read(inside.resolve(file), separator, row -> {
                String id = side + row.cell("id");
                ordinals.put(id, unlabelled.size());
                unlabelled.add(Labelled.of(id, columns.facet(row::cell, file + ":" + row.number()), ""));
            });
        }
        DisjointSets sets = new DisjointSets(unlabelled.size());
        Rows.read(inside.resolve("gt.csv"), separator, row -> {
            Integer one = ordinals.get("D1:" + row.cell("D1"));
            Integer other = ordinals.get("D2:" + row.cell("D2"));
            if (one == null || other == null) {
                throw new IOException("gt.csv:" + row.number() + " names a record that is not there");
            }
            sets.join(one, other);
        });
        List<Labelled> records = new ArrayList<>();
        for (int ordinal = 0; ordinal < unlabelled.size(); ordinal++) {
            Labelled bare = unlabelled.get(ordinal);
            records.add(new Labelled(bare.id(), bare.facets(), String.valueOf(sets.root(ordinal))));
        }
        String source = FileHash.of(inside.resolve(left), inside.resolve(right), inside.resolve("gt.csv"));
        return new TruthSet(name, source, records);
    }
}
