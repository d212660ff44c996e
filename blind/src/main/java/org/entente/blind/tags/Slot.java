package org.entente.blind.tags;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.blind.ByteString;
import org.entente.blind.Limits;
import org.entente.blind.PrfOutputs;

/// One of the four places that a PRF output gives: its tag, and the key of its label in one set. Key and nonce are
/// both derived, so one slot of one set seals one label ever; [TagSetBuilder] makes the set id and sees to that.
final class Slot {
    static final int TAG_SIZE_BYTES = 8;
    static final int SEALED_SIZE_BYTES = Label.SIZE_BYTES + 16;

    private static final int KEY_SIZE_BYTES = 32;
    private static final int NONCE_SIZE_BYTES = 12;
    private static final int AUTHENTICATION_SIZE_BITS = 128;

    private final PrfOutputs outputs;
    private final int index;
    private final byte number;

    Slot(PrfOutputs outputs, int index, int number) {
        this.outputs = outputs;
        this.index = index;
        this.number = (byte) Limits.check("slot", number, 0, TagLimits.SLOT_COUNT - 1);
    }

    /// 64 unsigned bits.
    long tag() {
        byte[] info = {'t', 'a', 'g', number};
        return ByteBuffer.wrap(outputs.expand(index, info, TAG_SIZE_BYTES)).getLong();
    }

    byte[] seal(ByteString setId, Label label) {
        try {
            return cipher(setId, Cipher.ENCRYPT_MODE).doFinal(label.encoded());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible); // fixed sizes, and every Java platform has AES-GCM
        }
    }

    /// Empty when the label was not sealed for this output, slot and set.
    Optional<Label> open(ByteString setId, byte[] sealed) {
        try {
            return Label.parse(cipher(setId, Cipher.DECRYPT_MODE).doFinal(sealed));
        } catch (AEADBadTagException otherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible); // as above
        }
    }

    private Cipher cipher(ByteString setId, int mode) throws GeneralSecurityException {
        byte[] label = {'l', 'a', 'b', 'e', 'l', number};
        byte[] info = Arrays.copyOf(label, label.length + setId.sizeBytes());
        System.arraycopy(setId.toByteArray(), 0, info, label.length, setId.sizeBytes());
        byte[] keyAndNonce = outputs.expand(index, info, KEY_SIZE_BYTES + NONCE_SIZE_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(keyAndNonce, 0, KEY_SIZE_BYTES, "AES"),
                new GCMParameterSpec(AUTHENTICATION_SIZE_BITS, keyAndNonce, KEY_SIZE_BYTES, NONCE_SIZE_BYTES));
        Arrays.fill(keyAndNonce, (byte) 0);
        return cipher;
    }
}
