package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Language;
import org.entente.match.IdentifierType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Editions of a list one after another: nobody is cleared or lost by a damaged, partial or repeated file.
class ListEditionsTest {
    private static final LocalDate FIRST = HoldWorld.AS_OF;
    private static final LocalDate LATER = FIRST.plusDays(7);
    private static final String SAT_HEADER =
            "No,RFC,Nombre del Contribuyente,Situación del contribuyente," + "a,Publicación página SAT presuntos,c,d";

    @TempDir
    Path folder;

    private final HoldWorld world = new HoldWorld();
    private int fileCount;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aListOfADayToComeIsRefusedAndNothingComesIn(@TempDir Path day) throws IOException {
        try (HoldWorld world = new HoldWorld()) {
            Path file = Files.writeString(day.resolve("69b.csv"), "x");
            EntenteException ahead =
                    assertThrows(EntenteException.class, () -> world.take("mx-69b", file, LocalDate.of(2030, 1, 1)));
            assertEquals(HoldCode.HOLD_DATE_AHEAD, ahead.code());
            assertEquals(List.of(), world.holdings.imports(world.operator));
        }
    }

    @Test
    void aPublishedListWithoutItsDateIsRefusedInBothLanguages() {
        ImportOrder undated = new ImportOrder("us-sdn", Map.of("sdn", sdn(1)), null, false);
        EntenteException refused = assertThrows(
                EntenteException.class,
                () -> world.holdings.importFiles(world.operator, undated, ImportListener.none()));
        assertEquals(HoldCode.HOLD_DATE_MISSING, refused.code());
        assertTrue(org.entente.kernel.Texts.what(refused).in(Language.ES).contains("fecha"));
        assertEquals(List.of(), world.holdings.imports(world.operator));
        ImportOrder casework = new ImportOrder(
                "casework", Map.of("file", Casework.file(folder, Casework.suspect("P-1"))), null, false);
        assertEquals(
                LocalDate.of(2026, 11, 24),
                world.holdings
                        .importFiles(world.operator, casework, ImportListener.none())
                        .asOf());
    }

    @Test
    void aLargeShareLeavesTheListOnlyWhenItIsConfirmed() {
        world.edition("us-sdn", FIRST, Map.of("sdn", sdn(80)));
        Path shorter = sdn(20);
        ImportReport refused = world.edition("us-sdn", LATER, Map.of("sdn", shorter));
        assertEquals(ImportReport.State.FAILED, refused.state());
        assertEquals("HOLD_DELISTING_UNCONFIRMED", refused.failure());
        assertEquals(60, refused.awaitingCount());
        assertEquals(0, refused.withdrawnCount());
        assertTrue(refused.explained().en().contains("60"));
        assertTrue(refused.explained().es().contains("60"));
        assertEquals(List.of(), world.said(true));
        assertEquals(80, count(EvidentialStatus.LISTED));
        assertEquals(
                refused, world.holdings.importReport(world.operator, refused.id()), "what is returned is what is kept");
        ImportReport confirmed = world.holdings.importFiles(
                world.operator,
                new ImportOrder("us-sdn", Map.of("sdn", shorter), LATER, Map.of(), false, true),
                ImportListener.none());
        assertEquals(refused.id(), confirmed.id());
        assertEquals(ImportReport.State.DONE, confirmed.state());
        assertEquals(60, confirmed.withdrawnCount());
        assertEquals(60, count(EvidentialStatus.DELISTED));
    }

    /// A file cut between two rows has no damaged row.
    @Test
    void aListThatLacksAFewRowsIsAnEditionAndOneThatLacksATwentiethIsConfirmed() {
        world.edition("us-sdn", FIRST, Map.of("sdn", sdn(1_000)));
        ImportReport cut = world.edition("us-sdn", LATER, Map.of("sdn", sdn(950)));
        assertEquals("HOLD_DELISTING_UNCONFIRMED", cut.failure());
        assertEquals(0, count(EvidentialStatus.DELISTED));
        ImportReport edition = world.edition("us-sdn", LATER.plusDays(1), Map.of("sdn", sdn(985)));
        assertEquals(15, edition.withdrawnCount());
    }

