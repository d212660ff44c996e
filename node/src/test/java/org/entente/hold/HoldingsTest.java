package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Statement;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldingsTest {
    private static final String SAT_HEADER = "No,RFC,Nombre del Contribuyente,Situación del contribuyente,"
            + "a,Publicación página SAT presuntos,c,d,e,f,g,h,i,j,k,l,m,n,o,p";

    @TempDir
    Path folder;

    private final HoldWorld world = new HoldWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aListImportedTwiceChangesNothing() {
        ImportReport first = sdn("sdn", Casework.SDN_ROWS);
        List<String> before = world.dump();
        ImportReport second = sdn("again", Casework.SDN_ROWS);
        assertEquals(0, first.unchangedCount());
        assertEquals(second.takenCount(), second.unchangedCount());
        assertEquals(before, world.dump());
    }

    @Test
    void rejectedRowsComeInFromAFileOfTheCorrectedRowsAlone() {
        String[] broken = {Casework.SDN_ROWS[0], Casework.SDN_ROWS[1].replace("individual", "indivdual"), "3,\"x\""};
        ImportReport first = sdn("first", broken);
        assertEquals(1, first.takenCount());
        assertEquals(2, first.rejectedCount());
        Path corrected = HoldWorld.file(folder, "corrected.csv", Casework.SDN_ROWS[1]);
        ImportReport second = world.holdings.importFiles(
                world.operator,
                new ImportOrder("us-sdn", Map.of("sdn", corrected), HoldWorld.AS_OF.plusDays(3), true),
                ImportListener.none());
        assertEquals(1, second.takenCount());
        assertEquals(0, second.withdrawnCount());
        assertEquals(
                EvidentialStatus.LISTED,
                world.search(world.analyst, "supuesta sa").items().getFirst().status());
        assertEquals(2, world.holdings.counts(world.analyst).subjectCount());
    }

    @Test
    void theReportNamesRowColumnValueAndReasonInBothLanguages() throws Exception {
        ImportReport report = sdn("report", Casework.SDN_ROWS[1].replace("individual", "indivdual"));
        StringBuilder csv = new StringBuilder();
        world.holdings.importReportCsv(world.operator, report.id(), csv);
        assertTrue(
                csv.toString()
                        .contains("sdn,1,SDN_Type,indivdual,REJECTED,KIND_UNKNOWN,"
                                + "The kind of subject is not known.,No se conoce el tipo de sujeto."),
                csv.toString());
        assertTrue(csv.toString().contains("us-sdn 1"));
        for (String line : csv.toString().lines().toList()) {
            // No field of this report holds a quoted comma but the terms'.
            assertEquals(8, line.replaceAll("\"[^\"]*\"", "").split(",", -1).length, line);
        }
        assertTrue(csv.toString().startsWith("file,row,column,value,outcome,reason_code,reason_en,reason_es\r\n"));
        assertTrue(csv.toString().contains("until delisted"));
    }

    @Test
    void whatLeavesTheListIsDelistedAndComesBackWithIt() {
        sdn("first", Casework.SDN_ROWS);
        ImportReport shorter = sdnAsOf(HoldWorld.AS_OF.plusDays(1), Casework.SDN_ROWS[0]);
        assertEquals(1, shorter.withdrawnCount());
        SearchResult.Item gone =
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst();
        assertEquals(EvidentialStatus.DELISTED, gone.status());
        assertEquals(0, world.discoverable(IdentifierType.RFC, false).size());
        sdnAsOf(HoldWorld.AS_OF.plusDays(2), Casework.SDN_ROWS);
        assertEquals(
                EvidentialStatus.LISTED,
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().status());
        assertEquals(1, world.discoverable(IdentifierType.RFC, false).size());
    }

    @Test
    void theNewestProcedureAgainstATaxpayerIsItsStatus() {
        Path list = HoldWorld.file(
                folder,
                "69b.csv",
                SAT_HEADER,
                sat("1", "SUP090909ZZ9", "Sentencia Favorable", "01/06/2017"),
                sat("2", "SUP090909ZZ9", "Definitivo", "10/03/2020"),
                sat("3", "SUP080808ZZ8", "Definitivo", "10/03/2015"),
                sat("4", "SUP080808ZZ8", "Sentencia Favorable", "10/03/2016"),
                sat("5", "XXXXXXXXXXXX", "Definitivo", "10/03/2016"));
        ImportReport report = world.take("mx-69b", Map.of("file", list));
        assertEquals(0, report.rejectedCount());
        assertEquals(
                List.of(EvidentialStatus.CLEARED_BY_COURT, EvidentialStatus.LISTED_FINAL),
                world.discoverable(IdentifierType.RFC, true).stream()
                        .map(Discoverable::status)
                        .toList());
        assertEquals(1, world.discoverable(IdentifierType.RFC, false).size());
        assertEquals(List.of(), world.search(world.analyst, "XXXXXXXXXXXX").items());
    }

    @Test
    void aNameIsFoundInAnyOrderWithoutAccentsAndMisspelt() {
        world.take("casework", Map.of("file", Casework.file(folder, Casework.suspect("P-1"))));
        for (String text : List.of(
                "NÚÑEZ CEVALLOS, José Ángel",
                "jose angel nunez cevallos",
                "Zeballos Nuñes José",
                "cevallos nunes angel",
                "jose anjel nunez ceballos",
                "Núñez Cevallos")) {
            List<SearchResult.Item> items = world.search(world.analyst, text).items();
            assertEquals(1, items.size(), text);
            assertTrue(items.getFirst().source().invented());
        }
        assertEquals(List.of(), world.search(world.analyst, "Herrera Domínguez").items());
    }

    @Test
    void anIdentifierIsFoundWholeByItsBeginningAndAsWritten() {
        world.take("casework", Map.of("file", Casework.file(folder, Casework.suspect("P-1"), Casework.firearm("F-1"))));
        for (String text : List.of("NUCJ800229HDFZZZ0", "nucj-800229", "+1 212 555 0142", "12125550142")) {
            assertEquals(1, world.search(world.analyst, text).items().size(), text);
        }
        for (String text : List.of("Pecos Arms / INV000123", "INV000123", "inv-0001", "PECOSARMS/INV000123")) {
            assertEquals(
                    SubjectKind.FIREARM,
                    world.search(world.analyst, text).items().getFirst().kind(),
                    text);
        }
        assertThrows(EntenteException.class, () -> world.search(world.analyst, " -- "));
    }

    @Test
    void theDossierShowsEveryStatementWithItsSourceAndTerms() {
        sdn("first", Casework.SDN_ROWS);
        SubjectId subject =
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().subject();
        Dossier dossier = world.holdings
                .dossier(world.analyst, subject, HoldWorld.PURPOSE)
                .orElseThrow();
        Dossier.Facet main = dossier.facets().getFirst();
        assertEquals(FacetKind.PRIMARY, main.kind());
        Statement birth = main.statements().stream()
                .map(Dossier.Held::statement)
                .filter(statement -> statement.property().equals("birth-date"))
                .findFirst()
                .orElseThrow();
        assertEquals("29 Feb 1980", birth.value());
        assertEquals("us-treasury-sdn", birth.source().source());
        assertEquals("9000002", birth.source().locator());
        assertEquals(HoldWorld.AS_OF, birth.source().asOf());
        assertEquals("US-SDN", birth.basis().instrument());
        assertEquals(HoldWorld.AS_OF.plusYears(5), birth.retainUntil());
        assertTrue(dossier.facets().stream().anyMatch(facet -> facet.kind() == FacetKind.WEAK_ALIAS));
        assertEquals(
                "EMPRESA SUPUESTA, S.A. DE C.V.", dossier.links().getFirst().otherName());
        assertTrue(dossier.links().getFirst().other().isPresent());
        assertEquals(
                EvidentialStatus.LISTED,
                dossier.links().getFirst().otherStatus().orElseThrow());
        assertEquals(
                "Treasury list of Specially Designated Nationals",
                dossier.sourceName().en());
        assertTrue(dossier.caution().orElseThrow().es().contains("2026-11-01"));
        List<Statement> again = world.holdings.statements(world.analyst, Set.of(birth.id()), HoldWorld.PURPOSE);
        assertEquals(List.of(birth), again);
    }

    @Test
    void everyReadIsALeafAskedForBeforeTheResultIsReturned() {
        sdn("first", Casework.SDN_ROWS);
        world.ledger.leaves.clear();
        SubjectId subject =
                world.search(world.analyst, "SUJE800229ZZ3").items().getFirst().subject();
        world.holdings.dossier(world.analyst, subject, HoldWorld.PURPOSE);
        world.holdings.identifiers(
                world.analyst,
                new IdentifierSelection(IdentifierType.RFC, "us-treasury-sdn", Set.of("SDNTK"), HoldWorld.PURPOSE));
        assertEquals(
                List.of("hold.search", "hold.open", "hold.export"),
                world.ledger.leaves.stream()
                        .map(leaf -> ((Leaf.Duty) leaf).type())
                        .toList());
        assertTrue(world.ledger.leaves.stream()
                .allMatch(leaf -> "officer:us-analyst".equals(leaf.fields().get("officer"))));
    }

    @Test
    void whoHasNoRoleForItIsDenied() {
        Officer auditor = world.auditor;
        assertThrows(EntenteException.class, () -> world.search(auditor, "anyone"));
        assertThrows(EntenteException.class, () -> world.search(world.operator, "anyone"));
        assertThrows(
                EntenteException.class,
                () -> world.holdings.dossier(auditor, new SubjectId(new UUID(0, 0)), HoldWorld.PURPOSE));
        assertThrows(
                EntenteException.class,
                () -> world.holdings.importFiles(
                        world.analyst,
                        new ImportOrder("casework", Map.of(), HoldWorld.AS_OF, false),
                        ImportListener.none()));
        assertThrows(
                EntenteException.class,
                () -> world.database.run(tx -> world.holdings.discoverable(
                        tx,
                        new PeerParty(world.analyst.party(), HoldWorld.US_MX),
                        new DiscoveryOrder(HoldWorld.US_MX, HoldWorld.SET, IdentifierType.RFC, true),
                        _ -> {})));
    }

    @Test
    void aHandleLeadsBackToItsSubjectUntilItsSetIsForgotten() {
        sdn("first", Casework.SDN_ROWS);
        Discoverable offered = world.discoverable(IdentifierType.RFC, true).getFirst();
        assertEquals("SUJE800229ZZ3", offered.value());
        assertEquals(
                1L,
                world.database
                        .in(tx -> world.holdings.discoverableCounts(tx, new org.entente.kernel.Schedule("find"), true))
                        .get("rfc"));
        assertEquals(16, offered.handle().sizeBytes());
        assertEquals(
                "SUPUESTO JIMENEZ, Ejemplo",
                world.holdings
                        .resolve(world.analyst, HoldWorld.US_MX, offered.handle(), HoldWorld.PURPOSE)
                        .orElseThrow()
                        .name());
        world.database.run(tx -> world.holdings.keepHandles(
                tx, new org.entente.kernel.Schedule("find"), HoldWorld.US_MX, List.of(HoldWorld.SET)));
        assertTrue(world.holdings
                .resolve(world.analyst, HoldWorld.US_MX, offered.handle(), HoldWorld.PURPOSE)
                .isPresent());
        world.database.run(tx ->
                world.holdings.keepHandles(tx, new org.entente.kernel.Schedule("find"), HoldWorld.US_MX, List.of()));
        assertFalse(world.holdings
                .resolve(world.analyst, HoldWorld.US_MX, offered.handle(), HoldWorld.PURPOSE)
                .isPresent());
    }

    @Test
    void aStatementPastItsRetentionIsNeitherShownNorOffered() {
        String old = Casework.suspect("P-1").replace("2031-06-30", "2026-11-20");
        world.take("casework", Map.of("file", Casework.file(folder, old)));
        assertEquals(List.of(), world.search(world.analyst, "Núñez Cevallos").items());
        assertEquals(0, world.discoverable(IdentifierType.CURP, true).size());
    }

    @Test
    void anEditionOlderThanTheNewestListsNobodyAgain() {
        LocalDate newest = LocalDate.of(2026, 11, 20);
        sdnAsOf(newest, Casework.SDN_ROWS[0]);
        EntenteException refused =
                assertThrows(EntenteException.class, () -> sdnAsOf(newest.minusYears(3), Casework.SDN_ROWS));
        assertEquals(HoldCode.HOLD_EDITION_OLDER, refused.code());
        assertEquals(1, world.holdings.imports(world.operator).size());
        assertEquals(
                ImportReport.State.DONE, sdnAsOf(newest, Casework.SDN_ROWS[0]).state(), "the same day may come again");
    }

    private ImportReport sdn(String name, String... rows) {
        return world.take("us-sdn", Map.of("sdn", HoldWorld.file(folder, name + ".csv", rows)));
    }

    private ImportReport sdnAsOf(LocalDate asOf, String... rows) {
        return world.holdings.importFiles(
                world.operator,
                new ImportOrder("us-sdn", Map.of("sdn", HoldWorld.file(folder, asOf + ".csv", rows)), asOf, false),
                ImportListener.none());
    }

    private static String sat(String number, String rfc, String status, String presumedOn) {
        return number + "," + rfc + ",\"EMPRESA SUPUESTA, S.A.\"," + status + ",500-05-" + number + "," + presumedOn
                + ",".repeat(14);
    }
}
