package org.entente.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.entente.ledger.bundle.ProofBundle;
import org.entente.ledger.bundle.Story;
import org.entente.ledger.checkpoint.Judgement;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.leaf.Leaf;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.merkle.Merkle;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The examples in `spec/` are parsed as they stand and fit each other.
class SpecPagesTest {
    @Test
    void theLeafPageShowsALeafAndTheOpeningOfItsCommitment() {
        List<String> json = blocks("leaf.md", "json");
        Leaf.Exchange leaf = assertInstanceOf(Leaf.Exchange.class, Leaf.parse(line(json.get(0))));
        assertInstanceOf(Leaf.Duty.class, Leaf.parse(line(json.get(1))));
        Opening opening = Opening.parse(line(json.get(2)));
        assertEquals(leaf.commitment(), opening.commitment());
        assertEquals(1, opening.withheldCount());
    }

    @Test
    void theLogsPageShowsAProofAndAPolicyItMeets() {
        TlogProof proof = TlogProof.parse(bytes(blocks("logs.md", "tlog-proof").getFirst()));
        Policy policy = Policy.parse(bytes(blocks("logs.md", "policy").getFirst()));
        Leaf leaf = Leaf.parse(line(blocks("leaf.md", "json").getFirst()));
        assertInstanceOf(Judgement.Accepted.class, policy.judge(proof.signed()));
        assertTrue(proof.inclusion()
                .proves(
                        Merkle.leafHash(leaf.bytes().toArray()),
                        proof.signed().checkpoint().root()));
    }

    @Test
    void thePackageCommentShowsACheckpointAndItsKey() throws IOException {
        Path comment = Path.of(System.getProperty("entente.root", ".."))
                .resolve("ledger/src/main/java/org/entente/ledger/package-info.java");
        String text = Files.readString(comment).replaceAll("(?m)^/// ?", "");
        String example = text.substring(text.indexOf("```text\n") + "```text\n".length(), text.lastIndexOf("```"));
        String vkey = text.substring(text.indexOf("the key `") + "the key `".length(), text.indexOf("`:\n"));
        SignedCheckpoint signed = SignedCheckpoint.parse(bytes(example));
        assertInstanceOf(
                org.entente.ledger.note.Opening.Opened.class, signed.note().open(List.of(VerifierKey.parse(vkey))));
        assertEquals(Merkle.leafHash(bytes("entry")), signed.checkpoint().root());
    }

    @Test
    void theBundlePageShowsTheStatementAndTheMembers(@TempDir Path directory) {
        ProofBundle bundle = Story.told(directory, 0);
        String page = page("bundle.md");
        assertEquals(
                org.entente.ledger.bundle.Statement.in("en", bundle),
                blocks("bundle.md", "statement").getFirst());
        for (String member : List.of(".envelope", ".vkey", ".sent.leaf", ".received.tlog-proof", ".sent.opening")) {
            assertTrue(page.contains("1-request" + member), member);
        }
    }

    /// The files beside the page are the invented story, byte by byte: whoever writes a reader may test it with them.
    @Test
    void theExampleBundleIsTheStoryAndItsPolicy(@TempDir Path directory) throws IOException {
        Path example = Path.of(System.getProperty("entente.root", "..")).resolve("spec/example");
        assertArrayEquals(Story.told(directory, 0).bytes(), Files.readAllBytes(example.resolve("story.proof.zip")));
        assertEquals(Story.policy(0).text(), Files.readString(example.resolve("policy.txt")));
    }

    private static List<String> blocks(String page, String kind) {
        return Pattern.compile("```" + kind + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page(page))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String page(String name) {
        try {
            return Files.readString(Path.of(System.getProperty("entente.root", ".."))
                    .resolve("spec")
                    .resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] line(String block) {
        return bytes(block.strip());
    }

    private static byte[] bytes(String block) {
        return block.getBytes(StandardCharsets.UTF_8);
    }
}