    @Test
    void correctedRowsOnALaterDayWithoutTheFlagTakeNobodyOff() {
        world.edition("us-sdn", FIRST, Map.of("sdn", sdn(80)));
        ImportReport mistaken = world.edition("us-sdn", LATER, Map.of("sdn", sdn(1)));
        assertEquals("HOLD_DELISTING_UNCONFIRMED", mistaken.failure());
        assertEquals(0, count(EvidentialStatus.DELISTED));
    }

    @Test
    void theSameListUnderALaterDateOnlyRefreshesTheDates() {
        Path list = file(Casework.SDN_ROWS);
        world.edition("us-sdn", FIRST, Map.of("sdn", list));
        List<String> said = world.said(false);
        ImportReport again = world.edition("us-sdn", LATER, Map.of("sdn", list));
        assertEquals(0, again.withdrawnCount());
        assertEquals(said, world.said(false));
        assertEquals(List.of(), world.said(true));
        assertEquals(
                LATER,
                world.search(world.analyst, "SUJE800229ZZ3")
                        .items()
                        .getFirst()
                        .source()
                        .asOf());
        assertEquals(2, count(EvidentialStatus.LISTED));
    }

    @Test
    void anOlderEditionAfterANewerOneIsRefusedAndChangesNothing() {
        world.edition("us-sdn", FIRST, Map.of("sdn", file(Casework.SDN_ROWS)));
        world.edition("us-sdn", LATER, Map.of("sdn", file(Casework.SDN_ROWS[0])));
        List<String> before = world.dump();
        Map<String, Path> older = Map.of("sdn", file(Casework.SDN_ROWS));
        EntenteException refused = assertThrows(EntenteException.class, () -> world.edition("us-sdn", FIRST, older));
        assertEquals(HoldCode.HOLD_EDITION_OLDER, refused.code());
        assertEquals(before, world.dump());
    }

    @Test
    void aRejectedRowDoesNotClearItsSubject() {
        world.edition("us-sdn", FIRST, Map.of("sdn", file(Casework.SDN_ROWS)));
        String damaged = Casework.SDN_ROWS[1].replace("individual", "indivdual");
        ImportReport report = world.edition("us-sdn", LATER, Map.of("sdn", file(Casework.SDN_ROWS[0], damaged)));
        assertEquals(1, report.rejectedCount());
        assertEquals(0, report.withdrawnCount());
        assertEquals(List.of(), world.said(true));
        assertEquals(
                EvidentialStatus.LISTED,
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().status());
        assertEquals(1, world.discoverable(IdentifierType.RFC, false).size());
    }

    @Test
    void whereARejectedRowNamesNobodyNobodyIsTakenOffAndTheReportSaysSo() throws Exception {
        world.edition("us-sdn", FIRST, Map.of("sdn", file(Casework.SDN_ROWS)));
        String cut = Casework.SDN_ROWS[1].substring(0, Casework.SDN_ROWS[1].length() - 5);
        ImportReport report = world.edition("us-sdn", LATER, Map.of("sdn", file(Casework.SDN_ROWS[0], cut)));
        assertEquals(0, report.withdrawnCount());
        assertEquals(2, count(EvidentialStatus.LISTED));
        assertEquals(List.of(), world.said(true));
        StringBuilder csv = new StringBuilder();
        world.holdings.importReportCsv(world.operator, report.id(), csv);
        assertTrue(csv.toString().contains("NOTED,WITHDRAWAL_HELD"), csv.toString());
        assertTrue(
                report.explained().en().contains("nobody was taken off"),
                report.explained().en());
        assertEquals(
                report.explained(),
                world.holdings.importReport(world.operator, report.id()).explained());
    }

    @Test
    void noPrefixOfANewerEditionTakesOffWhoIsInItsCutLine() throws Exception {
        LocalDate start = FIRST.minusYears(2);
        world.edition("us-sdn", start, Map.of("sdn", file(Casework.SDN_ROWS)));
        String last = Casework.SDN_ROWS[1];
        for (int length = 1; length < last.length(); length += 7) {
            Path cut = folder.resolve("cut" + length + ".csv");
            java.nio.file.Files.writeString(cut, Casework.SDN_ROWS[0] + "\n" + last.substring(0, length));
            ImportReport report = world.edition("us-sdn", start.plusDays(length), Map.of("sdn", cut));
            assertEquals(0, report.withdrawnCount(), last.substring(0, length));
        }
        assertEquals(2, count(EvidentialStatus.LISTED));
    }

