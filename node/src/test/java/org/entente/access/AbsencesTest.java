package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.access.store.JooqAccounts;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.StandingClock;
import org.entente.prove.RecordedLeaves;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// An absence routes work and gives no right; it ends by itself.
class AbsencesTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Roster ROSTER = Roster.parse(new Party("US"), """
            officers:
              - {id: us-first, institution: us-atf, name: First, roles: [CASE_OFFICER]}
              - {id: us-second, institution: us-atf, name: Second, roles: [ANALYST, CASE_OFFICER]}
              - {id: us-third, institution: us-atf, name: Third, roles: [CASE_OFFICER]}
              - {id: us-analyst, institution: us-atf, name: Analyst, roles: [ANALYST]}
              - {id: us-elsewhere, institution: us-treasury, name: Elsewhere, roles: [CASE_OFFICER]}
              - {id: us-operator, institution: us-central-authority, name: Operator, roles: [OPERATOR]}
            """);

    private final Database database = TestDatabase.open();
    private final StandingClock clock = new StandingClock(START);
    private final RecordedLeaves leaves = new RecordedLeaves();
    private final JooqAccounts accounts = new JooqAccounts(new Party("US"));
    private final Absences absences = new Absences(
            database, accounts, new Access(Mandates.none(), clock), leaves, new AgreementId("us-mx"), clock);

    @BeforeEach
    void enrol() {
        database.run(tx -> ROSTER.officers().forEach(officer -> accounts.enrol(tx, officer, START)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anAbsenceRoutesToTheDeputyAndEndsByItself() {
        absences.declare(officer("us-first"), id("us-first"), START, START.plus(Duration.ofDays(7)), id("us-second"));
        assertEquals(Optional.of(id("us-second")), handler("us-first"));
        assertEquals(Set.of(id("us-first")), standIns().absentOf(id("us-second")));
        assertEquals(
                "us-second",
                leaves.duties("access.absence-declared").getFirst().fields().get("deputy"));
        clock.advance(Duration.ofDays(7));
        assertEquals(Optional.of(id("us-first")), handler("us-first"));
        assertEquals(List.of(), absences.all(officer("us-third")));
    }

    @Test
    void aDeputyHasTheRolesAndTheInstitutionAlready() {
        for (String unfit : List.of("us-analyst", "us-elsewhere", "us-first", "us-nobody", "us-operator")) {
            refused(AccessCode.ACCESS_DEPUTY_UNFIT, () -> declare("us-first", 0, 7, unfit));
        }
        assertEquals(
                List.of("us-second", "us-third"),
                absences.deputies(officer("us-first"), id("us-first")).stream()
                        .map(one -> one.id().value())
                        .toList());
        assertEquals(List.of(), absences.deputies(officer("us-second"), id("us-second")), "nobody has both roles");
    }

    @Test
    void whatGoesToADeputyWhoIsAwayTooGoesToNobody() {
        declare("us-first", 0, 7, "us-third");
        declare("us-third", 1, 3, "us-second");
        clock.advance(Duration.ofDays(1));
        assertEquals(Optional.empty(), handler("us-first"));
        assertEquals(Set.of(id("us-first")), standIns().uncovered());
        assertEquals(Set.of(id("us-third")), standIns().absentOf(id("us-second")), "there are no chains");
        refused(AccessCode.ACCESS_DEPUTY_UNFIT, () -> declare("us-second", 1, 2, "us-third"));
        clock.advance(Duration.ofDays(2));
        assertEquals(Optional.of(id("us-third")), handler("us-first"));
    }

    @Test
    void anAbsenceIsBoundedAndOverlapsNoOther() {
        refused(AccessCode.ACCESS_ABSENCE_UNFIT, () -> declare("us-first", 0, 61, null));
        refused(AccessCode.ACCESS_ABSENCE_UNFIT, () -> declare("us-first", 2, 2, null));
        refused(AccessCode.ACCESS_ABSENCE_UNFIT, () -> declare("us-first", 400, 402, null));
        refused(AccessCode.ACCESS_ABSENCE_UNFIT, () -> declare("us-first", -3, 0, null));
        declare("us-first", 0, 60, null);
        refused(AccessCode.ACCESS_ABSENCE_UNFIT, () -> declare("us-first", 59, 61, null));
        declare("us-first", 60, 61, null);
    }

    @Test
    void onlyAnOperatorDeclaresAndEndsThatOfAnother() {
        Officer operator = officer("us-operator");
        Instant until = START.plus(Duration.ofDays(7));
        refused(
                AccessCode.ACCESS_DENIED,
                () -> absences.declare(officer("us-third"), id("us-first"), START, until, null));
        refused(
                AccessCode.ACCESS_OFFICER_UNKNOWN,
                () -> absences.declare(operator, id("us-nobody"), START, until, null));
        absences.declare(operator, id("us-first"), START.minus(Duration.ofDays(1)), until, null);
        assertEquals(1, absences.all(officer("us-third")).size());
        assertEquals(List.of(), absences.all(officer("us-elsewhere")), "another institution's people");
        assertEquals(1, absences.all(operator).size());
        refused(AccessCode.ACCESS_DENIED, () -> absences.end(officer("us-third"), id("us-first")));
        assertEquals(1, absences.end(officer("us-first"), id("us-first")));
        assertEquals(0, absences.end(officer("us-first"), id("us-first")));
        assertEquals(1, leaves.duties("access.absence-ended").size());
        assertEquals(Optional.of(id("us-first")), handler("us-first"));
    }

    private void declare(String officer, int from, int until, @Nullable String deputy) {
        absences.declare(
                officer(officer),
                id(officer),
                START.plus(Duration.ofDays(from)),
                START.plus(Duration.ofDays(until)),
                deputy == null ? null : id(deputy));
    }

    private StandIns standIns() {
        return database.in(tx -> absences.standIns(tx, clock.instant()));
    }

    private Optional<OfficerId> handler(String officer) {
        return standIns().handler(id(officer));
    }

    private static Officer officer(String id) {
        return ROSTER.officers().stream()
                .filter(one -> one.id().equals(id(id)))
                .findFirst()
                .orElseThrow();
    }

    private static OfficerId id(String id) {
        return new OfficerId(id);
    }

    private static void refused(AccessCode code, Executable act) {
        assertEquals(code, assertThrows(EntenteException.class, act).code());
    }
}
