package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records are resolved while they come in.
class ResolutionTest {
    private static final String NAME = "XOCHITECPAN HUITZIPOPOCA, Ana Citlalmina";
    private static final String CURP = "XOHA990101MDFZZZ0";

    @TempDir
    Path folder;

    private static String person(String id, String name, String curp17) {
        return Casework.person(id, "suspect", name, curp17, "+1 313 555 0177");
    }

    private static String born(String id, String name, String date) {
        return Casework.saying(id, "person", "name", name, "birth-date", date);
    }

    private ImportReport take(HoldWorld world, String... rows) {
        return world.take("casework", Casework.file(folder, rows), HoldWorld.AS_OF);
    }

    @Test
    void recordsOfOneFileAndOfALaterOneAreJoinedByTheMachine() {
        try (HoldWorld world = new HoldWorld()) {
            ImportReport first = take(world, person("P-1", NAME, CURP), person("P-2", "Ana Xochitecpan", CURP));
            assertEquals(1, first.joinedCount());
            take(world, person("P-3", "Ana Citlalmina Xochitecpan", CURP));
            assertEquals(
                    List.of(
                            "P-1 P-2 joined-by-machine",
                            "P-1 P-3 joined-by-machine",
                            "P-2 P-3 joined-by-machine",
                            "P-1+P-2+P-3"),
                    world.resolved());
        }
    }

    @Test
    void aNameAloneOrANameAndAYearJoinsNobodyHoweverRareItIs() {
        try (HoldWorld world = new HoldWorld()) {
            ImportReport report = take(
                    world,
                    Casework.saying("P-1", "person", "name", NAME),
                    Casework.saying("P-2", "person", "name", NAME),
                    born("P-3", NAME, "1999"),
                    born("P-4", NAME, "1999"),
                    Casework.saying("P-5", "person", "name", NAME, "phone", "+1 313 555 0177"),
                    Casework.saying("P-6", "person", "name", NAME, "phone", "+1 313 555 0177"));
            assertEquals(0, report.joinedCount());
            assertEquals(15, report.reviewCount());
            assertTrue(
                    world.resolved().stream().allMatch(row -> row.endsWith("to-review")), world.resolved()::toString);
        }
    }

    @Test
    void aBirthDateToTheDayJoinsARareNameAndNotACommonOne() {
        try (HoldWorld world = new HoldWorld()) {
            take(
                    world,
                    born("P-1", NAME, "1999-01-01"),
                    born("P-2", NAME, "1999-01-01"),
                    born("P-3", "GARCIA, Juan", "1970-05-05"),
                    born("P-4", "GARCIA, Juan", "1970-05-05"));
            List<String> resolved = world.resolved();
            assertTrue(resolved.contains("P-1 P-2 joined-by-machine"), resolved::toString);
            assertTrue(resolved.stream().noneMatch(row -> row.equals("P-3 P-4 joined-by-machine")), resolved::toString);
        }
    }

    @Test
    void thingsAreJoinedByTheirNumbersAndOnlyWithTheirKind() {
        try (HoldWorld world = new HoldWorld()) {
            take(
                    world,
                    Casework.saying("V-1", "vehicle", "vin", "1M8GDM9AXKP042788", "make", "Ford"),
                    Casework.saying("V-2", "vehicle", "vin", "1M8GDM9AXKP042788", "make", "Ford", "model", "F-150"),
                    Casework.firearm("F-1"),
                    Casework.firearm("F-2"));
            for (String row : world.resolved()) {
                assertTrue(!row.contains("V-") || !row.contains("F-"), row);
            }
            assertTrue(world.resolved().stream().anyMatch(row -> row.startsWith("F-1 F-2 ")));
            assertTrue(world.resolved().stream().anyMatch(row -> row.startsWith("V-1 V-2 ")));
        }
    }

