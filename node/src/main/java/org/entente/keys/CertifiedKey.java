package org.entente.keys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
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

/// A P-256 key with a self-signed certificate. Trust comes from pinning the certificate. Material:
/// 4-byte size of the PKCS #8 key, the key, the certificate in DER.
final class CertifiedKey {
    /// What a certificate says of its use, beyond being no authority.
    record Use(ASN1ObjectIdentifier name, boolean critical, ASN1Encodable value) {}

    /// Both ends of mutual TLS.
    static final List<Use> SERVES_TLS = List.of(
            new Use(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)),
            new Use(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
            })));

    /// Content that its signer stands by: ETSI EN 319 412-2, 4.3.2 wants non-repudiation.
    static final List<Use> SIGNS_DOCUMENTS = List.of(
            new Use(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation)));

    private CertifiedKey() {}

    static byte[] fresh(String name, Instant now, SecureRandom random, List<Use> uses) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            var pair = generator.generateKeyPair();
            var subject = new X500NameBuilder().addRDN(BCStyle.CN, name).build();
            // 127 bits of serial number: RFC 5280, 4.1.2.2 wants it positive and unique.
            var builder = new JcaX509v3CertificateBuilder(
                            subject,
                            new BigInteger(127, random).setBit(0),
                            Date.from(now.minus(Duration.ofDays(1))),
                            Date.from(now.plus(Limits.CERTIFICATE_LIFE)),
                            subject,
                            pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            for (Use use : uses) {
                builder.addExtension(use.name(), use.critical(), use.value());
            }
            var certificate = builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()))
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

    static X509Certificate parsedCertificate(byte[] material) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate(material)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("we wrote this material", impossible);
        }
    }

    static PrivateKey privateKey(byte[] material) {
        var buffer = ByteBuffer.wrap(material);
        var key = new byte[buffer.getInt()];
        buffer.get(key);
        try {
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("we wrote this material", impossible);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    static byte[] sign(byte[] material, byte[] message) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(privateKey(material));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("ECDSA belongs to JDK 25", impossible);
        }
    }
}