    @Test
    void withoutItsOptionalPartsTheListKeepsAddressesAndAliases() {
        Map<String, Path> whole = new java.util.HashMap<>(Map.of("sdn", file(Casework.SDN_ROWS)));
        whole.put("add", file("9000002,11,\"Calle Supuesta 1\",\"Villa Ejemplo\",\"Mexico\",-0- "));
        whole.put("alt", file("9000002,21,\"aka\",\"EL SUPUESTO\",-0- "));
        world.edition("us-sdn", FIRST, whole);
        List<String> said = world.said(false);
        assertTrue(said.contains("name EL SUPUESTO"));
        world.edition("us-sdn", LATER, Map.of("sdn", file(Casework.SDN_ROWS)));
        assertEquals(said, world.said(false));
        whole.put("alt", file("9000001,22,\"aka\",\"OTRA\",-0- "));
        world.edition("us-sdn", LATER.plusDays(1), whole);
        assertEquals(List.of("name EL SUPUESTO"), world.said(true));
    }

    @Test
    void correctedAddressesAndAliasesAloneFindTheirSubjectAndReplaceTheirOwnRows() {
        world.edition(
                "us-sdn",
                FIRST,
                Map.of(
                        "sdn", file(Casework.SDN_ROWS),
                        "add", file("9000002,11,\"Calle Supuesta 1\",-0- ,\"Mexico\",-0- ", "9000002,12,X,-0- ,Y,-0- "),
                        "alt", file("9000002,21,\"aka\",\"EL SUPUETSO\",-0- ")));
        ImportReport report = world.corrected(
                "us-sdn",
                FIRST,
                Map.of(
                        "add", file("9000002,11,\"Calle Supuesta 2\",-0- ,\"Mexico\",-0- ", "77,13,A,-0- ,B,-0- "),
                        "alt", file("9000002,21,\"aka\",\"EL SUPUESTO\",-0- ")));
        assertEquals(2, report.takenCount());
        assertEquals(0, report.unchangedCount());
        assertEquals(1, report.orphanCount());
        assertEquals(List.of("address Calle Supuesta 1, Mexico", "name EL SUPUETSO"), world.said(true));
        assertTrue(world.said(false)
                .containsAll(List.of("address Calle Supuesta 2, Mexico", "address X, Y", "name EL SUPUESTO")));
        assertEquals(1, world.search(world.analyst, "EL SUPUESTO").items().size());
        assertEquals(
                EvidentialStatus.LISTED,
                world.search(world.analyst, "EL SUPUESTO").items().getFirst().status());
    }

    @Test
    void everyPartHasItsOwnDate() {
        Map<String, Path> parts = Map.of(
                "sdn", file(Casework.SDN_ROWS), "add", file("9000002,11,\"Calle Supuesta 1\",-0- ,\"Mexico\",-0- "));
        ImportOrder order = new ImportOrder("us-sdn", parts, FIRST, Map.of("add", LATER), false, false);
        ImportReport report = world.holdings.importFiles(world.operator, order, ImportListener.none());
        assertEquals(Map.of("add", LATER), report.partDates());
        SubjectId subject =
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().subject();
        Dossier dossier = world.holdings
                .dossier(world.analyst, subject, HoldWorld.PURPOSE)
                .orElseThrow();
        assertEquals(FIRST, dossier.source().asOf());
        for (Dossier.Held held : dossier.facets().getFirst().statements()) {
            assertEquals(
                    held.statement().property().equals("address") ? LATER : FIRST,
                    held.statement().source().asOf(),
                    held.statement().property());
        }
        ImportOrder stray = new ImportOrder("us-sdn", parts, FIRST, Map.of("alt", LATER), false, false);
        assertThrows(
                EntenteException.class, () -> world.holdings.importFiles(world.operator, stray, ImportListener.none()));
    }

