package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.hold.imports.SharedData;
import org.entente.kernel.EvidentialStatus;
import org.entente.match.IdentifierType;
import org.junit.jupiter.api.Test;

/// The real lists, into the tables and out again.
class PublishedListsImportTest {
    @Test
    void bothListsGoInAndTheFourCommonTaxpayersComeOutOneOfThemCleared() throws IOException {
        try (HoldWorld us = new HoldWorld();
                HoldWorld mx = new HoldWorld()) {
            ImportReport sdn = us.take(
                    "us-sdn",
                    Map.of(
                            "sdn", SharedData.file("lists/ofac_sdn_2024-07-02.csv"),
                            "add", SharedData.file("lists/ofac_add_2025-12-24.csv"),
                            "alt", SharedData.file("lists/ofac_alt_2025-12-24.csv")));
            assertEquals(15_443 + 24_244 - 4_286 + 19_854 - 2_080, sdn.takenCount());
            assertReconciled(sdn);
            assertEquals(4_286 + 2_080, sdn.orphanCount());
            assertEquals(0, sdn.rejectedCount());
            ImportReport sat = mx.take("mx-69b", Map.of("file", SharedData.file("lists/mx_sat_69b_2024-10.csv")));
            assertEquals(12_686, sat.takenCount());
            assertEquals(117, sat.notedCount());
            assertReconciled(sat);
            ImportReport un = mx.take("un", Map.of("file", SharedData.file("lists/un_consolidated_2026-02-27.xml")));
            assertEquals(1_003, un.takenCount());
            assertReconciled(un);

            Set<String> asked = us
                    .holdings
                    .identifiers(
                            us.analyst,
                            new IdentifierSelection(
                                    IdentifierType.RFC,
                                    "us-treasury-sdn",
                                    Set.of("SDNTK", "SDNT", "ILLICIT-DRUGS-EO14059", "TCO"),
                                    HoldWorld.PURPOSE))
                    .stream()
                    .map(IdentifierSelection.Selected::value)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(asked.size() > 250, asked.size() + " RFCs");
            List<Discoverable> offered = mx.discoverable(IdentifierType.RFC, true);
            assertEquals(12_517, offered.size());
            Map<String, EvidentialStatus> hits = offered.stream()
                    .filter(value -> asked.contains(value.value()))
                    .collect(Collectors.toMap(Discoverable::value, Discoverable::status));
            assertEquals(Set.of("CNU130416UJ3", "SAF130812CL4", "EAGN760419LC8", "GAPG4908307H1"), hits.keySet());
            assertEquals(
                    1,
                    hits.values().stream().filter(EvidentialStatus::isCleared).count());
            long withoutCleared = mx.discoverable(IdentifierType.RFC, false).stream()
                    .filter(value -> asked.contains(value.value()))
                    .count();
            assertEquals(3, withoutCleared);
            assertEquals(12_517 + 87 + 1_003, mx.holdings.counts(mx.analyst).subjectCount());
            StringBuilder csv = new StringBuilder();
            us.holdings.importReportCsv(us.operator, sdn.id(), csv);
            assertTrue(csv.toString().contains("SUBJECT_ABSENT"));
            assertEquals(
                    1 + 2 + 4 + 11 + sdn.orphanCount() + sdn.notedCount(),
                    csv.toString().lines().count());
            List<String> before = mx.dump();
            ImportReport again = mx.take("mx-69b", Map.of("file", SharedData.file("lists/mx_sat_69b_2024-10.csv")));
            assertEquals(12_686, again.unchangedCount());
            assertEquals(before, mx.dump());
        }
    }

    private static void assertReconciled(ImportReport report) {
        assertEquals(report.rowCount(), report.takenCount() + report.rejectedCount() + report.orphanCount());
        assertTrue(report.unchangedCount() <= report.takenCount());
    }
}
