package org.entente.hold.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.hold.FacetKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EvidentialStatus;
import org.jspecify.annotations.Nullable;

/// The Treasury's list: one row a subject, its addresses and aliases in two files of their own keyed by the
/// same number. Addresses and aliases are held in memory (some 45,000 short rows) while the main file streams;
/// those left over at the end have no subject and are reported as orphans.
final class SdnImporter implements Importer {
    private static final int SDN_COLUMN_COUNT = 12;
    private static final int ADD_COLUMN_COUNT = 6;
    private static final int ALT_COLUMN_COUNT = 5;
    private static final String EMPTY = "-0-";
    private static final Pattern LOCATOR = Pattern.compile("\\d{1,9}");

    private final Profile profile;
    private final SdnRemarks remarks;

    SdnImporter(Profile profile) {
        this.profile = profile;
        this.remarks = new SdnRemarks(SdnRemarks.labels(profile.labels()));
    }

    /// A row of the address or alias file.
    private record Side(String part, int row, List<String> fields) {}

    @Override
    public void read(SourceFiles files, LocalDate asOf, Held held, DraftSink sink) throws IOException {
        Map<String, List<Side>> addresses = sides(files, "add", ADD_COLUMN_COUNT, sink);
        Map<String, List<Side>> aliases = sides(files, "alt", ALT_COLUMN_COUNT, sink);
        Set<String> seen = new HashSet<>();
        if (files.has("sdn")) {
            try (CsvRows rows = new CsvRows(files.reader("sdn", profile.encoding()), ',')) {
                for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                    sink.rowRead();
                    String locator = accepted(row, seen, sink);
                    if (locator != null) {
                        sink.draft(draft(
                                row,
                                locator,
                                asOf,
                                addresses.getOrDefault(locator, List.of()),
                                aliases.getOrDefault(locator, List.of()),
                                sink));
                    }
                }
            }
        }
        addresses.keySet().removeAll(seen);
        aliases.keySet().removeAll(seen);
        leftOver(addresses, aliases, asOf, held, sink);
    }

    /// Addresses and aliases whose subject is not in these files: of a subject that is held already, or orphans.
    private void leftOver(
            Map<String, List<Side>> addresses,
            Map<String, List<Side>> aliases,
            LocalDate asOf,
            Held held,
            DraftSink sink) {
        Set<String> locators = new TreeSet<>(addresses.keySet());
        locators.addAll(aliases.keySet());
        Map<String, Held.Subject> known = held.subjects(locators);
        for (String locator : locators) {
            List<Side> own = addresses.getOrDefault(locator, List.of());
            List<Side> others = aliases.getOrDefault(locator, List.of());
            Held.Subject subject = known.get(locator);
            if (subject == null) {
                orphans(locator, own, sink);
                orphans(locator, others, sink);
            } else {
                sink.draft(supplement(locator, subject.kind(), asOf, own, others, sink));
            }
        }
    }

    private Map<String, List<Side>> sides(SourceFiles files, String part, int columnCount, DraftSink sink)
            throws IOException {
        Map<String, List<Side>> sides = new HashMap<>();
        if (!files.has(part)) {
            return sides;
        }
        try (CsvRows rows = new CsvRows(files.reader(part, profile.encoding()), ',')) {
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                sink.rowRead();
                if (isWhole(part, row, columnCount, sink)) {
                    sides.computeIfAbsent(field(row.fields(), 0), _ -> new ArrayList<>(2))
                            .add(new Side(part, row.number(), row.fields()));
                }
            }
        }
        return sides;
    }

    private static boolean isWhole(String part, CsvRows.Row row, int columnCount, DraftSink sink) {
        if (row.broken()) {
            sink.rejected(new Finding(part, row.number(), "", "", Finding.Reason.ROW_BROKEN), "");
            return false;
        }
        if (row.fields().size() != columnCount) {
            String count = String.valueOf(row.fields().size());
            String locator = row.certain(0);
            sink.rejected(
                    new Finding(part, row.number(), "", count, Finding.Reason.COLUMN_COUNT_WRONG),
                    LOCATOR.matcher(locator).matches() ? locator : "");
            return false;
        }
        for (int i = 0; i < columnCount; i++) {
            if (row.fields().get(i).indexOf(SourceFiles.DAMAGED) >= 0) {
                String column = String.valueOf(i + 1);
                sink.finding(
                        new Finding(part, row.number(), column, row.fields().get(i), Finding.Reason.ENCODING_DAMAGED));
            }
        }
        return true;
    }

    private static @Nullable String accepted(CsvRows.Row row, Set<String> seen, DraftSink sink) {
        if (!isWhole("sdn", row, SDN_COLUMN_COUNT, sink)) {
            return null;
        }
        String locator = field(row.fields(), 0);
        String name = field(row.fields(), 1);
        if (!LOCATOR.matcher(locator).matches()) {
            return refused(row, "ent_num", locator, Finding.Reason.LOCATOR_MISSING, "", sink);
        }
        if (name.isEmpty()) {
            return refused(row, "SDN_Name", "", Finding.Reason.NAME_MISSING, locator, sink);
        }
        if (kind(row.fields()) == null) {
            return refused(row, "SDN_Type", field(row.fields(), 2), Finding.Reason.KIND_UNKNOWN, locator, sink);
        }
        // The list gives each number once: one of the two rows has lost its own.
        return seen.add(locator) ? locator : refused(row, "ent_num", locator, Finding.Reason.LOCATOR_TWICE, "", sink);
    }

    private static @Nullable String refused(
            CsvRows.Row row, String column, String value, Finding.Reason reason, String locator, DraftSink sink) {
        sink.rejected(new Finding("sdn", row.number(), column, value, reason), locator);
        return null;
    }

    private static @Nullable SubjectKind kind(List<String> fields) {
        return switch (field(fields, 2).toLowerCase(Locale.ROOT)) {
            case "" -> SubjectKind.ORGANISATION;
            case "individual" -> SubjectKind.PERSON;
            case "vessel" -> SubjectKind.VESSEL;
            case "aircraft" -> SubjectKind.AIRCRAFT;
            default -> null;
        };
    }

    private Draft draft(
            CsvRows.Row row, String locator, LocalDate asOf, List<Side> addresses, List<Side> aliases, DraftSink sink) {
        List<String> fields = row.fields();
        SubjectKind kind = Objects.requireNonNull(kind(fields));
        FacetBuilder primary = new FacetBuilder("sdn", row.number(), sink, "main", FacetKind.PRIMARY);
        primary.say(Property.NAME, field(fields, 1));
        for (String programme : field(fields, 3).split("\\] \\[")) {
            primary.say(Property.PROGRAMME, programme);
        }
        primary.say(Property.TITLE, field(fields, 4));
        primary.say(Property.CALL_SIGN, field(fields, 5));
        primary.say(Property.VESSEL_TYPE, field(fields, 6));
        primary.say(Property.TONNAGE, field(fields, 7));
        String grossTonnage = field(fields, 8);
        primary.say(Property.TONNAGE, grossTonnage.isEmpty() ? "" : grossTonnage + " GRT");
        primary.say(Property.FLAG, field(fields, 9));
        primary.say(Property.OWNER, field(fields, 10));
        List<Draft.Facet> others = new ArrayList<>();
        List<Draft.Link> links = new ArrayList<>();
        aliases.forEach(side -> addAlias(others, side, sink));
        remarks.read(
                field(fields, 11),
                primary,
                (facetKind, name) -> addAlias(others, row.number(), sink, facetKind, name),
                links);
        addresses.forEach(side -> addAddress(primary, side));
        List<Draft.Facet> facets = new ArrayList<>();
        facets.add(primary.build());
        facets.addAll(others);
        return new Draft(
                locator,
                row.number(),
                1 + addresses.size() + aliases.size(),
                false,
                kind,
                EvidentialStatus.LISTED,
                asOf,
                false,
                profile.supply(kind, asOf),
                facets,
                links);
    }

    private Draft supplement(
            String locator,
            SubjectKind kind,
            LocalDate asOf,
            List<Side> addresses,
            List<Side> aliases,
            DraftSink sink) {
        List<Draft.Facet> facets = new ArrayList<>();
        int row = addresses.isEmpty()
                ? aliases.getFirst().row()
                : addresses.getFirst().row();
        if (!addresses.isEmpty()) {
            FacetBuilder primary = new FacetBuilder("add", row, sink, "main", FacetKind.PRIMARY);
            addresses.forEach(side -> addAddress(primary, side));
            facets.add(primary.build());
        }
        aliases.forEach(side -> addAlias(facets, side, sink));
        return new Draft(
                locator,
                row,
                addresses.size() + aliases.size(),
                true,
                kind,
                EvidentialStatus.LISTED,
                asOf,
                false,
                profile.supply(kind, asOf),
                facets,
                List.of());
    }

    private static void addAddress(FacetBuilder primary, Side side) {
        primary.say(Property.ADDRESS, address(side.fields()), "add:" + field(side.fields(), 1));
    }

    private static void addAlias(List<Draft.Facet> facets, Side side, DraftSink sink) {
        String key = "alt:" + field(side.fields(), 1);
        FacetKind kind = field(side.fields(), 2).equals("fka") ? FacetKind.FORMER : FacetKind.ALIAS;
        FacetBuilder facet = new FacetBuilder("alt", side.row(), sink, key, kind, key);
        add(facets, facet, field(side.fields(), 3));
    }

    private static void addAlias(List<Draft.Facet> facets, int row, DraftSink sink, FacetKind kind, String name) {
        add(facets, new FacetBuilder("sdn", row, sink, "remark:" + name, kind), name);
    }

    private static void add(List<Draft.Facet> facets, FacetBuilder facet, String name) {
        if (!name.isBlank() && facets.size() < Limits.FACET_COUNT_MAX) {
            facets.add(facet.say(Property.NAME, name).build());
        }
    }

    private static String address(List<String> fields) {
        List<String> lines = new ArrayList<>(4);
        for (int i = 2; i < ADD_COLUMN_COUNT; i++) {
            if (!field(fields, i).isEmpty()) {
                lines.add(field(fields, i));
            }
        }
        return String.join(", ", lines);
    }

    private static void orphans(String locator, List<Side> sides, DraftSink sink) {
        for (Side side : sides) {
            sink.finding(new Finding(side.part(), side.row(), "ent_num", locator, Finding.Reason.SUBJECT_ABSENT));
        }
    }

    private static String field(List<String> fields, int index) {
        String text = fields.get(index).strip();
        return text.equals(EMPTY) ? "" : text;
    }
}