    @Test
    void importingAgainChangesNothingAndTheOrderOfFilesNeither() {
        String[] rows = {person("P-1", NAME, CURP), person("P-2", NAME, CURP), born("P-3", NAME, "1999-01-01")};
        List<String> resolved;
        try (HoldWorld world = new HoldWorld()) {
            take(world, rows);
            resolved = world.resolved();
            String all = judgements(world);
            ImportReport again =
                    world.take("casework", Casework.file(folder, rows[0], rows[1], rows[2], ""), HoldWorld.AS_OF);
            assertEquals(0, again.joinedCount() + again.reviewCount());
            assertEquals(all, judgements(world));
        }
        try (HoldWorld world = new HoldWorld()) {
            take(world, rows[2]);
            take(world, rows[1]);
            take(world, rows[0]);
            assertEquals(resolved, world.resolved());
        }
    }

    private static String judgements(HoldWorld world) {
        return world.database.in(tx -> tx.dsl()
                .fetchSingle("select string_agg(j::text, ' ' order by one, other) from hold.judgement j")
                .get(0, String.class));
    }

    @Test
    void aValueThatASourceMendedParts() {
        try (HoldWorld world = new HoldWorld()) {
            take(world, born("P-1", NAME, "1999-01-01"), born("P-2", NAME, "1999-01-01"));
            assertTrue(world.resolved().contains("P-1+P-2"));
            world.take(
                    "casework",
                    Casework.file(folder, born("P-2", "SMITH, John", "1961-03-04")),
                    HoldWorld.AS_OF.plusDays(1));
            assertEquals(List.of("P-1 P-2 apart"), world.resolved());
        }
    }

    @Test
    void keysThatTooManyShareAreCountedAndComparedByNobody() {
        try (HoldWorld world = new HoldWorld()) {
            List<String> rows = new ArrayList<>();
            for (int at = 0; at <= Limits.BLOCK_COUNT_MAX; at++) {
                rows.add(Casework.saying("P-" + at, "person", "name", NAME));
            }
            ImportReport report = take(world, rows.toArray(String[]::new));
            assertTrue(report.oversizedCount() >= Limits.BLOCK_COUNT_MAX, String.valueOf(report.oversizedCount()));
            assertEquals(List.of(), world.resolved());
        }
    }

    @Test
    void aProtectedPersonIsNoCandidateAndNoCountForAnyone() {
        try (HoldWorld world = new HoldWorld()) {
            String victim = Casework.person("P-2", "victim", NAME, CURP, "+1 313 555 0177");
            ImportReport report = take(world, person("P-1", NAME, CURP), victim);
            assertEquals(0, report.joinedCount() + report.reviewCount());
            assertEquals(List.of(), world.resolved());
            assertEquals(1, keyHolders(world));
        }
    }

    @Test
    void whoBecomesAProtectedPersonIsJoinedWithNobodyAnyMore() {
        for (int days : new int[] {1, -1}) {
            try (HoldWorld world = new HoldWorld()) {
                take(world, person("P-1", NAME, CURP), person("P-2", NAME, CURP));
                assertTrue(world.resolved().contains("P-1+P-2"));
                String victim = Casework.person("P-2", "victim", NAME, CURP, "+1 313 555 0177");
                world.take("casework", Casework.file(folder, victim), HoldWorld.AS_OF.plusDays(days));
                assertEquals(List.of(), world.resolved(), days + " days");
                assertEquals(1, keyHolders(world));
            }
        }
    }

    private static int keyHolders(HoldWorld world) {
        return world.database.in(tx -> tx.dsl()
                .fetchSingle("select count(distinct subject) from hold.blocking_key")
                .get(0, Integer.class));
    }

    /// What a chunk brought before the machine stopped is compared by whoever imports next.
    @Test
    void whatAnImportThatWasCutOffLeftIsResolvedByTheNext() {
        try (HoldWorld world = new HoldWorld()) {
            take(world, person("P-1", NAME, CURP), person("P-2", NAME, CURP));
            List<String> resolved = world.resolved();
            world.database.run(tx -> {
                tx.dsl().execute("insert into hold.unresolved select id from hold.subject");
                tx.dsl().execute("delete from hold.judgement");
                tx.dsl().execute("delete from hold.member");
                tx.dsl().execute("delete from hold.blocking_key");
            });
            take(world, Casework.firearm("F-1"));
            assertEquals(resolved, world.resolved());
        }
    }
}
