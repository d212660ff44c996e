package org.entente.hold.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.hold.FacetKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The real lists give the counts that were counted independently.
class PublishedListsTest {
    @Test
    void treasuryListGivesItsKnownCounts() {
        CollectingSink sink = sdn();
        assertEquals(15_443, sink.drafts.size());
        assertEquals(15_443 + 24_244 + 19_854, sink.rowCount);
        assertEquals(sink.rowCount, sink.accountedRowCount());
        assertEquals(
                0,
                sink.findings.stream()
                        .filter(finding -> finding.reason().outcome() == Finding.Outcome.REJECTED)
                        .count());
        assertEquals(451, sink.said(Property.CURP).size());
        assertEquals(450, sink.canonical(Property.CURP).size());
        assertEquals(
                Set.of("AIMM67125HCHRRG06", "GURR730821HCLRMG", "RAPO720720HTMSRD03", "GOVI810421HDFNKN02"),
                sink.findings.stream()
                        .filter(finding -> finding.reason() == Finding.Reason.CHECK_FAILED)
                        .filter(finding -> finding.column().equals("curp"))
                        .map(finding -> finding.value().split(" ")[0])
                        .collect(Collectors.toSet()));
        assertEquals(
                286,
                sink.canonical(Property.RFC).stream()
                        .filter(rfc -> rfc.matches("[A-ZÑ&]{3,4}\\d{6}.+"))
                        .count());
        assertEquals(0, sink.found(Finding.Reason.DATE_UNREADABLE));
        assertTrue(sink.said(Property.BIRTH_DATE).size() > 7_400);
        Map<SubjectKind, Long> kinds =
                sink.drafts.stream().collect(Collectors.groupingBy(Draft::kind, Collectors.counting()));
        assertEquals(
                Map.of(
                        SubjectKind.PERSON, 6_927L,
                        SubjectKind.ORGANISATION, 7_270L,
                        SubjectKind.VESSEL, 872L,
                        SubjectKind.AIRCRAFT, 374L),
                kinds);
        assertTrue(sink.drafts.stream().allMatch(draft -> draft.status() == EvidentialStatus.LISTED));
        assertTrue(sink.drafts.stream()
                .noneMatch(draft -> draft.terms().personClass() == PersonClass.SUSPECT
                        || draft.terms().personClass() == PersonClass.CONVICTED));
    }

    @Test
    void addressesAndAliasesWithoutASubjectAreOrphansAndCreateNone() {
        CollectingSink sink = sdn();
        List<Finding> orphans = sink.findings.stream()
                .filter(finding -> finding.reason() == Finding.Reason.SUBJECT_ABSENT)
                .toList();
        assertEquals(
                4_286,
                orphans.stream().filter(finding -> finding.part().equals("add")).count());
        assertEquals(
                2_080,
                orphans.stream().filter(finding -> finding.part().equals("alt")).count());
        assertEquals(
                3_732,
                orphans.stream()
                        .filter(finding -> finding.part().equals("add"))
                        .map(Finding::value)
                        .distinct()
                        .count());
        assertEquals(15_443, sink.drafts.size());
        assertTrue(sink.drafts.stream()
                .flatMap(draft -> draft.facets().stream())
                .anyMatch(facet -> facet.kind() == FacetKind.FORMER));
    }

    @Test
    void taxListGivesItsKnownCountsAndCoveredRfcsStayCovered() {
        CollectingSink sink = sat();
        assertEquals(12_686, sink.rowCount);
        assertEquals(sink.rowCount, sink.accountedRowCount());
        assertEquals(12_517 + 87, sink.drafts.size());
        Map<EvidentialStatus, Long> statuses = sink.drafts.stream()
                .flatMap(draft -> draft.facets().stream())
                .collect(Collectors.groupingBy(
                        facet -> Objects.requireNonNull(facet.procedure()).status(), Collectors.counting()));
        assertEquals(
                Map.of(
                        EvidentialStatus.LISTED_FINAL, 10_895L,
                        EvidentialStatus.CLEARED_BY_COURT, 1_328L,
                        EvidentialStatus.REBUTTED, 331L,
                        EvidentialStatus.LISTED_PRESUMED, 132L),
                statuses);
        assertEquals(87, sink.found(Finding.Reason.IDENTIFIER_COVERED));
        assertEquals(30, sink.found(Finding.Reason.CHECK_FAILED));
        assertEquals(12_517, sink.canonical(Property.RFC).size());
        assertTrue(sink.said(Property.RFC).stream()
                .filter(said -> said.value().startsWith("XXXX"))
                .allMatch(said -> said.canonical() == null && said.type() == null));
        assertEquals(
                12_517 + 87, sink.drafts.stream().map(Draft::locator).distinct().count());
        assertTrue(sink.said(Property.NAME).stream()
                .anyMatch(said -> said.value().equals("ZUÑIGA MARTINEZ JOSÉ ASCENCION")));
    }

