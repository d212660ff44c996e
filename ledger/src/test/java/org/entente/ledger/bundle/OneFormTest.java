package org.entente.ledger.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.UnaryOperator;
import org.entente.ledger.Keys;
import org.entente.ledger.Octets;
import org.entente.ledger.bundle.Verdict.Reason;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Commitment;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.note.Cosignature;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the one form of a bundle leaves nobody to choose. Every forger here mends archive, manifest and statement.
class OneFormTest {
    private static final Policy POLICY = Story.policy(0);
    private static ProofBundle bundle;

    @BeforeAll
    static void tellTheStory(@TempDir Path directory) {
        bundle = Story.told(directory, 0);
        assertInstanceOf(Verdict.Verified.class, BundleCheck.check(bundle.bytes(), Optional.of(POLICY)));
    }

    @Test
    void aWitnessThatOnlyTheBundleListsIsNotVerified() {
        Ed25519Key stranger = Keys.witness("c.example/entente/us-mx/witness");
        Map<String, VerifierKey> witnesses = new LinkedHashMap<>(POLICY.witnesses());
        witnesses.put("C", stranger.key());
        Policy.Group either = new Policy.Group("either", 1, List.copyOf(witnesses.keySet()));
        Policy listing = new Policy(POLICY.logs(), witnesses, List.of(either), "either");
        ProofBundle cosigned = eachCheckpoint(listing, signed -> cosigned(signed, stranger));
        assertInstanceOf(Verdict.NotVerified.class, check(cosigned));
        assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(cosigned.bytes(), Optional.of(listing)));
        assertEquals(Reason.DAMAGED, reason(new ProofBundle(bundle.crossings(), listing)));
        assertEquals(Reason.UNKNOWN_SIGNATURE, reason(eachCheckpoint(POLICY, signed -> cosigned(signed, stranger))));
    }

    /// Each line but the log's own is one that the proof needs.
    @Test
    void aLineOfTheLogsOwnWitnessIsNotVerified() {
        ProofBundle doubled = eachCheckpoint(
                POLICY,
                signed -> cosigned(
                        signed, Keys.witness(signed.checkpoint().origin().replace("/exchange", "/witness"))));
        assertEquals(Reason.UNKNOWN_SIGNATURE, reason(doubled));
    }

    @Test
    void theSameLinesInAnotherOrderAreNotVerified() {
        SortedMap<String, Octets> members = Archive.read(bundle.bytes());
        List<String> proofs = members.keySet().stream()
                .filter(name -> name.endsWith(".tlog-proof"))
                .toList();
        assertEquals(6, proofs.size());
        for (String name : proofs) {
            String text = text(Objects.requireNonNull(members.get(name)));
            int first = text.indexOf("\n\u2014 ") + 1;
            int second = text.indexOf("\n\u2014 ", first) + 1;
            String swapped = text.substring(0, first) + text.substring(second) + text.substring(first, second);
            assertNotEquals(text, swapped);
            assertEquals(Reason.DAMAGED, reason(remade(name, swapped)), name);
        }
    }

    @Test
    void linesComeOutInTheirOneOrderHoweverTheyCameIn() {
        Crossing first = bundle.crossings().getFirst();
        SignedCheckpoint signed = first.sent().proof().signed();
        SignedCheckpoint swapped = new SignedCheckpoint(
                new org.entente.ledger.note.Note(
                        signed.note().text(), signed.note().signatures().reversed()),
                signed.checkpoint());
        assertEquals(first.sent(), with(first.sent(), swapped));
    }

    @Test
    void anotherPolicyTextIsNotVerified() {
        List<VerifierKey> logs = POLICY.logs();
        VerifierKey mx = Objects.requireNonNull(POLICY.witnesses().get("MX"));
        VerifierKey us = Objects.requireNonNull(POLICY.witnesses().get("US"));
        Policy.Group either = POLICY.groups().getFirst();
        List<VerifierKey> more = new ArrayList<>(logs);
        more.add(Keys.log("c.example/entente/us-mx/exchange").key());
        List<Policy> others = List.of(
                new Policy(logs.reversed(), POLICY.witnesses(), POLICY.groups(), "either"),
                new Policy(more, POLICY.witnesses(), POLICY.groups(), "either"),
                new Policy(logs, witnesses("US", us, "MX", mx), POLICY.groups(), "either"),
                new Policy(logs, witnesses("MX", us, "US", mx), POLICY.groups(), "either"),
                new Policy(
                        logs,
                        witnesses("mexico", mx, "US", us),
                        List.of(new Policy.Group("either", 1, List.of("mexico", "US"))),
                        "either"),
                new Policy(logs, POLICY.witnesses(), List.of(), Policy.NONE),
                new Policy(logs, POLICY.witnesses(), List.of(new Policy.Group("any", 1, List.of("MX", "US"))), "any"),
                new Policy(
                        logs,
                        POLICY.witnesses(),
                        List.of(new Policy.Group("either", 1, List.of("US", "MX"))),
                        "either"),
                new Policy(
                        logs,
                        POLICY.witnesses(),
                        List.of(either, new Policy.Group("more", 1, List.of("either"))),
                        "either"));
        for (Policy other : others) {
            ProofBundle remade = new ProofBundle(bundle.crossings(), other);
            assertEquals(Reason.DAMAGED, reason(remade), other.text());
            assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(remade.bytes(), Optional.empty()));
        }
        String text = POLICY.text();
        for (String other : List.of("# comment\n" + text, text.replace("log ", "log\t"), text + "\n")) {
            assertEquals(Reason.DAMAGED, reason(remade("policy.txt", other)), other);
        }
    }

    /// The reader's own policy may be written as the reader likes.
    @Test
    void aTrustedPolicyMayHaveOtherNamesAndMoreLogs() {
        String text = "# mine\nlog " + Keys.log("c.example/log").key().text() + "\n"
                + POLICY.text().replace(" MX", " mexico").replace(" US", " estados");
        Policy mine = Policy.parse(text.getBytes(StandardCharsets.ISO_8859_1));
        assertInstanceOf(Verdict.Verified.class, BundleCheck.check(bundle.bytes(), Optional.of(mine)));
    }

    @Test
    void aDroppedOpeningIsNotVerified() {
        for (Step step : Step.values()) {
            assertEquals(
                    Reason.DAMAGED,
                    reason(eachOpening((at, opening) -> at == step ? Optional.empty() : opening)),
                    step.name());
        }
        assertEquals(Reason.DAMAGED, reason(eachOpening((_, _) -> Optional.empty())));
    }

    @Test
    void aFieldThatWasShownAndIsHiddenIsNotVerified() {
        for (String name : List.of("basis", "created", "envelope.key", "in-reply-to", "purpose", "type")) {
            ProofBundle hiding = eachOpening((_, opening) -> opening.map(shown -> hide(name, shown)));
            assertEquals(Reason.DAMAGED, reason(hiding), name);
        }
    }

    @Test
    void openingsOfBothPartiesOrOfWhoeverSentAreNotVerified(@TempDir Path both, @TempDir Path senders) {
        assertEquals(Reason.DAMAGED, reason(Story.told(both, (_, _) -> true)));
        assertEquals(Reason.DAMAGED, reason(Story.told(senders, (_, direction) -> direction == Leaf.Direction.SENT)));
    }

    @Test
    void theOtherPartyMayMakeTheBundleAsWell(@TempDir Path directory) {
        assertInstanceOf(Verdict.Verified.class, check(Story.told(directory, (party, _) -> party.equals("US"))));
    }

    @Test
    void cosignaturesRemadeUnderAnotherKeyOfTheSameNameAreNotVerified() {
        Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
        POLICY.witnesses().forEach((name, key) -> witnesses.put(name, other(key).key()));
        Policy listing = new Policy(POLICY.logs(), witnesses, POLICY.groups(), "either");
        ProofBundle remade = eachCheckpoint(listing, signed -> {
            VerifierKey theirs = POLICY.witnesses().values().stream()
                    .filter(key -> signed.note().signatures().stream().anyMatch(key::isNamedBy))
                    .findFirst()
                    .orElseThrow();
            SignedCheckpoint bare = SignedCheckpoint.sign(
                    signed.checkpoint(), Keys.log(signed.checkpoint().origin()));
            return cosigned(bare, other(theirs));
        });
        assertInstanceOf(Verdict.Verified.class, BundleCheck.check(remade.bytes(), Optional.of(listing)));
        assertEquals(Reason.WITNESS_MISSING, reason(remade));
    }

    private static Ed25519Key other(VerifierKey key) {
        return Keys.key(key.name(), SignatureType.COSIGNATURE_V1, 1);
    }

    private static SignedCheckpoint cosigned(SignedCheckpoint signed, Ed25519Key witness) {
        return signed.with(List.of(Cosignature.sign(signed.note().text(), witness, Story.BEGIN)));
    }

    private static ProofBundle eachCheckpoint(Policy policy, UnaryOperator<SignedCheckpoint> change) {
        List<Crossing> crossings = bundle.crossings().stream()
                .map(one -> new Crossing(
                        one.step(),
                        one.header(),
                        one.key(),
                        with(one.sent(), change.apply(one.sent().proof().signed())),
                        with(one.received(), change.apply(one.received().proof().signed()))))
                .toList();
        return new ProofBundle(crossings, policy);
    }

    private static Logged with(Logged logged, SignedCheckpoint signed) {
        return new Logged(logged.entry(), new TlogProof(logged.proof().inclusion(), signed), logged.opening());
    }

    private interface Reopening {
        Optional<Opening> of(Step step, Optional<Opening> opening);
    }

    private static ProofBundle eachOpening(Reopening change) {
        List<Crossing> crossings = bundle.crossings().stream()
                .map(one -> new Crossing(
                        one.step(),
                        one.header(),
                        one.key(),
                        reopened(one.step(), one.sent(), change),
                        reopened(one.step(), one.received(), change)))
                .toList();
        return new ProofBundle(crossings, POLICY);
    }

    private static Logged reopened(Step step, Logged logged, Reopening change) {
        return new Logged(logged.entry(), logged.proof(), change.of(step, logged.opening()));
    }

    private static Opening hide(String name, Opening shown) {
        List<Commitment.Part> parts = new ArrayList<>();
        for (Commitment.Part part : shown.parts()) {
            boolean hidden = part instanceof Commitment.Shown(Commitment.Field field)
                    && field.name().equals(name);
            parts.add(hidden ? new Commitment.Withheld(part.hash()) : part);
        }
        return new Opening(shown.key(), parts);
    }

    private static Map<String, VerifierKey> witnesses(String one, VerifierKey first, String other, VerifierKey second) {
        Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
        witnesses.put(one, first);
        witnesses.put(other, second);
        return witnesses;
    }

    private static byte[] remade(String name, String content) {
        return RawBundle.with(bundle, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Octets octets) {
        return new String(octets.toArray(), StandardCharsets.UTF_8);
    }

    private static Verdict check(ProofBundle forged) {
        return BundleCheck.check(forged.bytes(), Optional.of(POLICY));
    }

    private static Reason reason(ProofBundle forged) {
        return reason(forged.bytes());
    }

    private static Reason reason(byte[] forged) {
        return assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(forged, Optional.of(POLICY)))
                .reason();
    }
}
