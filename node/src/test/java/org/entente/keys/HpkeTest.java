package org.entente.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HpkeTest {
    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /// RFC 9180 test vectors, base mode, KEM 0x0020, KDF 0x0001, AEAD 0x0002, sequence number 0.
    @Test
    void officialVectorOpens() {
        byte[] scalar = hex("497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d");
        byte[] encapsulated = hex("6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256");
        byte[] info = hex("4f6465206f6e2061204772656369616e2055726e");
        byte[] associated = hex("436f756e742d30");
        byte[] ciphertext =
                hex("e5d84cd531cfb583096e7cfa9641bd3079cf3a91cda813c52deb5f512be9931980a41de125a925cdad859d5b7a");
        byte[] plaintext = hex("4265617574792069732074727574682c20747275746820626561757479");
        assertArrayEquals(
                plaintext,
                Hpke.open(scalar, encapsulated, info, associated, ciphertext).orElseThrow());
        assertTrue(Hpke.open(scalar, encapsulated, associated, info, ciphertext).isEmpty());
    }
}
