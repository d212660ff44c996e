package org.entente.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.entente.agreement.Ruling;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Ids;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.entente.kernel.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What an operation may not name: the ground of a State that is no party, an article, a purpose or a measure that the
/// agreement does not know.
class UnknownGroundTest {
    private static final LegalBasis JOINT_BODIES = new LegalBasis("UNTOC-2000", "19");
    private static final Purpose CRIMINAL = new Purpose("criminal-investigation");
    private static final List<String> LIAISON = List.of("liaison");

    private final StandingClock clock = new StandingClock(ActExamples.START.minusSeconds(86_400));
    private final FakeInstitutionSeals seals = new FakeInstitutionSeals();
    private final Side us = new Side("US", clock, seals);
    private final Side mx = new Side("MX", clock, seals);
    private final Officer proposer = us.officer("us-officer", "us-dea", Role.CASE_OFFICER);
    private final Officer lawyer = mx.officer("mx-lawyer", "mx-sre", Role.LAWYER);

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    @Test
    void theGroundOfAStateThatIsNoPartyIsNotWritten() {
        for (String territory : List.of("GT", "XX")) {
            assertTold("no party", territory, JOINT_BODIES, CRIMINAL, LIAISON);
            assertTold("no es parte", territory, JOINT_BODIES, CRIMINAL, LIAISON);
        }
        assertTrue(us.operations.list(proposer).isEmpty());
    }

    @Test
    void anArticleAPurposeOrAMeasureThatTheAgreementDoesNotKnowIsNotWritten() {
        assertTold("this article", "MX", new LegalBasis("UNTOC-2000", "999"), CRIMINAL, LIAISON);
        assertTold("this article", "MX", new LegalBasis("NOPE", "1"), CRIMINAL, LIAISON);
        assertTold("no such purpose", "MX", JOINT_BODIES, new Purpose("military"), LIAISON);
        assertTold("observation, surveillance", "MX", JOINT_BODIES, CRIMINAL, List.of("strike"));
        assertTrue(us.operations.list(proposer).isEmpty());
    }

    @Test
    void aProposalForAThirdStatesGroundIsNotReceived() {
        Proposal elsewhere = ActExamples.proposal("MX", "GT");
        assertThrows(EntenteException.class, () -> arrive(elsewhere));
        assertTrue(mx.operations.list(lawyer).isEmpty());
    }

    @Test
    void toAMeasureOfUnknownForceTheHostCannotConsent() {
        Proposal usual = ActExamples.proposal("MX");
        Proposal strike = new Proposal(
                usual.id(),
                usual.agreement(),
                usual.from(),
                usual.to(),
                usual.title(),
                usual.parts(),
                usual.window(),
                List.of("strike"),
                usual.guests(),
                usual.hostLeadWanted(),
                usual.basis(),
                usual.purpose());
        arrive(strike);
        Signing signing = mx.operations.consent(lawyer, strike.id(), ConsentOrder.asProposed());
        Ruling ruling = assertInstanceOf(Signing.Unlawful.class, signing).ruling();
        assertEquals(
                List.of("force.planned"),
                assertInstanceOf(Ruling.Unknown.class, ruling).missing());
    }

    private void arrive(Proposal proposal) {
        Bytes body = ProposalWire.encode(proposal);
        Dispatch dispatch = new Dispatch(
                proposal.agreement(),
                proposal.from(),
                proposal.to(),
                ProposalWire.TYPE,
                null,
                "0123456789abcdef",
                proposal.basis(),
                proposal.purpose(),
                Set.of(HandlingCode.H1),
                ActExamples.END,
                body);
        mx.mail.arrive(
                mx.database,
                mx.operations.desk(),
                us.party,
                new EnvelopeId(Ids.random128().hex()),
                dispatch,
                body);
    }

    private void assertTold(String told, String territory, LegalBasis basis, Purpose purpose, List<String> measures) {
        OperationOrder order = new OperationOrder(
                ActExamples.AGREEMENT,
                ActExamples.HOST,
                "Demonstration",
                List.of(new DeclaredPart(Territory.parse(territory), "Demonstration place")),
                new Window(ActExamples.START, ActExamples.END),
                measures,
                new Guests(0, Guests.Powers.LIAISON, false, false, false),
                true,
                basis,
                purpose,
                new CaseNumber("US-2026-000042"));
        EntenteException refused = assertThrows(EntenteException.class, () -> us.operations.draft(proposer, order));
        assertEquals(ActCode.ACT_ORDER_INVALID, refused.code());
        String words = Texts.what(refused).in(Language.EN) + Texts.what(refused).in(Language.ES);
        assertTrue(words.contains(told), words);
    }
}
