package org.entente.hold.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.entente.hold.FacetKind;
import org.entente.hold.HoldCode;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.match.Holder;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.entente.match.Names;

/// The tax administration's article 69-B list. A row is one procedure against one taxpayer; the RFC names the
/// taxpayer, so that a taxpayer with several procedures is one subject. Its status is that of the newest, except that
/// a newer presumption does not lift a final listing that stands. A row whose RFC is covered is a subject of its own
/// and has no key. Taxpayers are held in memory until the file ends (some 13,000).
final class SatImporter implements Importer {
    private static final List<String> HEADER =
            List.of("no", "rfc", "nombre del contribuyente", "situacion del contribuyente");
    private static final int HEADER_SEARCH_ROW_COUNT = 10;
    private static final int RFC = 1;
    private static final int NAME = 2;
    private static final int STATUS = 3;
    private static final int NOTICE = 4;
    private static final int PRESUMED_ON = 5;
    private static final int STAGE_COLUMN_COUNT = 4;

    private final Profile profile;

    SatImporter(Profile profile) {
        this.profile = profile;
    }

    /// The rows of one taxpayer.
    private static final class Taxpayer {
        final String locator;
        final int row;
        final SubjectKind kind;
        final Map<String, Draft.Facet> procedures = new LinkedHashMap<>();
        int rowCount;

        Taxpayer(String locator, int row, SubjectKind kind) {
            this.locator = locator;
            this.row = row;
            this.kind = kind;
        }
    }

