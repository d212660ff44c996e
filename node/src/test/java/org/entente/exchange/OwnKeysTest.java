package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.keys.Keyring;
import org.entente.keys.TestKeyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnKeysTest {
    private static final InstitutionId ATF = new InstitutionId("us-atf");
    private static final byte[] INFO = "info".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Keyring keyring;
    private OwnKeys keys;

    @BeforeEach
    void make() {
        keyring = TestKeyring.in(folder);
        keys = new OwnKeys(keyring, setup());
    }

    private static OwnKeys.Setup setup() {
        TestParty logs = LOGS;
        return new OwnKeys.Setup(
                new Party("US"),
                TestParty.AGREEMENT,
                URI.create("https://127.0.0.1:8443"),
                List.of(new InstitutionId("us-central-authority"), ATF),
                () -> List.of(TestParty.PACK_HASH),
                new OwnKeys.LogKeys(logs.exchangeLogKey.key(), logs.dutyLogKey.key(), logs.witnessKey.key()));
    }

    private static final TestParty LOGS = new TestParty("US");

    @Test
    void thePartyFileIsSignedByTheEnvelopeKeyBesideTheLogsName() {
        PartyFile file = keys.partyFile(TestParty.AGREEMENT);
        assertEquals("us.example/us-mx/envelope", file.envelope().name());
        assertEquals(file, PartyFile.parse(file.sign(keys.envelopeSigner(TestParty.AGREEMENT))));
    }

    @Test
    void keysOutliveARestart() {
        assertEquals(keys.partyFile(TestParty.AGREEMENT), new OwnKeys(keyring, setup()).partyFile(TestParty.AGREEMENT));
    }

    @Test
    void whatIsSealedToThePublishedKeyOpens() throws GeneralSecurityException, InvalidCipherTextException {
        InstitutionKey key =
                keys.partyFile(TestParty.AGREEMENT).institution(ATF).orElseThrow();
        var hpke = Sealing.hpke();
        var context = hpke.setupBaseS(hpke.deserializePublicKey(key.sealingKey().toArray()), INFO);
        byte[] wrapped = context.seal(new byte[0], new byte[] {1, 2, 3});
        assertArrayEquals(
                new byte[] {1, 2, 3}, keys.unseal(ATF, context.getEncapsulation(), INFO, new byte[0], wrapped));
        assertThrows(
                GeneralSecurityException.class,
                () -> keys.unseal(ATF, context.getEncapsulation(), new byte[0], new byte[0], wrapped));
        assertThrows(
                GeneralSecurityException.class,
                () -> keys.unseal(
                        new InstitutionId("us-central-authority"),
                        context.getEncapsulation(),
                        INFO,
                        new byte[0],
                        wrapped));
    }

    @Test
    void derivedValuesDependOnTheLabel() {
        assertEquals(keys.derive(TestParty.AGREEMENT, "a"), keys.derive(TestParty.AGREEMENT, "a"));
        assertNotEquals(keys.derive(TestParty.AGREEMENT, "a"), keys.derive(TestParty.AGREEMENT, "b"));
    }

    @Test
    void anotherAgreementIsNotOurs() {
        assertThrows(EntenteException.class, () -> keys.partyFile(new AgreementId("us-ca")));
    }
}
