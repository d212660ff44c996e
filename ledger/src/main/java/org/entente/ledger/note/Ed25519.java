package org.entente.ledger.note;

import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 (RFC 8032) under one written rule, so that no two verifiers can disagree:
///
/// 1. the public key A and the point R of the signature are canonical encodings (y below p, no "negative zero"),
/// 2. A and R lie in the subgroup of prime order L and are not its neutral element,
/// 3. S is below L,
/// 4. the equation holds.
///
/// With rule 2 the equation with and without the cofactor is the same equation. Honest keys and signatures always
/// pass. Where libraries stop at rule 4 they disagree on crafted input: of the 914 signatures in C2SP/CCTV the JDK
/// accepts 172 and Bouncy Castle 212, 86 in common.
public final class Ed25519 {
    public static final int KEY_BYTES = 32;
    public static final int SIGNATURE_BYTES = 64;

    /// L = 2^252 + 27742317777372353535851937790883648493, little-endian (RFC 8032, section 5.1).
    private static final byte[] ORDER =
            HexFormat.of().parseHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

    private Ed25519() {}

    public static boolean isSoundKey(byte[] publicKey) {
        return publicKey.length == KEY_BYTES && isSoundPoint(publicKey);
    }

    public static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        return isSoundKey(publicKey) && verifiesUnderSoundKey(publicKey, message, signature);
    }

    /// As [#verifies] for a key that passed [#isSoundKey] before.
    static boolean verifiesUnderSoundKey(byte[] publicKey, byte[] message, byte[] signature) {
        return signature.length == SIGNATURE_BYTES
                && isBelowOrder(signature)
                && isSoundPoint(Arrays.copyOf(signature, KEY_BYTES))
                && org.bouncycastle.math.ec.rfc8032.Ed25519.verify(
                        signature, 0, publicKey, 0, message, 0, message.length);
    }

    static byte[] publicKey(byte[] seed) {
        byte[] key = new byte[KEY_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.generatePublicKey(seed, 0, key, 0);
        return key;
    }

    static byte[] sign(byte[] seed, byte[] message) {
        byte[] signature = new byte[SIGNATURE_BYTES];
        org.bouncycastle.math.ec.rfc8032.Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    private static boolean isSoundPoint(byte[] encoded) {
        return org.bouncycastle.math.ec.rfc8032.Ed25519.validatePublicKeyFull(encoded, 0);
    }

    private static boolean isBelowOrder(byte[] signature) {
        for (int i = KEY_BYTES - 1; i >= 0; i--) {
            int difference = (signature[KEY_BYTES + i] & 0xff) - (ORDER[i] & 0xff);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }
}
