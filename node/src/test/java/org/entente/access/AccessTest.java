package org.entente.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Set;
import org.entente.kernel.Action;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final Officer ANALYST = officer("us-analyst", Role.ANALYST);
    private static final Action READ = () -> "hold.read";
    private static final Action UNLISTED = () -> "hold.unheard-of";
    private static final Policy POLICY =
            Policy.parse("hold.read: [ANALYST]\nfind.evaluate: [PEER]\n".getBytes(StandardCharsets.UTF_8));

    @Test
    void anActionThatIsNotInTheTableIsDeniedToEveryRole() {
        Access access = new Access(POLICY, Mandates.none(), CLOCK);
        Officer everything = new Officer(
                new OfficerId("us-all"),
                new Party("US"),
                new InstitutionId("us-atf"),
                "",
                Set.copyOf(Arrays.asList(Role.values())));
        assertInstanceOf(Decision.Denied.class, access.decide(everything, UNLISTED, Marking.UNMARKED));
    }

    @ParameterizedTest
    @EnumSource(PersonClass.class)
    void aProtectedPersonIsDeniedWithoutAMandateAndForTheSameReasonAsAMissingRole(PersonClass personClass) {
        Access access = new Access(POLICY, Mandates.none(), CLOCK);
        Marking marking = new Marking(personClass, Set.of());
        Decision decision = access.decide(ANALYST, READ, marking);
        assertEquals(personClass.isProtected(), decision instanceof Decision.Denied);
        if (personClass.isProtected()) {
            assertEquals(access.decide(officer("us-operator-1", Role.OPERATOR), READ, Marking.UNMARKED), decision);
        }
    }

    @Test
    void aMandateOpensItsClassesOnly() {
        Access access = new Access(POLICY, (_, _) -> Set.of(PersonClass.VICTIM), CLOCK);
        assertInstanceOf(
                Decision.Granted.class, access.decide(ANALYST, READ, new Marking(PersonClass.VICTIM, Set.of())));
        assertInstanceOf(
                Decision.Denied.class, access.decide(ANALYST, READ, new Marking(PersonClass.SOURCE, Set.of())));
        assertTrue(access.scope(ANALYST, new Purpose("prosecution")).sees(PersonClass.VICTIM));
    }

    @Test
    void thePeerNeverSeesAProtectedPersonWhateverTheMandates() {
        Access access = new Access(POLICY, (_, _) -> Set.of(PersonClass.values()), CLOCK);
        PeerParty peer = new PeerParty(new Party("MX"), new AgreementId("us-mx"));
        assertInstanceOf(Decision.Granted.class, access.decide(peer, () -> "find.evaluate", Marking.UNMARKED));
        assertInstanceOf(
                Decision.Denied.class,
                access.decide(peer, () -> "find.evaluate", new Marking(PersonClass.WITNESS, Set.of())));
        assertEquals(Set.of(), access.scope(peer, new Purpose("prosecution")).visibleProtected());
    }

    @Test
    void aPolicyWithAnUnknownRoleIsRefused() {
        EntenteException refused = assertThrows(
                EntenteException.class, () -> Policy.parse("hold.read: [ANALIST]\n".getBytes(StandardCharsets.UTF_8)));
        assertEquals(AccessCode.ACCESS_POLICY_BROKEN, refused.code());
    }

    private static Officer officer(String id, Role role) {
        return new Officer(new OfficerId(id), new Party("US"), new InstitutionId("us-atf"), "", Set.of(role));
    }
}
