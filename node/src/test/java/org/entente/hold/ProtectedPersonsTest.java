package org.entente.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.Officer;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Statement;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Non-interference: whoever has no mandate sees the same bytes whether a protected person is held or not.
class ProtectedPersonsTest {
    private static final long SEED = 42;
    private static final String NAME = "XOCHITECPAN HUITZIPOPOCA, Ana";
    private static final String PHONE = "+1 313 555 0177";
    private static final String CURP = "XOHA990101MDFZZZ0";

    @TempDir
    Path folder;

    @Test
    void outputsAreEqualWithAndWithoutAProtectedPersonOfEveryClass() {
        List<PersonClass> classes = Arrays.stream(PersonClass.values())
                .filter(PersonClass::isProtected)
                .toList();
        assertEquals(6, classes.size());
        String without;
        try (HoldWorld world = world()) {
            take(world, List.of());
            without = outputs(world, world.analyst);
        }
        for (PersonClass personClass : classes) {
            try (HoldWorld world = world()) {
                String key = personClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
                take(world, List.of(Casework.person("P-9", key, NAME, CURP, PHONE)));
                assertEquals(without, outputs(world, world.analyst), key);
                assertTrue(outputs(world, world.mandated).contains(NAME), key + " under a mandate");
                SubjectId subject =
                        world.search(world.mandated, NAME).items().getFirst().subject();
                assertFalse(world.holdings
                        .dossier(world.analyst, subject, HoldWorld.PURPOSE)
                        .isPresent());
                assertEquals(
                        List.of(),
                        world.holdings.statements(
                                world.analyst, java.util.Set.copyOf(statementIds(world, subject)), HoldWorld.PURPOSE));
            }
        }
    }

    /// What a release may seal is judged by this class: the subject's own, whatever it was when the value came in.
    @Test
    void whateverWasSaidBeforeTheProtectionIsOfAProtectedPerson() {
        String victim = suspect().replace("suspect", "victim");
        String phone = victim.substring(victim.indexOf(",{\"property\":\"phone\""), victim.indexOf("]}]}"));
        for (String said : List.of(victim, victim.replace(phone, ""))) {
            for (int days : new int[] {1, -1}) {
                try (HoldWorld world = world()) {
                    world.take("casework", Casework.file(folder, suspect()), HoldWorld.AS_OF);
                    SubjectId subject = world.search(world.mandated, NAME)
                            .items()
                            .getFirst()
                            .subject();
                    Set<String> before = Set.copyOf(statementIds(world, subject));
                    world.take("casework", Casework.file(folder, said), HoldWorld.AS_OF.plusDays(days));
                    List<Statement> now = world.holdings.statements(world.mandated, before, HoldWorld.PURPOSE);
                    assertFalse(now.isEmpty());
                    now.forEach(one -> assertEquals(PersonClass.VICTIM, one.personClass(), one.property()));
                    boolean isPhoneGone = days > 0 && !said.equals(victim);
                    assertEquals(isPhoneGone ? before.size() - 1 : before.size(), now.size(), "what is no longer said");
                }
            }
        }
    }

    @Test
    void aSecondRowCanProtectAPersonButNeverTakeTheProtectionAway() {
        try (HoldWorld world = world()) {
            world.take("casework", Map.of("file", Casework.file(folder, suspect())));
            assertEquals(1, world.search(world.analyst, NAME).items().size());
            world.take(
                    "casework", Map.of("file", Casework.file(folder, suspect().replace("suspect", "witness"))));
            assertEquals(0, world.search(world.analyst, NAME).items().size());
            world.take("casework", Map.of("file", Casework.file(folder, suspect() + " ")));
            assertEquals(0, world.search(world.analyst, NAME).items().size());
            assertEquals(0, world.discoverable(IdentifierType.CURP, true).size());
        }
    }

    /// An old file uploaded again on another day, or one that knows less, must not make a witness findable. To take a
    /// protection away is a person's act, not a file's.
    @Test
    void noEditionTakesAProtectionAwayAndAnOlderOneStillProtects() {
        try (HoldWorld world = world()) {
            String witness = suspect().replace("suspect", "witness");
            world.take("casework", Casework.file(folder, witness), HoldWorld.AS_OF);
            world.take("casework", Casework.file(folder, suspect()), HoldWorld.AS_OF.plusDays(1));
            String charged = suspect().replace("\"status\":\"none\"", "\"status\":\"charged\"");
            world.take("casework", Casework.file(folder, charged), HoldWorld.AS_OF.plusDays(2));
            assertEquals(0, world.search(world.analyst, NAME).items().size());
            assertEquals(0, world.discoverable(IdentifierType.CURP, true).size());
        }
        try (HoldWorld world = world()) {
            world.take("casework", Casework.file(folder, suspect()), HoldWorld.AS_OF);
            world.take(
                    "casework",
                    Casework.file(folder, suspect().replace("suspect", "witness")),
                    HoldWorld.AS_OF.minusDays(30));
            assertEquals(0, world.search(world.analyst, NAME).items().size());
            assertEquals(0, world.discoverable(IdentifierType.CURP, true).size());
        }
    }

