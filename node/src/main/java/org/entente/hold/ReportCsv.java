package org.entente.hold;

import java.io.IOException;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Profile;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// An import's report as CSV: three lines that say what was read under which profile, a header, a line a
/// finding.
final class ReportCsv {
    static final int PAGE_COUNT = 10_000;

    private final Appendable out;
    private final Profile profile;
    private final Texts texts = Texts.of("hold");

    ReportCsv(Appendable out, Profile profile) {
        this.out = out;
        this.profile = profile;
    }

    void head(ImportReport report) throws IOException {
        row(
                "profile",
                profile.key() + " " + report.profileVersion(),
                profile.name().en(),
                profile.name().es(),
                report.asOf().toString());
        for (Profile.Supply supply : profile.terms()) {
            row(
                    "terms",
                    supply.kind().key(),
                    supply.personClass().name(),
                    supply.instrument() + " " + supply.article(),
                    supply.evaluation(),
                    supply.retention().en(),
                    supply.retention().es());
        }
        row(
                "counts",
                "read=" + report.rowCount(),
                "taken=" + report.takenCount(),
                "unchanged=" + report.unchangedCount(),
                "rejected=" + report.rejectedCount(),
                "orphans=" + report.orphanCount(),
                "noted=" + report.notedCount(),
                "withdrawn=" + report.withdrawnCount());
        row("file", "row", "column", "value", "outcome", "reason_code", "reason_en", "reason_es");
    }

    void line(Finding finding) throws IOException {
        Bilingual reason = texts.bilingual("finding." + finding.reason().name());
        row(
                finding.part(),
                String.valueOf(finding.row()),
                finding.column(),
                finding.value(),
                finding.reason().outcome().name(),
                finding.reason().name(),
                reason.en(),
                reason.es());
    }

    private void row(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            out.append(i > 0 ? "," : "").append(quoted(fields[i]));
        }
        out.append("\r\n");
    }

    /// Quoted where RFC 4180 needs it; a leading apostrophe keeps a spreadsheet from running a value as a
    /// formula.
    private static String quoted(String field) {
        boolean formula = !field.isEmpty() && "=+-@\t\r".indexOf(field.charAt(0)) >= 0;
        String safe = formula ? "'" + field : field;
        boolean quote =
                safe.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r');
        return quote ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
