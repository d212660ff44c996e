package org.entente.hold.imports;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
/// taxpayer, so that the 73 taxpayers with two or more procedures are one subject each, whose status is that of
/// the newest. A row whose RFC is covered is a subject of its own and has no key.
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

    @Override
    public void read(SourceFiles files, LocalDate asOf, DraftSink sink) throws IOException {
        try (CsvRows rows = new CsvRows(files.reader("file", profile.encoding()), ',')) {
            List<String> header = header(rows, sink);
            Map<String, Integer> covered = new HashMap<>();
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                sink.rowRead();
                if (isWhole(row, header.size(), sink)) {
                    row(row, header, covered, asOf, sink);
                }
            }
        }
    }

    /// The administration sometimes puts lines of text above the header.
    private static List<String> header(CsvRows rows, DraftSink sink) throws IOException {
        for (int i = 0; i < HEADER_SEARCH_ROW_COUNT; i++) {
            CsvRows.Row row = rows.next();
            if (row == null) {
                break;
            }
            sink.rowRead();
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
            sink.finding(new Finding("file", row.number(), "", "", Finding.Reason.ROW_BROKEN));
            return false;
        }
        if (row.fields().size() != columnCount) {
            String count = String.valueOf(row.fields().size());
            sink.finding(new Finding("file", row.number(), "", count, Finding.Reason.COLUMN_COUNT_WRONG));
            return false;
        }
        return true;
    }

    private void row(
            CsvRows.Row row, List<String> header, Map<String, Integer> covered, LocalDate asOf, DraftSink sink) {
        List<String> fields = row.fields();
        String rfc = fields.get(RFC).strip();
        String name = fields.get(NAME).strip();
        String status = String.join(" ", Names.tokens(fields.get(STATUS))).toLowerCase(Locale.ROOT);
        String known = profile.statuses().get(status);
        if (name.isEmpty()) {
            sink.finding(new Finding("file", row.number(), header.get(NAME), "", Finding.Reason.NAME_MISSING));
            return;
        }
        if (known == null) {
            sink.finding(new Finding(
                    "file", row.number(), header.get(STATUS), fields.get(STATUS), Finding.Reason.STATUS_UNKNOWN));
            return;
        }
        Identifier identifier = Identifiers.parse(IdentifierType.RFC, rfc);
        String locator = locator(identifier, fields, covered);
        if (locator.isEmpty()) {
            sink.finding(new Finding("file", row.number(), header.get(RFC), rfc, Finding.Reason.LOCATOR_MISSING));
            return;
        }
        boolean company = identifier instanceof Identifier.Parsed parsed && parsed.holder() == Holder.COMPANY;
        SubjectKind kind = company ? SubjectKind.ORGANISATION : SubjectKind.PERSON;
        FacetBuilder facet = new FacetBuilder(
                "file", row.number(), sink, "notice:" + fields.get(NOTICE).strip(), FacetKind.PRIMARY);
        if (identifier instanceof Identifier.Masked) {
            // What stands in place of the name is the court's sentence, not a name to search by.
            facet.say(Property.DETAIL, name);
        } else {
            facet.say(Property.NAME, name);
        }
        facet.sayIdentifier(Property.RFC, identifier, rfc);
        facet.say(Property.LISTING, fields.get(STATUS));
        for (int i = NOTICE; i + STAGE_COLUMN_COUNT <= fields.size(); i += STAGE_COLUMN_COUNT) {
            facet.say(Property.DETAIL, stage(header, fields, i));
        }
        Optional<LocalDate> presumedOn = PublishedDate.slashed(fields.get(PRESUMED_ON));
        sink.draft(new Draft(
                locator,
                row.number(),
                kind,
                EvidentialStatus.valueOf(known),
                presumedOn.orElse(LocalDate.EPOCH),
                false,
                profile.supply(kind, asOf),
                List.of(facet.build()),
                List.of()));
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

    /// The RFC, or for a covered one the notice with a running number: nothing else in the row tells two such
    /// apart.
    private static String locator(Identifier identifier, List<String> fields, Map<String, Integer> covered) {
        return switch (identifier) {
            case Identifier.Parsed parsed -> parsed.canonical();
            case Identifier.Masked _ -> {
                String notice =
                        fields.get(NOTICE).strip() + "|" + fields.get(STATUS).strip();
                yield "covered|" + notice + "|" + covered.merge(notice, 1, Integer::sum);
            }
            case Identifier.Placeholder _, Identifier.Unreadable _ -> "";
        };
    }
}
