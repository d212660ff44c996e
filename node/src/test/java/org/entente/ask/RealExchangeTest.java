package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.access.Roll;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.exchange.Pseudonyms;
import org.entente.exchange.TestNode;
import org.entente.exchange.VerbNode;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.UseTerms;
import org.entente.keys.TestKeyring;
import org.entente.release.AnswerField;
import org.entente.release.ReceivedRelease;
import org.entente.release.Releases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// ASK and RELEASE together over the real outbox, inbox, seals and receipts.
class RealExchangeTest {
    @TempDir
    Path folder;

    private final Map<String, Casework> casework = new HashMap<>();
    private final Map<String, Releases> releases = new HashMap<>();
    private final TestNode usNode = new TestNode("US");
    private final TestNode mxNode = new TestNode("MX");

    @AfterEach
    void close() {
        usNode.close();
        mxNode.close();
    }

    @Test
    void aTraceIsAskedAnsweredAndItsReleaseArrives() throws IOException {
        TestNode.pair(usNode, mxNode);
        VerbNode us = verb(usNode, "US");
        VerbNode mx = verb(mxNode, "MX");
        Casework asker = casework("MX");
        Casework asked = casework("US");
        RequestNumber number = sent(asker);
        mx.deliverTo(us);
        assertInstanceOf(
                Post.Progress.Delivered.class,
                asker.request(officer("MX", Role.CASE_OFFICER), number).progress());
        assertNotNull(asker.sent(officer("MX", Role.CASE_OFFICER)).getFirst().deadline());

        asked.checkBasis(
                officer("US", Role.LAWYER), number, new BasisDecision(true, "", Map.of("risk.human-rights", "no")));
        UseTerms terms = new UseTerms(
                new Purpose("firearms-trafficking"),
                Set.of(HandlingCode.H1),
                "",
                false,
                us.clock().instant().plus(Duration.ofDays(30)));
        AnswerField field =
                new AnswerField("time-to-crime-days", "912", PersonClass.NOT_A_PERSON, new EvaluationCode("A1"));
        asked.answer(officer("US", Role.CASE_OFFICER), number, new AnswerOrder(List.of(), List.of(field), terms));
        us.deliverTo(mx);

        Filed answered = asker.request(officer("MX", Role.CASE_OFFICER), number).filed();
        assertEquals(State.ANSWERED, answered.state());
        ReceivedRelease received =
                releases("MX").received(officer("MX", Role.CASE_OFFICER)).getFirst();
        assertEquals(answered.release(), received.terms().release());
        assertEquals(answered.envelope(), received.terms().inReplyTo());
    }

    @Test
    void aRefusalComesBackWithItsGroundAndReasons() throws IOException {
        TestNode.pair(usNode, mxNode);
        VerbNode us = verb(usNode, "US");
        VerbNode mx = verb(mxNode, "MX");
        RequestNumber number = sent(casework("MX"));
        mx.deliverTo(us);
        casework("US")
                .refuse(
                        officer("US", Role.LAWYER),
                        number,
                        new RefusalOrder("torture-or-ill-treatment", null, new Bilingual("Reasons.", "Motivos.")));
        us.deliverTo(mx);
        RefusalNote note = casework("MX")
                .request(officer("MX", Role.CASE_OFFICER), number)
                .filed()
                .refusal();
        assertNotNull(note);
        assertEquals("CAT-1984 art. 3", note.article().toString());
    }

    private static RequestNumber sent(Casework asker) {
        Draft draft = AskExamples.to(AskExamples.trace(), new InstitutionId("us-central-authority"));
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, asker.submit(officer("MX", Role.CASE_OFFICER), draft));
        BasisCheck check =
                asker.checkBasis(officer("MX", Role.LAWYER), recorded.number(), new BasisDecision(true, "", Map.of()));
        assertEquals(State.SENT, check.state());
        return recorded.number();
    }

    private Casework casework(String party) {
        return Objects.requireNonNull(casework.get(party));
    }

    private Releases releases(String party) {
        return Objects.requireNonNull(releases.get(party));
    }

    private VerbNode verb(TestNode node, String party) throws IOException {
        Path keys = Files.createDirectory(folder.resolve(party));
        return new VerbNode(node, verb -> {
            Access access = new Access(Mandates.none(), verb.clock());
            Agreements agreements = new Agreements(List.of(ShippedPack.read()));
            Releases own = new Releases(
                    new org.entente.release.Surroundings(
                            node.database,
                            access,
                            agreements,
                            verb.ledger(),
                            (_, _, _) -> List.of(),
                            new org.entente.release.ExchangePost(verb.outbox, () -> verb.inbox),
                            verb.clock()),
                    TestKeyring.in(keys));
            Casework asking = new Casework(new Surroundings(
                    node.database,
                    access,
                    agreements,
                    verb.ledger(),
                    new ExchangePost(verb.outbox, () -> verb.inbox, new Pseudonyms(node.party)),
                    new ReleaseAnswering(own),
                    Roll.none(),
                    verb.clock(),
                    node.parcels(keys)));
            releases.put(party, own);
            casework.put(party, asking);
            return new BothDesks(asking.desk(), own.desk());
        });
    }

    private static Officer officer(String party, Role role) {
        String prefix = party.toLowerCase(Locale.ROOT);
        return new Officer(
                new OfficerId(
                        prefix + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                new Party(party),
                new InstitutionId(prefix + "-central-authority"),
                "Demonstration officer",
                Set.of(role));
    }

    private record BothDesks(Desk ask, Desk release) implements Desk {
        @Override
        public Set<String> types() {
            Set<String> types = new HashSet<>(ask.types());
            types.addAll(release.types());
            return types;
        }

        @Override
        public void receive(Tx tx, Arrival arrival) {
            (ask.types().contains(arrival.type()) ? ask : release).receive(tx, arrival);
        }
    }
}
