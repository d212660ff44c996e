package org.entente.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private static final KeyId ENVELOPE = new KeyId(KeyRole.ENVELOPE, "us-mx");
    private static final KeyId INSTITUTION = new KeyId(KeyRole.INSTITUTION, "us-atf");
    private static final KeyId RELEASE = new KeyId(KeyRole.RELEASE, "0123456789abcdef");
    private static final KeyId FIND = new KeyId(KeyRole.FIND, "mx.7.rfc.illicit-finance");
    private static final KeyId TLS = new KeyId(KeyRole.TLS, "us");

    @TempDir
    Path folder;

    Keyring keyring;

    @BeforeEach
    void open() {
        keyring = TestKeyring.in(folder);
    }

    private static void assertCode(KeyCode code, Runnable work) {
        assertEquals(code, assertThrows(EntenteException.class, work::run).code());
    }

    @Test
    void signatureVerifiesUnderThePublicKey() {
        keyring.create(ENVELOPE);
        byte[] message = "an envelope".getBytes(UTF_8);
        byte[] signature = keyring.sign(ENVELOPE, message).toArray();
        var verifier = new Ed25519Signer();
        verifier.init(
                false,
                new Ed25519PublicKeyParameters(keyring.publicKey(ENVELOPE).toArray()));
        verifier.update(message, 0, message.length);
        assertTrue(verifier.verifySignature(signature));
    }

    @Test
    void documentKeySignsUnderItsCertificateAndDoesNothingElse() throws Exception {
        KeyId document = new KeyId(KeyRole.DOCUMENT, "us-atf");
        keyring.create(document);
        byte[] message = "signed attributes".getBytes(UTF_8);
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(keyring.publicKey(document).toArray()));
        var verifier = java.security.Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(certificate);
        verifier.update(message);
        assertTrue(verifier.verify(keyring.signDocument(document, message).toArray()));
        assertEquals("CN=us-atf", certificate.getSubjectX500Principal().getName());
        assertTrue(certificate.getKeyUsage()[0] && certificate.getKeyUsage()[1], "signs content");
        certificate.verify(certificate.getPublicKey());
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.tls(document));
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.sign(document, message));
        keyring.create(TLS);
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.signDocument(TLS, message));
    }

    @Test
    void keysOutliveTheKeyring() {
        keyring.create(ENVELOPE);
        var reopened = new Keyring(
                folder.resolve("keys"), NodeKey.read(folder.resolve("node.key")), java.time.InstantSource.system());
        assertEquals(keyring.publicKey(ENVELOPE), reopened.publicKey(ENVELOPE));
        assertEquals(Set.of("us-mx"), reopened.qualifiers(KeyRole.ENVELOPE));
        assertEquals(1, reopened.openAll());
    }

    @Test
    void secondCreationIsRefusedAndLeavesTheKey() {
        keyring.create(ENVELOPE);
        Bytes before = keyring.publicKey(ENVELOPE);
        assertCode(KeyCode.KEY_EXISTS, () -> keyring.create(ENVELOPE));
        assertEquals(before, keyring.publicKey(ENVELOPE));
    }

    @Test
    void absentKeyAndWrongUseAreToldApart() {
        assertCode(KeyCode.KEY_ABSENT, () -> keyring.sign(ENVELOPE, new byte[0]));
        assertCode(KeyCode.KEY_ABSENT, () -> keyring.rotate(ENVELOPE));
        keyring.create(RELEASE);
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.sign(RELEASE, new byte[0]));
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.publicKey(RELEASE));
        keyring.create(ENVELOPE);
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.derive(ENVELOPE, "label"));
        assertCode(KeyCode.KEY_WRONG_USE, () -> keyring.seed(RELEASE, Arena.ofAuto()));
    }

    private byte[][] sealTo(Bytes publicKey, String info, String associated, String plaintext) throws Exception {
        var suite = new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
        return suite.seal(
                suite.deserializePublicKey(publicKey.toArray()),
                info.getBytes(UTF_8),
                associated.getBytes(UTF_8),
                plaintext.getBytes(UTF_8),
                null,
                null,
                null);
    }

    @Test
    void whatWasSealedBeforeARotationOpensUntilTheEarlierKeyIsDestroyed() throws Exception {
        keyring.create(INSTITUTION);
        Bytes before = keyring.publicKey(INSTITUTION);
        byte[][] sealed = sealTo(before, "header", "", "body");
        keyring.rotate(INSTITUTION);
        assertNotEquals(before, keyring.publicKey(INSTITUTION));
        byte[] info = "header".getBytes(UTF_8);
        assertArrayEquals("body".getBytes(UTF_8), keyring.unseal(INSTITUTION, sealed[1], info, new byte[0], sealed[0]));
        keyring.destroyEarlier(INSTITUTION);
        assertCode(KeyCode.SEAL_BROKEN, () -> keyring.unseal(INSTITUTION, sealed[1], info, new byte[0], sealed[0]));
    }

    @Test
    void anyChangeOfASealedMessageIsRefused() throws Exception {
        keyring.create(INSTITUTION);
        byte[][] sealed = sealTo(keyring.publicKey(INSTITUTION), "header", "aad", "body");
        byte[] info = "header".getBytes(UTF_8);
        byte[] associated = "aad".getBytes(UTF_8);
        for (int part = 0; part < 2; part++) {
            for (int at = 0; at < sealed[part].length; at++) {
                byte[][] changed = {sealed[0].clone(), sealed[1].clone()};
                changed[part][at] ^= 1;
                assertCode(
                        KeyCode.SEAL_BROKEN,
                        () -> keyring.unseal(INSTITUTION, changed[1], info, associated, changed[0]));
            }
        }
        assertCode(KeyCode.SEAL_BROKEN, () -> keyring.unseal(INSTITUTION, sealed[1], associated, info, sealed[0]));
        assertCode(KeyCode.SEAL_BROKEN, () -> keyring.unseal(INSTITUTION, new byte[31], info, associated, sealed[0]));
        assertCode(KeyCode.SEAL_BROKEN, () -> keyring.unseal(INSTITUTION, new byte[32], info, associated, sealed[0]));
    }

    @Test
    void derivedBytesDependOnKeyAndLabelAlone() {
        var other = new KeyId(KeyRole.RELEASE, "other");
        keyring.create(RELEASE);
        keyring.create(other);
        byte[] derived = keyring.derive(RELEASE, "one");
        assertEquals(32, derived.length);
        assertArrayEquals(derived, keyring.derive(RELEASE, "one"));
        assertFalse(Arrays.equals(derived, keyring.derive(RELEASE, "two")));
        assertFalse(Arrays.equals(derived, keyring.derive(other, "one")));
    }

    @Test
    void encryptedContentOpensUntilItsKeyIsDestroyed() {
        keyring.create(RELEASE);
        byte[] content = "statement".getBytes(UTF_8);
        byte[] associated = "release 1".getBytes(UTF_8);
        byte[] first = keyring.encrypt(RELEASE, content, associated);
        assertFalse(Arrays.equals(first, keyring.encrypt(RELEASE, content, associated)), "a nonce repeats");
        assertArrayEquals(content, keyring.decrypt(RELEASE, first, associated));
        for (int at = 0; at < first.length; at++) {
            byte[] changed = first.clone();
            changed[at] ^= 1;
            assertCode(KeyCode.SEAL_BROKEN, () -> keyring.decrypt(RELEASE, changed, associated));
        }
        assertCode(KeyCode.SEAL_BROKEN, () -> keyring.decrypt(RELEASE, first, content));
        keyring.destroy(RELEASE);
        keyring.destroy(RELEASE);
        assertCode(KeyCode.KEY_ABSENT, () -> keyring.decrypt(RELEASE, first, associated));
    }

    @Test
    void seedGoesOnlyIntoTheCallersArena() {
        keyring.create(FIND);
        try (Arena arena = Arena.ofConfined()) {
            var seed = keyring.seed(FIND, arena);
            assertEquals(32, seed.byteSize());
            assertFalse(Arrays.equals(new byte[32], seed.toArray(ValueLayout.JAVA_BYTE)));
            assertArrayEquals(
                    seed.toArray(ValueLayout.JAVA_BYTE),
                    keyring.seed(FIND, arena).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    @Test
    void changedKeyFileIsRefusedAtEveryByte() throws IOException {
        keyring.create(ENVELOPE);
        Path file = folder.resolve("keys/envelope/us-mx@1");
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x40;
            Files.write(file, changed);
            assertCode(KeyCode.KEY_UNREADABLE, () -> keyring.publicKey(ENVELOPE));
            assertCode(KeyCode.KEY_UNREADABLE, keyring::openAll);
            Files.write(file, Arrays.copyOf(whole, at));
            assertCode(KeyCode.KEY_UNREADABLE, () -> keyring.publicKey(ENVELOPE));
        }
    }

    @Test
    void keyFileUnderAnotherNameIsRefused() throws IOException {
        keyring.create(ENVELOPE);
        Files.copy(folder.resolve("keys/envelope/us-mx@1"), folder.resolve("keys/envelope/us-ca@1"));
        assertCode(KeyCode.KEY_UNREADABLE, () -> keyring.publicKey(new KeyId(KeyRole.ENVELOPE, "us-ca")));
        Files.createDirectories(folder.resolve("keys/witness"));
        Files.copy(folder.resolve("keys/envelope/us-mx@1"), folder.resolve("keys/witness/us-mx@1"));
        assertCode(KeyCode.KEY_UNREADABLE, () -> keyring.publicKey(new KeyId(KeyRole.WITNESS, "us-mx")));
    }

    @Test
    void keyFilesAreTheOwnersAlone() throws IOException {
        keyring.create(ENVELOPE);
        assertEquals("rw-------", permissions("keys/envelope/us-mx@1"));
        assertEquals("rwx------", permissions("keys/envelope"));
        assertEquals("rw-------", permissions("node.key"));
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
    }

    @Test
    void anotherNodeKeyOpensNothing() {
        keyring.create(ENVELOPE);
        Path other = folder.resolve("other.key");
        NodeKey.create(other);
        var stranger = new Keyring(folder.resolve("keys"), NodeKey.read(other), java.time.InstantSource.system());
        assertCode(KeyCode.KEY_UNREADABLE, () -> stranger.publicKey(ENVELOPE));
    }

    @Test
    void nodeKeyFileMustBeWholeAndTheOwnersAlone() throws IOException {
        Path file = folder.resolve("node.key");
        assertCode(KeyCode.KEY_EXISTS, () -> NodeKey.create(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertCode(KeyCode.NODE_KEY_EXPOSED, () -> NodeKey.read(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "not hex digits");
        assertCode(KeyCode.NODE_KEY_MALFORMED, () -> NodeKey.read(file));
        Files.writeString(file, "z".repeat(64));
        assertCode(KeyCode.NODE_KEY_MALFORMED, () -> NodeKey.read(file));
        assertCode(KeyCode.NODE_KEY_ABSENT, () -> NodeKey.read(folder.resolve("none")));
    }

    @Test
    void mutualTlsHoldsBetweenPinnedCertificatesOnly() throws Exception {
        keyring.create(TLS);
        var other = new KeyId(KeyRole.TLS, "mx");
        keyring.create(other);
        SSLContext server = context(TLS, other);
        SSLContext client = context(other, TLS);
        try (var listening = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setNeedClientAuth(true);
            listening.setEnabledProtocols(new String[] {"TLSv1.3"});
            var reader = Thread.ofVirtual().start(() -> {
                try (var accepted = listening.accept()) {
                    accepted.getOutputStream().write(accepted.getInputStream().read());
                } catch (IOException refused) {
                    throw new AssertionError(refused);
                }
            });
            try (var socket = (SSLSocket) client.getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                socket.getOutputStream().write(42);
                assertEquals(42, socket.getInputStream().read());
                var peer = (X509Certificate) socket.getSession().getPeerCertificates()[0];
                assertEquals(keyring.publicKey(TLS), Bytes.of(peer.getEncoded()));
            }
            reader.join();
        }
    }

    private SSLContext context(KeyId own, KeyId pinned) throws Exception {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyring.tls(own), TlsIdentity.password());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "peer",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                keyring.publicKey(pinned).toArray())));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