    @Test
    void aNewerPresumptionDoesNotLiftAFinalListingThatStands() {
        Map<String, EvidentialStatus> statuses =
                sat().drafts.stream().collect(Collectors.toMap(Draft::locator, Draft::status));
        for (String rfc : List.of(
                "RAOR681225AJ2",
                "MCE140410K83",
                "CACL7806172Y1",
                "CMA141229FD0",
                "CVE160329RB9",
                "CZI031211E97",
                "IPB120908J8A",
                "PMC150213EZ6",
                "RTA110526V30")) {
            assertEquals(EvidentialStatus.LISTED_FINAL, statuses.get(rfc), rfc);
        }
        // A presumption after a court's ruling stands, and a ruling after both clears.
        assertEquals(EvidentialStatus.LISTED_PRESUMED, statuses.get("MAS0909019S4"));
        assertEquals(EvidentialStatus.CLEARED_BY_COURT, statuses.get("RAS050131EC5"));
    }

    @Test
    void aCoveredRowIsNamedByWhatItSaysWhateverItsRunningNumber() {
        Set<String> covered = sat().drafts.stream()
                .map(Draft::locator)
                .filter(locator -> locator.startsWith("covered|"))
                .collect(Collectors.toSet());
        assertEquals(87, covered.size());
        assertEquals(
                61,
                covered.stream()
                        .map(locator -> locator.substring(0, locator.lastIndexOf('|')))
                        .distinct()
                        .count());
    }

    @Test
    void exactlyFourTaxpayersStandOnBothLists() {
        Set<String> both = new TreeSet<>(sdn().canonical(Property.RFC));
        both.retainAll(sat().canonical(Property.RFC));
        assertEquals(Set.of("CNU130416UJ3", "SAF130812CL4", "EAGN760419LC8", "GAPG4908307H1"), both);
    }

    @Test
    void securityCouncilListGivesItsKnownCounts() {
        CollectingSink sink =
                CollectingSink.read("un", Map.of("file", SharedData.file("lists/un_consolidated_2026-02-27.xml")));
        Map<SubjectKind, Long> kinds =
                sink.drafts.stream().collect(Collectors.groupingBy(Draft::kind, Collectors.counting()));
        assertEquals(Map.of(SubjectKind.PERSON, 730L, SubjectKind.ORGANISATION, 273L), kinds);
        assertEquals(0, sink.found(Finding.Reason.DATE_UNREADABLE));
        assertEquals(1_003, sink.rowCount);
        assertEquals(sink.rowCount, sink.accountedRowCount());
        assertEquals(304 + 3 + 3, sink.said(Property.PASSPORT).size());
        List<String> births = sink.said(Property.DETAIL).stream()
                .map(Draft.Said::value)
                .filter(value -> value.startsWith("Date of birth:"))
                .toList();
        assertEquals(17, births.size());
        assertTrue(births.contains("Date of birth: (Nov. 1973)"));
        assertTrue(births.contains("Date of birth: 1955 to 1958 (Approximately)"));
    }

    private static @Nullable CollectingSink sdnOnce;

    /// Read once for all tests here; nothing in it changes.
    private static CollectingSink sdn() {
        CollectingSink sink = sdnOnce == null ? readSdn() : sdnOnce;
        sdnOnce = sink;
        return sink;
    }

    private static CollectingSink readSdn() {
        return CollectingSink.read(
                "us-sdn",
                Map.of(
                        "sdn", SharedData.file("lists/ofac_sdn_2024-07-02.csv"),
                        "add", SharedData.file("lists/ofac_add_2025-12-24.csv"),
                        "alt", SharedData.file("lists/ofac_alt_2025-12-24.csv")));
    }

    private static CollectingSink sat() {
        return CollectingSink.read("mx-69b", Map.of("file", SharedData.file("lists/mx_sat_69b_2024-10.csv")));
    }
}
