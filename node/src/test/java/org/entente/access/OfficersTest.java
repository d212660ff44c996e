package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
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
import org.entente.kernel.PersonClass;
import org.entente.kernel.Secret;
import org.entente.prove.LedgerFake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class OfficersTest {
    private static final Database DB = TestDatabase.open();
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Roster ROSTER = Roster.parse(new Party("US"), """
            officers:
              - {id: us-officer, institution: us-atf, name: Officer, roles: [CASE_OFFICER]}
              - {id: us-lawyer, institution: us-central-authority, name: Lawyer, roles: [LAWYER]}
              - {id: us-operator-1, institution: us-central-authority, name: Operator, roles: [OPERATOR]}
              - {id: us-operator-2, institution: us-central-authority, name: Other, roles: [OPERATOR]}
            """);

    private final MovableClock clock = new MovableClock();
    private final LedgerFake ledger = new LedgerFake();
    private final Officers officers =
            new Officers(DB, new JooqAccounts(new Party("US")), ledger, new AgreementId("us-mx"), clock);
    private final Access access = new Access(officers, clock);

    @AfterAll
    static void close() {
        DB.close();
    }

    @Test
    void aLinkWorksOnceAndOnlyForFifteenMinutes() {
        Officer operator = operator();
        SignInLink link = officers.issueLink(access, operator, new OfficerId("us-officer"));
        assertTrue(officers.isOpen(link.code()));
        assertTrue(officers.isOpen(link.code()), "looking spends nothing");
        SignIn session = officers.redeem(link.code());
        assertEquals("us-officer", session.officer().id().value());
        assertEquals(Optional.of(session.officer()), officers.session(session.token()));
        assertEquals(
                AccessCode.ACCESS_LINK_SPENT,
                assertThrows(EntenteException.class, () -> officers.redeem(link.code()))
                        .code());
        SignInLink late = officers.issueLink(access, operator, new OfficerId("us-officer"));
        clock.advance(Duration.ofMinutes(15));
        assertFalse(officers.isOpen(late.code()));
        assertThrows(EntenteException.class, () -> officers.redeem(late.code()));
    }

    @Test
    void aSessionEndsAtSignOutAndAfterTwelveHours() {
        Officer operator = operator();
        SignIn first = officers.redeem(
                officers.issueLink(access, operator, new OfficerId("us-lawyer")).code());
        officers.signOut(first.token());
        assertEquals(Optional.empty(), officers.session(first.token()));
        SignIn second = officers.redeem(
                officers.issueLink(access, operator, new OfficerId("us-lawyer")).code());
        clock.advance(Duration.ofHours(12));
        assertEquals(Optional.empty(), officers.session(second.token()));
    }

    @Test
    void onlyAnOperatorIssuesLinks() {
        operator();
        Officer lawyer = ROSTER.officers().get(1);
        EntenteException denied = assertThrows(
                EntenteException.class, () -> officers.issueLink(access, lawyer, new OfficerId("us-officer")));
        assertEquals(AccessCode.ACCESS_DENIED, denied.code());
    }

    @Test
    void anOperatorMakesALinkForNoOtherOperator() {
        Officer operator = operator();
        OfficerId other = new OfficerId("us-operator-2");
        EntenteException refused =
                assertThrows(EntenteException.class, () -> officers.issueLink(access, operator, other));
        assertEquals(AccessCode.ACCESS_LINK_OPERATOR, refused.code());
        SignIn own = officers.redeem(
                officers.issueLink(access, operator, operator.id()).code());
        assertEquals(operator.id(), own.officer().id());
    }

    @Test
    void aRenewedTokenOpensAndEveryOlderOneOfThatOperatorEnds() {
        Officer operator = operator();
        SignIn older = officers.redeem(
                officers.issueLink(access, operator, operator.id()).code());
        Secret renewed = officers.renewToken(operator.id());
        assertEquals(Optional.of(operator), officers.session(renewed));
        assertEquals(Optional.empty(), officers.session(older.token()));
        EntenteException refused =
                assertThrows(EntenteException.class, () -> officers.renewToken(new OfficerId("us-lawyer")));
        assertEquals(AccessCode.ACCESS_TOKEN_NOT_OPERATOR, refused.code());
        assertEquals(
                AccessCode.ACCESS_OFFICER_UNKNOWN,
                assertThrows(EntenteException.class, () -> officers.renewToken(new OfficerId("nobody")))
                        .code());
    }

    @Test
    void aMandateNeedsAProtectedClassAReasonAndAnEndAndThenOpensUntilThatEnd() {
        operator();
        Officer lawyer = ROSTER.officers().get(1);
        OfficerId officer = new OfficerId("us-officer");
        Instant until = clock.instant().plus(Duration.ofDays(3));
        assertThrows(
                EntenteException.class,
                () -> officers.grant(access, lawyer, officer, Set.of(PersonClass.SUSPECT), "reason", until));
        assertThrows(
                EntenteException.class,
                () -> officers.grant(access, lawyer, officer, Set.of(PersonClass.VICTIM), " ", until));
        EntenteException own = assertThrows(
                EntenteException.class,
                () -> officers.grant(access, lawyer, lawyer.id(), Set.of(PersonClass.VICTIM), "reason", until));
        assertEquals(AccessCode.ACCESS_MANDATE_OWN, own.code());
        assertEquals(Set.of(), officers.visibleTo(lawyer.id(), clock.instant()));
        officers.grant(access, lawyer, officer, Set.of(PersonClass.VICTIM), "Return to family", until);
        assertEquals(Set.of(PersonClass.VICTIM), officers.visibleTo(officer, clock.instant()));
        assertEquals(Set.of(), officers.visibleTo(officer, until));
        assertTrue(ledger.dutyTypes().contains("access.mandate-granted"));
    }

    @Test
    void aRosterThatChangesAnAccountIsRefusedWhole() {
        operator();
        Roster changed = Roster.parse(new Party("US"), """
                officers:
                  - {id: us-new, institution: us-atf, name: New, roles: [ANALYST]}
                  - {id: us-officer, institution: us-atf, name: Officer, roles: [LAWYER]}
                """);
        assertThrows(EntenteException.class, () -> officers.enrol(changed));
        assertEquals(4, officers.all(access, operator()).size());
    }

    @Test
    void aRosterErrorNamesTheEntry() {
        EntenteException broken = assertThrows(
                EntenteException.class,
                () -> Roster.parse(
                        new Party("US"), "officers:\n  - {id: us-x, institution: mx-sat, name: X, roles: [LAWYER]}\n"));
        assertEquals("us-x", broken.facts().getFirst());
    }

    private Officer operator() {
        Map<OfficerId, Secret> tokens = officers.enrol(ROSTER);
        tokens.forEach((id, token) ->
                assertEquals(id, officers.session(token).orElseThrow().id()));
        return ROSTER.officers().get(2);
    }

    /// A clock that stands still until it is moved.
    private static final class MovableClock extends Clock {
        private Instant now = START;

        void advance(Duration step) {
            now = now.plus(step);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }
    }
}