    @Test
    void aReportNeverHoldsWhatARowSaysAboutAProtectedPersonAndReadingItIsLogged() throws IOException {
        List<String> rows = new ArrayList<>();
        for (PersonClass personClass : PersonClass.values()) {
            String key = personClass.name().toLowerCase(Locale.ROOT).replace('_', '-');
            String row = Casework.person("P-" + key, key, NAME, CURP, PHONE);
            rows.add(row.replace(CURP, CURP.replace("990101", "991399")));
            rows.add(row.replace("\"P-", "\"Q-").replace("birth-date", NAME));
            rows.add(row.replace("\"P-", "\"R-").replace("\"kind\":\"person\"", "\"kind\":\"" + NAME + "\""));
        }
        rows.add(Casework.person("P-8", NAME, NAME, CURP, PHONE));
        rows.add(suspect().substring(0, 150));
        rows.add(suspect().replace("\"status\":", "\"" + NAME + "\":"));
        try (HoldWorld world = world()) {
            ImportReport report =
                    world.take("casework", Map.of("file", Casework.file(folder, rows.toArray(String[]::new))));
            assertTrue(report.rejectedCount() > PersonClass.values().length);
            assertEquals(report.rowCount(), report.takenCount() + report.rejectedCount());
            assertTrue(report.notedCount() > 0);
            world.ledger.leaves.clear();
            StringBuilder csv = new StringBuilder();
            world.holdings.importReportCsv(world.operator, report.id(), csv);
            for (String secret : List.of("XOCHITECPAN", "HUITZIPOPOCA", "XOHA", "313 555", "3135550177")) {
                assertFalse(csv.toString().contains(secret), secret);
            }
            assertTrue(csv.toString().contains("file,2,"), "row, column and reason are there");
            assertEquals(1, world.ledger.leaves.size());
            Leaf.Duty duty = (Leaf.Duty) world.ledger.leaves.getFirst();
            assertEquals("hold.report", duty.type());
            assertEquals(report.id().toString(), duty.fields().get("import"));
        }
    }

    private static String suspect() {
        return Casework.person("P-9", "suspect", NAME, CURP, PHONE);
    }

    private static HoldWorld world() {
        return new HoldWorld(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
    }

    private void take(HoldWorld world, List<String> extra) {
        List<String> rows = new ArrayList<>(extra);
        rows.add(Casework.suspect("P-1"));
        rows.add(Casework.person("P-2", "contact", "ZUPUESTO LOPEZ, Ana", "ZULA700101MDFZZZ0", "+1 313 555 0178"));
        rows.add(Casework.firearm("F-1"));
        // The link to P-9 dangles in the one world and leads to a protected person in the other.
        rows.add(Casework.event("E-1", "P-1", "P-9"));
        world.take("casework", Map.of("file", Casework.file(folder, rows.toArray(String[]::new))));
    }

    /// Everything this officer and the peer can get out.
    private static String outputs(HoldWorld world, Officer officer) {
        StringBuilder out = new StringBuilder();
        for (String text : List.of(
                NAME,
                "xochitecpan",
                "huitzipopoca ana",
                "Ana",
                PHONE,
                "1313",
                CURP,
                "XOHA990101",
                "nuñez",
                "INV000123",
                "seizure")) {
            out.append(text).append('\n');
            for (SearchResult.Item item : world.search(officer, text).items()) {
                out.append(item).append('\n');
                out.append(world.holdings
                                .dossier(officer, item.subject(), HoldWorld.PURPOSE)
                                .orElseThrow())
                        .append('\n');
            }
        }
        for (SubjectId event : events(world)) {
            out.append(world.holdings.dossier(officer, event, HoldWorld.PURPOSE))
                    .append('\n');
        }
        for (IdentifierType type : IdentifierType.values()) {
            out.append(type)
                    .append(world.holdings.identifiers(
                            officer.equals(world.mandated) ? world.mandated : world.analyst,
                            new IdentifierSelection(type, "invented-casework", java.util.Set.of(), HoldWorld.PURPOSE)))
                    .append(world.discoverable(type, true))
                    .append('\n');
            world.database.run(tx -> world.holdings.keepHandles(
                    tx, new org.entente.kernel.Schedule("find"), HoldWorld.US_MX, List.of()));
        }
        return out.append(world.holdings.counts(officer)).toString();
    }

    private static List<SubjectId> events(HoldWorld world) {
        return world.database.in(tx -> tx.dsl()
                .fetch("select id from hold.subject where kind = 'event' order by id")
                .map(row -> new SubjectId(row.get(0, java.util.UUID.class))));
    }

    private static List<String> statementIds(HoldWorld world, SubjectId subject) {
        return world.database.in(tx -> tx.dsl()
                .fetch("select id from hold.statement where subject = ?", subject.value())
                .map(row -> row.get(0, String.class)));
    }
}
