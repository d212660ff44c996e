package org.entente.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.TestNode;
import org.entente.exchange.VerbNode;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.kernel.Statement;
import org.entente.keys.TestKeyring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealExchangeTest {
    private static final Statement GIVEN = ReleaseExamples.statement("s1", PersonClass.SUSPECT, HandlingCode.H1);

    @TempDir
    Path folder;

    private final List<Releases> faces = new ArrayList<>();
    private final List<Challenges> challenges = new ArrayList<>();
    private final TestNode usNode = new TestNode("US");
    private final TestNode mxNode = new TestNode("MX");

    @AfterEach
    void close() {
        usNode.close();
        mxNode.close();
    }

    private VerbNode verb(TestNode node, String name) throws IOException {
        Path keys = Files.createDirectory(folder.resolve(name));
        return new VerbNode(node, verb -> {
            Surroundings around = new Surroundings(
                    node.database,
                    new Access(Mandates.none(), verb.clock()),
                    new Agreements(List.of(ShippedPack.read())),
                    verb.ledger(),
                    (_, ids, _) -> ids.contains(GIVEN.id())
                            ? List.of(new OwnStatements.Own(GIVEN, EvidentialStatus.CHARGED))
                            : List.of(),
                    new ExchangePost(verb.outbox, () -> verb.inbox),
                    verb.clock());
            Releases releases = new Releases(around, TestKeyring.in(keys));
            faces.add(releases);
            challenges.add(new Challenges(around));
            return releases.desk();
        });
    }

    private static Officer officer(String party) {
        return new Officer(
                new OfficerId(party.toLowerCase(Locale.ROOT) + "-officer"),
                new Party(party),
                new InstitutionId(party.toLowerCase(Locale.ROOT) + "-central-authority"),
                "Demonstration officer",
                Set.of(Role.CASE_OFFICER));
    }

    private static Officer lawyer() {
        return new Officer(
                new OfficerId("us-lawyer"),
                new Party("US"),
                new InstitutionId("us-central-authority"),
                "Demonstration lawyer",
                Set.of(Role.LAWYER));
    }

    private static ChallengeOrder challenge(ReleaseId id, Instant now) {
        return new ChallengeOrder(
                id,
                new TreeSet<>(),
                Challenger.PERSON_CONCERNED,
                "",
                "",
                ChallengeGround.WRONG_PERSON,
                "It was not me.",
                LocalDate.ofInstant(now, ZoneOffset.UTC),
                new CaseNumber("MX-2026-000007"));
    }

    @Test
    void aReleaseIsSealedChallengedAcknowledgedOpenedRecalledAndAttested() throws IOException {
        TestNode.pair(usNode, mxNode);
        VerbNode us = verb(usNode, "us");
        VerbNode mx = verb(mxNode, "mx");
        Releases giver = faces.get(0);
        Releases reader = faces.get(1);
        Officer owner = officer("US");
        Officer receiver = officer("MX");
        Instant expires = us.clock().instant().plus(Duration.ofDays(30));
        SealOrder order = new SealOrder(
                Side.AGREEMENT,
                null,
                ReleaseExamples.CASE_PSEUDONYM,
                ReleaseExamples.BASIS,
                new InstitutionId("mx-central-authority"),
                List.of("s1"),
                List.of(),
                true,
                ReleaseExamples.terms(expires, HandlingCode.H1));
        ReleaseId id =
                assertInstanceOf(Sealing.Sealed.class, giver.seal(owner, order)).id();
        us.deliverTo(mx);
        ChallengeFile lodged =
                challenges.get(1).lodge(receiver, challenge(id, us.clock().instant()));
        mx.deliverTo(us);
        EnvelopeId told = Objects.requireNonNull(lodged.reaches().getFirst().told());
        assertTrue(challenges.get(1).receipt(receiver, told).isPresent(), "a signed receipt");
        ChallengeAnswerOrder reasons =
                new ChallengeAnswerOrder(ChallengeEnding.MAINTAINED, "It is right.", new TreeMap<>());
        challenges.get(0).answer(lawyer(), lodged.challenge().id(), reasons);
        us.deliverTo(mx);
        ChallengeFile ended = challenges.get(1).one(receiver, lodged.challenge().id());
        assertEquals(ChallengeState.MAINTAINED, challenges.get(1).state(receiver, ended));
        assertEquals(SentState.DELIVERED, giver.state(owner, giver.sent(owner, id)));
        ReceivedRelease received = reader.received(receiver, id);
        EnvelopeId envelope = received.envelope();
        assertThrows(
                EntenteException.class,
                () -> mxNode.database.in(
                        tx -> mx.inbox.open(tx, envelope, received.terms().to())));

        reader.acknowledge(receiver, id, received.termsHash());
        Use use = new Use(ReleaseExamples.PURPOSE, new CaseNumber("MX-2026-000007"));
        Opening.Opened opened = assertInstanceOf(Opening.Opened.class, reader.open(receiver, id, use));
        assertEquals(GIVEN.value(), opened.statements().get(0).value());
        assertEquals(EvidentialStatus.CHARGED, opened.statements().get(0).status());
        mx.deliverTo(us);
        assertEquals(SentState.OPENED, giver.state(owner, giver.sent(owner, id)));

        giver.recall(owner, id, "Released in error.");
        us.deliverTo(mx);
        assertInstanceOf(Opening.Refused.class, reader.open(receiver, id, use));
        assertEquals(1, reader.sweep(new Schedule("release")));
        mx.deliverTo(us);
        assertEquals(SentState.RECALLED, giver.state(owner, giver.sent(owner, id)));
    }
}
