package org.entente.ledger.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.entente.ledger.Keys;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.bundle.Verdict.Reason;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Leaf.Direction;
import org.entente.ledger.note.Note;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleTest {
    private static final Optional<Policy> POLICY = Optional.of(Story.policy(0));
    private static ProofBundle bundle;
    private static byte[] bytes;

    @TempDir
    private Path directory;

    @BeforeAll
    static void tellTheStory(@TempDir Path directory) {
        bundle = Story.told(directory, 0);
        bytes = bundle.bytes();
    }

    @Test
    void anEntryByItselfFailsForWhatTheBundleWouldFailFor() {
        for (Crossing crossing : bundle.crossings()) {
            assertEquals(Optional.empty(), failure(crossing, crossing.sent(), Direction.SENT, 0));
            assertEquals(Optional.empty(), failure(crossing, crossing.received(), Direction.RECEIVED, 0));
            assertEquals(Optional.of(Reason.LEAF_DIFFERS), failure(crossing, crossing.sent(), Direction.RECEIVED, 0));
            assertEquals(Optional.of(Reason.UNKNOWN_SIGNATURE), failure(crossing, crossing.sent(), Direction.SENT, 1));
        }
        Crossing request = bundle.crossings().getFirst();
        Crossing answer = bundle.crossings().get(1);
        assertEquals(Optional.of(Reason.LEAF_DIFFERS), failure(request, answer.received(), Direction.RECEIVED, 0));
    }

    private static Optional<Reason> failure(Crossing crossing, Logged logged, Direction direction, int keys) {
        return BundleCheck.failure(crossing.header(), direction, logged, Story.policy(keys));
    }

    @Test
    void aTrueStoryIsVerifiedAndWitnessedByTheOtherParty() {
        Verdict.Verified verified = assertInstanceOf(Verdict.Verified.class, BundleCheck.check(bytes, POLICY));
        assertEquals(bundle, verified.bundle());
        for (Verdict.Witnessing seen : verified.witnessings()) {
            assertEquals(
                    seen.origin().startsWith("gob.mx/")
                            ? "us.gov/entente/us-mx/witness"
                            : "gob.mx/entente/us-mx/witness",
                    seen.witness());
        }
        assertEquals(6, verified.witnessings().size());
    }

    @Test
    void everyFlippedByteIsNotVerified() {
        for (int i = 0; i < bytes.length; i++) {
            byte[] mangled = bytes.clone();
            mangled[i] ^= (byte) (1 << (i % 8));
            assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(mangled, POLICY), "byte " + i);
        }
    }

    @Test
    void everyPrefixAndAnySuffixIsNotVerified() {
        for (int i = 0; i < bytes.length; i += 13) {
            assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(Arrays.copyOf(bytes, i), POLICY));
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(longer, POLICY));
    }

    /// As above, but the forger mends the archive, the manifest and the statement afterwards.
    @Test
    void everyFlippedByteInAMemberIsNotVerifiedEvenInARemadeBundle() {
        ProofBundle shorter = new ProofBundle(bundle.crossings().subList(0, 2), bundle.suggestedPolicy());
        SortedMap<String, Octets> members = Archive.read(shorter.bytes());
        for (Map.Entry<String, Octets> member : members.entrySet()) {
            boolean remade =
                    List.of("manifest.json", "statement.txt", "policy.txt").contains(member.getKey());
            for (int i = 0; !remade && i < member.getValue().sizeBytes(); i++) {
                byte[] mangled = member.getValue().toArray();
                mangled[i] ^= (byte) (1 << (i % 7));
                SortedMap<String, Octets> forged = new TreeMap<>(members);
                forged.put(member.getKey(), Octets.of(mangled));
                String where = member.getKey() + " byte " + i;
                remake(forged)
                        .ifPresent(zip ->
                                assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(zip, POLICY), where));
            }
        }
    }

    @Test
    void aBundleRemadeUnderOtherKeysIsNotVerified() {
        byte[] remade = Story.told(directory, 1).bytes();
        assertInstanceOf(Verdict.Verified.class, BundleCheck.check(remade, Optional.of(Story.policy(1))));
        assertEquals(
                Reason.LOG_NOT_TRUSTED,
                assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(remade, POLICY))
                        .reason());
    }

    @Test
    void withoutAPolicyNothingIsDecidedButDamageIsStillFound() {
        assertEquals(new Verdict.CannotDecide(bundle.policyFingerprint()), BundleCheck.check(bytes, Optional.empty()));
        byte[] mangled = bytes.clone();
        mangled[bytes.length / 2] ^= 1;
        assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(mangled, Optional.empty()));
    }

    @Test
    void aLogDoesNotVouchForItself() {
        Crossing first = bundle.crossings().getFirst();
        SignedCheckpoint bare = SignedCheckpoint.sign(
                first.sent().proof().signed().checkpoint(), Keys.log("gob.mx/entente/us-mx/exchange"));
        SignedCheckpoint own = bare.with(List.of(org.entente.ledger.note.Cosignature.sign(
                bare.note().text(), Keys.witness("gob.mx/entente/us-mx/witness"), Story.BEGIN)));
        for (SignedCheckpoint signed : List.of(bare, own)) {
            Logged sent = new Logged(
                    first.sent().entry(),
                    new TlogProof(first.sent().proof().inclusion(), signed),
                    first.sent().opening());
            assertEquals(Reason.WITNESS_MISSING, reason(withFirst(first, sent)));
        }
    }

    @Test
    void anUnknownSignatureLineIsNotVerified() {
        Crossing first = bundle.crossings().getFirst();
        SignedCheckpoint signed = first.sent().proof().signed();
        Note stranger = Note.sign(signed.note().text(), Keys.log("c.example/log"));
        Logged sent = new Logged(
                first.sent().entry(),
                new TlogProof(first.sent().proof().inclusion(), signed.with(stranger.signatures())),
                first.sent().opening());
        assertEquals(Reason.UNKNOWN_SIGNATURE, reason(withFirst(first, sent)));
    }

    @Test
    void anAnswerToAnotherRequestOrInAnotherOrderIsNotVerified() {
        try (Story story = new Story(directory, 0)) {
            story.cross(Step.REQUEST, "MX", "US", "ask.request", Optional.empty());
            story.cross(Step.ANSWER, "US", "MX", "release.sealed", Optional.of("00".repeat(16)));
            assertEquals(Reason.STORY_DIFFERS, reason(story.bundle(0)));
        }
        Crossing request = bundle.crossings().get(0);
        Crossing answer = bundle.crossings().get(1);
        ProofBundle swapped = new ProofBundle(
                List.of(
                        new Crossing(Step.REQUEST, answer.header(), answer.key(), answer.sent(), answer.received()),
                        new Crossing(Step.ANSWER, request.header(), request.key(), request.sent(), request.received())),
                bundle.suggestedPolicy());
        assertEquals(Reason.STORY_DIFFERS, reason(swapped));
    }

    @Test
    void theSameEntryOnBothSidesIsNotTwoEntries() {
        Crossing first = bundle.crossings().getFirst();
        Crossing doubled = new Crossing(Step.REQUEST, first.header(), first.key(), first.sent(), first.sent());
        assertEquals(
                Reason.LEAF_DIFFERS,
                reason(new ProofBundle(List.of(doubled, bundle.crossings().get(1)), bundle.suggestedPolicy())));
    }

    @Test
    void anotherStandardReaderOpensTheArchive() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertArrayEquals(
                        Archive.read(bytes)
                                .getOrDefault(entry.getName(), Octets.utf8("absent"))
                                .toArray(),
                        zip.readAllBytes());
            }
        }
        assertEquals(List.copyOf(Archive.read(bytes).keySet()), names);
    }

    @Test
    void theStatementSpeaksBothLanguagesAndNamesBothLogs() {
        String statement = new String(
                Archive.read(bytes)
                        .getOrDefault("statement.txt", Octets.utf8(""))
                        .toArray(),
                StandardCharsets.UTF_8);
        assertTrue(statement.contains("It says nothing about whether the content is true."), statement);
        assertTrue(statement.contains("No dice nada sobre si el contenido es verdadero."), statement);
        assertTrue(statement.contains("entry 1 of the log gob.mx/entente/us-mx/exchange"), statement);
        assertTrue(statement.contains("campos no mostrados: 1"), statement);
    }

    @Test
    void aStoryWithoutAnAnswerIsNoBundle() {
        List<Crossing> alone = bundle.crossings().subList(0, 1);
        assertThrows(LedgerException.class, () -> new ProofBundle(alone, bundle.suggestedPolicy()));
    }

    private static ProofBundle withFirst(Crossing first, Logged sent) {
        List<Crossing> crossings = new ArrayList<>(bundle.crossings());
        crossings.set(0, new Crossing(first.step(), first.header(), first.key(), sent, first.received()));
        return new ProofBundle(crossings, bundle.suggestedPolicy());
    }

    private static Reason reason(ProofBundle forged) {
        return assertInstanceOf(Verdict.NotVerified.class, BundleCheck.check(forged.bytes(), POLICY))
                .reason();
    }

    /// The bundle a forger would build from these members, where they can be read at all.
    private static Optional<byte[]> remake(SortedMap<String, Octets> members) {
        try {
            return Optional.of(ProofBundle.read(members).bytes());
        } catch (LedgerException e) {
            return Optional.empty();
        }
    }
}
