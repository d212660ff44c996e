package org.entente.agreement.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PackSignaturesTest {
    private static final Party US = new Party("US");
    private static final Party MX = new Party("MX");
    private final PackFiles files = ShippedPack.files();
    private final Ed25519Key us = key("us.example/entente/us-mx/law", 1);
    private final Ed25519Key mx = key("mx.example/entente/us-mx/law", 2);
    private final Map<Party, List<VerifierKey>> keys = Map.of(US, List.of(us.key()), MX, List.of(mx.key()));

    @Test
    void oneSignsTheOtherAddsAndBothStandUnderThePack() {
        Bytes one = PackSignatures.sign(files, us);
        assertEquals(Set.of(US), PackSignatures.signers(files, one, keys));
        Bytes both = PackSignatures.add(files, one, mx);
        assertEquals(Set.of(US, MX), PackSignatures.signers(files, both, keys));
        assertEquals(both, PackSignatures.add(files, both, us));
    }

    @Test
    void aChangedPackLosesItsSignatures() {
        Bytes note = PackSignatures.sign(files, us);
        TreeMap<String, Bytes> changed = new TreeMap<>(files.files());
        changed.put(PackFiles.RULINGS, Bytes.of(new byte[] {'#', '\n'}));
        assertUnsigned(() -> PackSignatures.signers(new PackFiles(changed), note, keys));
        assertUnsigned(() -> PackSignatures.add(new PackFiles(changed), note, mx));
    }

    @Test
    void aForeignSignatureCountsForNobody() {
        Bytes note = PackSignatures.sign(files, key("other.example/law", 3));
        assertEquals(Set.of(), PackSignatures.signers(files, note, keys));
    }

    @Test
    void everyFlippedByteOfTheNoteLosesTheSignature() {
        Bytes note = PackSignatures.sign(files, us);
        for (int at = 0; at < note.sizeBytes(); at++) {
            byte[] bytes = note.toArray();
            bytes[at] ^= 1;
            Bytes mangled = Bytes.of(bytes);
            try {
                assertEquals(Set.of(), PackSignatures.signers(files, mangled, keys), "byte " + at);
            } catch (EntenteException refused) {
                assertEquals(AgreementCode.PACK_UNSIGNED, refused.code(), "byte " + at);
            }
        }
    }

    private static void assertUnsigned(Executable step) {
        assertEquals(
                AgreementCode.PACK_UNSIGNED,
                assertThrows(EntenteException.class, step).code());
    }

    private static Ed25519Key key(String name, int fill) {
        byte[] seed = new byte[32];
        Arrays.fill(seed, (byte) fill);
        return Ed25519Key.ofSeed(name, SignatureType.ED25519, seed);
    }
}
