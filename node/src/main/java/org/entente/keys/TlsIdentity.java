package org.entente.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.time.Instant;

/// A P-256 key with a self-signed certificate for both ends of mutual TLS. Trust comes from pinning the certificate.
public final class TlsIdentity {
    /// The entry of the key store.
    public static final String ENTRY = "node";

    private static final String PASSWORD = "in memory only";

    private TlsIdentity() {}

    /// The password of the in-memory key store; it protects nothing and Java asks for one.
    public static char[] password() {
        return PASSWORD.toCharArray();
    }

    static byte[] fresh(String name, Instant now, SecureRandom random) {
        return CertifiedKey.fresh(name, now, random, CertifiedKey.SERVES_TLS);
    }

    static KeyStore keyStore(byte[] material) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, CertifiedKey.privateKey(material), password(), new Certificate[] {
                CertifiedKey.parsedCertificate(material)
            });
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("we wrote this material", impossible);
        }
    }
}
