package org.entente.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// A P-256 key with a self-signed certificate for both ends of mutual TLS. Trust comes from pinning the certificate.
/// Material: 4-byte size of the PKCS #8 key, the key, the certificate in DER.
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
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
            // 127 bits of serial number: RFC 5280, 4.1.2.2 wants it positive and unique.
            var certificate = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, random).setBit(0),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(Limits.CERTIFICATE_LIFE)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
                    .getEncoded();
            byte[] key = pair.getPrivate().getEncoded();
            return ByteBuffer.allocate(Integer.BYTES + key.length + certificate.length)
                    .putInt(key.length)
                    .put(key)
                    .put(certificate)
                    .array();
        } catch (GeneralSecurityException | OperatorCreationException | IOException impossible) {
            throw new IllegalStateException("P-256 and ECDSA belong to JDK 25", impossible);
        }
    }

    static byte[] certificate(byte[] material) {
        var buffer = ByteBuffer.wrap(material);
        buffer.position(Integer.BYTES + buffer.getInt());
        var certificate = new byte[buffer.remaining()];
        buffer.get(certificate);
        return certificate;
    }

    static KeyStore keyStore(byte[] material) {
        var buffer = ByteBuffer.wrap(material);
        var key = new byte[buffer.getInt()];
        buffer.get(key);
        try {
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            Certificate certificate = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate(material)));
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ENTRY, privateKey, password(), new Certificate[] {certificate});
            return store;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("we wrote this material", impossible);
        }
    }
}
