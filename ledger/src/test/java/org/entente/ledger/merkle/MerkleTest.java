package org.entente.ledger.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.entente.ledger.Base64Text;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Octets;
import org.entente.ledger.SharedData;
import org.entente.ledger.StrictText;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MerkleTest {
    /// The eight leaves and roots of the RFC 6962 reference tree, as in the Certificate Transparency test suites.
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void theReferenceTreeHasItsRoots() {
        List<Hash> leaves = leaves();
        for (int size = 1; size <= leaves.size(); size++) {
            assertEquals(ROOTS.get(size - 1), hex(Merkle.root(leaves.subList(0, size))));
        }
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hex(Merkle.EMPTY_ROOT));
    }

    @Test
    void madeProofsVerifyAndNoOtherIndexSizeOrRootDoes() {
        List<Hash> leaves = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            leaves.add(Merkle.leafHash(new byte[] {(byte) i}));
        }
        HashSource source =
                (height, index) -> Merkle.root(leaves.subList((int) index << height, (int) (index + 1) << height));
        for (int size = 1; size <= leaves.size(); size++) {
            Hash root = Merkle.root(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(source, index, size);
                assertTrue(proof.proves(leaves.get(index), root));
                assertFalse(proof.proves(leaves.get((index + 1) % 70), root));
            }
            for (int old = 1; old <= size; old++) {
                ConsistencyProof proof = ConsistencyProof.of(source, old, size);
                Hash oldRoot = Merkle.root(leaves.subList(0, old));
                assertTrue(proof.links(oldRoot, root), old + " to " + size);
                assertFalse(proof.links(leaves.get(69), root) && old != 1);
                assertEquals(old == size, proof.links(root, root));
            }
        }
    }

    @Test
    void inclusionVectorsAgree() {
        List<String> files = SharedData.files("merkle/testdata/inclusion");
        assertEquals(98, files.size());
        for (String file : files) {
            JsonNode vector = SharedData.json(file);
            assertEquals(!vector.get("wantErr").asBoolean(), includes(vector), file);
        }
    }

    @Test
    void consistencyVectorsAgree() {
        List<String> files = SharedData.files("merkle/testdata/consistency");
        assertEquals(98, files.size());
        for (String file : files) {
            JsonNode vector = SharedData.json(file);
            assertEquals(!vector.get("wantErr").asBoolean(), extendsOld(vector), file);
        }
    }

    private static boolean includes(JsonNode vector) {
        try {
            InclusionProof proof = new InclusionProof(
                    number(vector.get("leafIdx")), number(vector.get("treeSize")), hashes(vector.get("proof")));
            return proof.proves(hash(vector.get("leafHash")), hash(vector.get("root")));
        } catch (LedgerException e) {
            return false;
        }
    }

    private static boolean extendsOld(JsonNode vector) {
        try {
            ConsistencyProof proof = new ConsistencyProof(
                    number(vector.get("size1")), number(vector.get("size2")), hashes(vector.get("proof")));
            return proof.links(hash(vector.get("root1")), hash(vector.get("root2")));
        } catch (LedgerException e) {
            return false;
        }
    }

    private static List<Hash> hashes(JsonNode array) {
        List<Hash> hashes = new ArrayList<>();
        array.forEach(item -> hashes.add(hash(item)));
        return hashes;
    }

    /// Some vectors carry words instead of roots ("don't care"); equal words stay equal hashes.
    private static Hash hash(JsonNode text) {
        byte[] bytes = Base64Text.decode(text.asString(), Fault.HASH_MALFORMED);
        boolean words = bytes.length > 0 && bytes.length < Hash.SIZE_BYTES;
        return words ? Hash.sha256(bytes) : Hash.of(bytes);
    }

    private static long number(JsonNode value) {
        return StrictText.decimal(value.asString(), Fault.PROOF_MALFORMED);
    }

    private static List<Hash> leaves() {
        return LEAVES.stream()
                .map(leaf -> Merkle.leafHash(Octets.fromHex(leaf).toArray()))
                .toList();
    }

    private static String hex(Hash hash) {
        return Octets.of(hash.toArray()).hex();
    }
}
