package org.entente.hold;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.entente.hold.imports.Finding;
import org.entente.hold.imports.Profile;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// An import's report as CSV: a header; lines that say what was read under which profile and what became of it, with
/// PROFILE, TERMS or COUNT in the column of the outcome; then a line a finding. All lines have the same columns.
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
        row("file", "row", "column", "value", "outcome", "reason_code", "reason_en", "reason_es");
        about("profile", profile.key() + " " + report.profileVersion(), "PROFILE", "", profile.name());
        about("as_of", report.asOf().toString(), "PROFILE", "", texts.bilingual("report.as_of"));
        for (Map.Entry<String, LocalDate> part : new TreeMap<>(report.partDates()).entrySet()) {
            row(
                    part.getKey(),
                    "",
                    "as_of",
                    part.getValue().toString(),
                    "PROFILE",
                    "",
                    texts.bilingual("report.as_of").en(),
                    texts.bilingual("report.as_of").es());
        }
        for (Profile.Supply supply : profile.terms()) {
            String basis = supply.instrument() + " " + supply.article() + ", " + supply.evaluation();
            about(supply.kind().key(), basis, "TERMS", supply.personClass().name(), supply.retention());
        }
        count("read", report.rowCount());
        count("taken", report.takenCount());
        count("unchanged", report.unchangedCount());
        count("rejected", report.rejectedCount());
        count("orphans", report.orphanCount());
        count("noted", report.notedCount());
        count("withdrawn", report.withdrawnCount());
        count("awaiting", report.awaitingCount());
        count("joined", report.joinedCount());
        count("review", report.reviewCount());
        count("oversized", report.oversizedCount());
    }

    private void count(String name, long count) throws IOException {
        about(name, String.valueOf(count), "COUNT", "", texts.bilingual("report." + name));
    }

    private void about(String column, String value, String outcome, String code, Bilingual words) throws IOException {
        row("", "", column, value, outcome, code, words.en(), words.es());
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
        out.append(CsvLine.of(fields));
    }
}