    @Override
    public void read(SourceFiles files, LocalDate asOf, Held held, DraftSink sink) throws IOException {
        Map<String, Taxpayer> taxpayers = new LinkedHashMap<>();
        try (CsvRows rows = new CsvRows(files.reader("file", profile.encoding()), ',')) {
            List<String> header = header(rows);
            Map<String, Integer> covered = new HashMap<>();
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                sink.rowRead();
                if (isWhole(row, header.size(), sink)) {
                    row(row, header, covered, taxpayers, sink);
                }
            }
        }
        Map<String, Held.Subject> known = held.subjects(taxpayers.keySet());
        for (Taxpayer taxpayer : taxpayers.values()) {
            Held.Subject before = known.get(taxpayer.locator);
            sink.draft(draft(taxpayer, before == null ? Map.of() : before.procedures(), asOf));
        }
    }

    private Draft draft(Taxpayer taxpayer, Map<String, Draft.Procedure> before, LocalDate asOf) {
        Map<String, Draft.Procedure> procedures = new HashMap<>(before);
        taxpayer.procedures.forEach((key, facet) -> procedures.put(key, Objects.requireNonNull(facet.procedure())));
        Draft.Procedure standing = standing(procedures.values());
        return new Draft(
                taxpayer.locator,
                taxpayer.row,
                taxpayer.rowCount,
                false,
                taxpayer.kind,
                standing.status(),
                standing.since(),
                false,
                profile.supply(taxpayer.kind, asOf),
                List.copyOf(taxpayer.procedures.values()),
                List.of());
    }

    /// Which procedure says the taxpayer's status. Of two of one day the cleared one does.
    static Draft.Procedure standing(Collection<Draft.Procedure> procedures) {
        Comparator<Draft.Procedure> byDay = Comparator.comparing(Draft.Procedure::since);
        Draft.Procedure newest = procedures.stream()
                .max(byDay.thenComparing(procedure -> procedure.status().isCleared())
                        .thenComparing(Draft.Procedure::status))
                .orElseThrow();
        if (newest.status().isCleared()) {
            return newest;
        }
        return procedures.stream()
                .filter(procedure -> procedure.status() == EvidentialStatus.LISTED_FINAL)
                .max(byDay)
                .orElse(newest);
    }

    /// The administration sometimes puts lines of text above the header.
    private static List<String> header(CsvRows rows) throws IOException {
        for (int i = 0; i < HEADER_SEARCH_ROW_COUNT; i++) {
            CsvRows.Row row = rows.next();
            if (row == null) {
                break;
            }
            if (row.fields().size() > PRESUMED_ON
                    && folded(row.fields().subList(0, HEADER.size())).equals(HEADER)) {
                return row.fields();
            }
        }
        throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, "No, RFC, Nombre del Contribuyente");
    }

    private static List<String> folded(List<String> fields) {
        return fields.stream()
                .map(field -> String.join(" ", Names.tokens(field)).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static boolean isWhole(CsvRows.Row row, int columnCount, DraftSink sink) {
        if (row.broken()) {
            sink.rejected(new Finding("file", row.number(), "", "", Finding.Reason.ROW_BROKEN), "");
            return false;
        }
        if (row.fields().size() != columnCount) {
            String count = String.valueOf(row.fields().size());
            sink.rejected(
                    new Finding("file", row.number(), "", count, Finding.Reason.COLUMN_COUNT_WRONG),
                    certainRfc(row.certain(RFC)));
            return false;
        }
        return true;
    }

    private static String certainRfc(String text) {
        return Identifiers.parse(IdentifierType.RFC, text) instanceof Identifier.Parsed parsed && parsed.isWellFormed()
                ? parsed.canonical()
                : "";
    }

    private void row(
            CsvRows.Row row,
            List<String> header,
            Map<String, Integer> covered,
            Map<String, Taxpayer> taxpayers,
            DraftSink sink) {
        List<String> fields = row.fields();
        String rfc = fields.get(RFC).strip();
        String status = String.join(" ", Names.tokens(fields.get(STATUS))).toLowerCase(Locale.ROOT);
        String known = profile.statuses().get(status);
        if (fields.get(NAME).isBlank()) {
            refused(row, header.get(NAME), "", Finding.Reason.NAME_MISSING, certainRfc(rfc), sink);
            return;
        }
        if (known == null) {
            refused(row, header.get(STATUS), fields.get(STATUS), Finding.Reason.STATUS_UNKNOWN, certainRfc(rfc), sink);
            return;
        }
        Identifier identifier = Identifiers.parse(IdentifierType.RFC, rfc);
        String locator = locator(identifier, fields, covered);
        if (locator.isEmpty()) {
            refused(row, header.get(RFC), rfc, Finding.Reason.LOCATOR_MISSING, "", sink);
            return;
        }
        boolean company = identifier instanceof Identifier.Parsed parsed && parsed.holder() == Holder.COMPANY;
        Taxpayer taxpayer = taxpayers.computeIfAbsent(
                locator,
                _ -> new Taxpayer(locator, row.number(), company ? SubjectKind.ORGANISATION : SubjectKind.PERSON));
        LocalDate since = PublishedDate.slashed(fields.get(PRESUMED_ON)).orElse(LocalDate.EPOCH);
        Draft.Facet read =
                facet(row, header, identifier, new Draft.Procedure(EvidentialStatus.valueOf(known), since), sink);
        taxpayer.rowCount++;
        taxpayer.procedures.merge(read.key(), read, SatImporter::merged);
    }

    private static void refused(
            CsvRows.Row row, String column, String value, Finding.Reason reason, String locator, DraftSink sink) {
        sink.rejected(new Finding("file", row.number(), column, value, reason), locator);
    }

    private static Draft.Facet facet(
            CsvRows.Row row, List<String> header, Identifier identifier, Draft.Procedure procedure, DraftSink sink) {
        List<String> fields = row.fields();
        String notice = fields.get(NOTICE).strip();
        FacetBuilder facet = new FacetBuilder(
                        "file", row.number(), sink, "notice:" + notice, FacetKind.PRIMARY, "file:" + notice)
                .procedure(procedure);
        // What stands in place of a covered name is the court's sentence, not a name to search by.
        facet.say(identifier instanceof Identifier.Masked ? Property.DETAIL : Property.NAME, fields.get(NAME));
        facet.sayIdentifier(Property.RFC, identifier, fields.get(RFC).strip());
        facet.say(Property.LISTING, fields.get(STATUS));
        for (int i = NOTICE; i + STAGE_COLUMN_COUNT <= fields.size(); i += STAGE_COLUMN_COUNT) {
            facet.say(Property.DETAIL, stage(header, fields, i));
        }
        return facet.build();
    }

    /// Two rows of one notice about one taxpayer are one procedure.
    private static Draft.Facet merged(Draft.Facet one, Draft.Facet two) {
        List<Draft.Procedure> procedures =
                List.of(Objects.requireNonNull(one.procedure()), Objects.requireNonNull(two.procedure()));
        return new Draft.Facet(
                one.key(),
                one.kind(),
                standing(procedures),
                Stream.concat(one.statements().stream(), two.statements().stream())
                        .distinct()
                        .toList());
    }

    /// One stage of the procedure: notice and publication, by the administration and in the official gazette.
    private static String stage(List<String> header, List<String> fields, int from) {
        List<String> texts = new ArrayList<>(STAGE_COLUMN_COUNT);
        for (int i = from; i < from + STAGE_COLUMN_COUNT; i++) {
            if (!fields.get(i).isBlank()) {
                texts.add(header.get(i).strip() + ": " + fields.get(i).strip());
            }
        }
        return String.join("; ", texts);
    }

    /// The RFC, or for a covered one what the row says without its running number, which another edition gives anew;
    /// rows that say the same are told apart by their order.
    private static String locator(Identifier identifier, List<String> fields, Map<String, Integer> covered) {
        return switch (identifier) {
            case Identifier.Parsed parsed -> parsed.canonical();
            case Identifier.Masked _ -> {
                List<String> said = fields.subList(RFC, fields.size()).stream()
                        .map(String::strip)
                        .toList();
                String hash = ContentHash.of(said);
                yield "covered|" + hash + "|" + covered.merge(hash, 1, Integer::sum);
            }
            case Identifier.Placeholder _, Identifier.Unreadable _ -> "";
        };
    }
}
