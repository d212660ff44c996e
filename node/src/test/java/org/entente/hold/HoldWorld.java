package org.entente.hold;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.match.IdentifierType;

/// One node's holdings on a database of its own, with the officers who use it.
final class HoldWorld implements AutoCloseable {
    static final AgreementId US_MX = new AgreementId("us-mx");
    static final Purpose PURPOSE = new Purpose("criminal-investigation");
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);
    static final Bytes SET = Bytes.fromHex("00112233445566778899aabbccddeeff");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);

    final Officer operator = officer("us-operator-1", Role.OPERATOR);
    final Officer analyst = officer("us-analyst", Role.ANALYST);
    final Officer mandated = officer("us-officer", Role.CASE_OFFICER);
    final Officer auditor = officer("us-auditor", Role.AUDITOR);
    final RecordingLedger ledger = new RecordingLedger();
    final Database database = TestDatabase.open();
    final Holdings holdings;
    final Reviews reviews;

    HoldWorld() {
        this(new SecureRandom());
    }

    /// `handles` decides the handles that are minted, so that two worlds can be compared.
    HoldWorld(RandomGenerator handles) {
        Mandates mandates = (officer, _) -> officer.equals(mandated.id()) ? EnumSet.allOf(PersonClass.class) : Set.of();
        Access access = new Access(mandates, CLOCK);
        reviews = new Reviews(database, access, ledger, US_MX, CLOCK);
        holdings = new Holdings(database, access, ledger, US_MX, CLOCK, () -> {
            byte[] bytes = new byte[16];
            handles.nextBytes(bytes);
            return Bytes.of(bytes);
        });
    }

    /// One file of a day.
    ImportReport take(String profile, Path file, LocalDate asOf) {
        return holdings.importFiles(
                operator, new ImportOrder(profile, Map.of("file", file), asOf, false), ImportListener.none());
    }

    ImportReport take(String profile, Map<String, Path> parts) {
        return holdings.importFiles(operator, new ImportOrder(profile, parts, AS_OF, false), ImportListener.none());
    }

    /// A whole edition of a list.
    ImportReport edition(String profile, LocalDate asOf, Map<String, Path> parts) {
        return holdings.importFiles(operator, new ImportOrder(profile, parts, asOf, false), ImportListener.none());
    }

    /// Rows of it alone.
    ImportReport corrected(String profile, LocalDate asOf, Map<String, Path> parts) {
        return holdings.importFiles(operator, new ImportOrder(profile, parts, asOf, true), ImportListener.none());
    }

    /// Statements of all subjects as "property value" that stand (or, `withdrawn`, no longer do), sorted.
    List<String> said(boolean withdrawn) {
        return database.in(tx -> tx.dsl()
                .fetch(
                        "select property || ' ' || value from hold.statement where (withdrawn is not null) = ?"
                                + " order by 1",
                        withdrawn)
                .map(row -> row.get(0, String.class)));
    }

    /// A file of the given lines, in the folder.
    static Path file(Path folder, String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dossier dossier(Officer officer, String locator) {
        return holdings.dossier(officer, subject(locator), PURPOSE).orElseThrow();
    }

    SubjectId subject(String locator) {
        return database.in(tx -> new SubjectId(tx.dsl()
                .fetchSingle("select id from hold.subject where locator = ?", locator)
                .get(0, java.util.UUID.class)));
    }

    RecordPair pair(String one, String other) {
        return new RecordPair(subject(one), subject(other));
    }

    void judge(RecordPair pair, Verdict verdict, String reason) {
        reviews.judge(analyst, pair, verdict, reason, PURPOSE);
    }

    SearchResult search(Officer officer, String text) {
        return holdings.search(officer, new SearchQuery(text, PURPOSE, 50));
    }

    List<Discoverable> discoverable(IdentifierType type, boolean clearancesShared) {
        List<Discoverable> found = new ArrayList<>();
        database.run(tx -> holdings.discoverable(
                tx, new Schedule("find"), new DiscoveryOrder(US_MX, SET, type, clearancesShared), found::add));
        return found;
    }

    /// Every row of the tables as text, in order: whether anything changed.
    List<String> dump() {
        return database.in(tx -> {
            List<String> rows = new ArrayList<>();
            for (String table : List.of("subject", "facet", "statement", "link")) {
                tx.dsl()
                        .fetch("select t::text from hold." + table + " t order by id")
                        .forEach(row -> rows.add(table + " " + row.get(0, String.class)));
            }
            return rows;
        });
    }

    /// Every pair that was judged, as "locator locator verdict", and every cluster, as its locators.
    List<String> resolved() {
        return database.in(tx -> {
            List<String> rows = new ArrayList<>(tx.dsl().fetch("""
                            select least(s.locator, o.locator) || ' ' || greatest(s.locator, o.locator) || ' '
                                || verdict
                            from hold.judgement j join hold.subject s on s.id = j.one
                            join hold.subject o on o.id = j.other order by 1
                            """).map(row -> row.get(0, String.class)));
            tx.dsl().fetch("""
                            select string_agg(s.locator, '+' order by s.locator) from hold.member m
                            join hold.subject s on s.id = m.subject group by m.cluster order by 1
                            """).forEach(row -> rows.add(row.get(0, String.class)));
            return rows;
        });
    }

    @Override
    public void close() {
        database.close();
    }

    private static Officer officer(String id, Role role) {
        return new Officer(
                new OfficerId(id), new Party("US"), new InstitutionId("us-dea"), "Name of " + id, Set.of(role));
    }
}