    @Test
    void onOneDateTheLaterImportOfARowWinsAndTheWrongValueDoesNotStayBeside() {
        String wrong = Casework.suspect("P-1").replace("NÚÑEZ", "ZÚÑEZ").replace("\"none\"", "\"charged\"");
        world.take("casework", Map.of("file", Casework.file(folder, wrong)));
        ImportReport report = world.take(
                "casework",
                Map.of("file", Casework.file(folder, Casework.suspect("P-1").replace("\"none\"", "\"acquitted\""))));
        assertEquals(0, report.unchangedCount());
        SearchResult.Item item =
                world.search(world.analyst, "Núñez Cevallos").items().getFirst();
        assertEquals(EvidentialStatus.ACQUITTED, item.status());
        assertEquals("NÚÑEZ CEVALLOS, José Ángel", item.name());
        assertEquals(List.of("name ZÚÑEZ CEVALLOS, José Ángel"), world.said(true));
        world.take("casework", Map.of("file", Casework.file(folder, wrong + " ")));
        assertEquals(List.of("name NÚÑEZ CEVALLOS, José Ángel"), world.said(true), "and back again");
    }

    @Test
    void oneProcedureCorrectedAloneIsWeighedAgainstTheOthersOfItsTaxpayer() {
        String favourable = sat("1", "SUP080808ZZ8", "EMPRESA SUPUESTA", "Sentencia Favorable", "10/03/2015");
        String definite = sat("2", "SUP080808ZZ8", "EMPRESA SUPUESTA", "Definitivo", "10/03/2016");
        world.edition("mx-69b", FIRST, Map.of("file", file(SAT_HEADER, favourable, definite)));
        ImportReport report = world.corrected(
                "mx-69b", FIRST, Map.of("file", file(SAT_HEADER, favourable.replace("EMPRESA", "LA EMPRESA"))));
        assertEquals(1, report.takenCount());
        assertEquals(EvidentialStatus.LISTED_FINAL, status("SUP080808ZZ8"));
        assertEquals(List.of("name EMPRESA SUPUESTA"), world.said(true));
        world.corrected(
                "mx-69b", FIRST, Map.of("file", file(SAT_HEADER, definite.replace("Definitivo", "Desvirtuado"))));
        assertEquals(EvidentialStatus.REBUTTED, status("SUP080808ZZ8"));
    }

    @Test
    void coveredRowsKeepTheirSubjectsWhenTheRunningNumbersShift() {
        String one = sat("7", "XXXXXXXXXXXX", "Información suprimida A", "Presunto", "10/03/2015");
        String two = sat("8", "XXXXXXXXXXXX", "Información suprimida B", "Presunto", "10/03/2015");
        world.edition("mx-69b", FIRST, Map.of("file", file(SAT_HEADER, one, two)));
        List<String> before = world.said(false);
        ImportReport alone = world.corrected("mx-69b", FIRST, Map.of("file", file(SAT_HEADER, two)));
        assertEquals(1, alone.unchangedCount());
        ImportReport next = world.edition(
                "mx-69b", LATER, Map.of("file", file(SAT_HEADER, two.replace("8,", "7,"), one.replace("7,", "8,"))));
        assertEquals(0, next.withdrawnCount());
        assertEquals(before, world.said(false));
        assertEquals(List.of(), world.said(true));
        assertEquals(2, world.holdings.counts(world.analyst).subjectCount());
    }

    private Path sdn(int subjectCount) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < subjectCount; i++) {
            rows.add((9_000_100 + i) + ",\"EMPRESA SUPUESTA " + i + "\",-0- ,\"SDNTK\"" + ",-0- ".repeat(8));
        }
        return file(rows.toArray(String[]::new));
    }

    private Path file(String... lines) {
        return HoldWorld.file(folder, "file" + fileCount++ + "-" + Arrays.hashCode(lines) + ".csv", lines);
    }

    private static String sat(String number, String rfc, String name, String status, String presumedOn) {
        return number + "," + rfc + ",\"" + name + "\"," + status + ",500-05 " + presumedOn + "," + presumedOn + ",,";
    }

    private EvidentialStatus status(String identifier) {
        List<SearchResult.Item> items = world.search(world.analyst, identifier).items();
        assertFalse(items.isEmpty(), identifier);
        return items.getFirst().status();
    }

    private long count(EvidentialStatus status) {
        return world.database.in(tx -> tx.dsl()
                .fetchSingle("select count(*) from hold.subject where status = ?", status.name())
                .get(0, Long.class));
    }
}
