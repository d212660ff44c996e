package org.entente.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.bc.BcDigestCalculatorProvider;
import org.bouncycastle.util.CollectionStore;
import org.entente.keys.KeyId;
import org.entente.keys.Keyring;

/// The detached CMS of a signed PDF: ECDSA with SHA-256, the signer's certificate, and the attributes
/// that PAdES baseline B asks for: content type, message digest and the hash of the signing certificate
/// (RFC 5035). The time stands in the PDF, not here (ETSI EN 319 142-1, 6.3).
final class SignedMessage {
    private static final AlgorithmIdentifier ECDSA_WITH_SHA256 =
            new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    /// The usual sizes have one in two and one in four.
    private static final int TIMES_MAX = 1_000;

    private final Keyring keyring;
    private final KeyId key;

    SignedMessage(Keyring keyring, KeyId key) {
        this.keyring = keyring;
        this.key = key;
    }

    /// A size that two in a row have had.
    int usualSize() {
        int last = 0;
        int size = over(new byte[0]).length;
        while (size != last) {
            last = size;
            size = over(new byte[0]).length;
        }
        return size;
    }

    /// Of exactly that size. An ECDSA signature has 70 to 72 bytes in DER, half of them 71; the place
    /// in the PDF is left before it is known, and Bouncy Castle 1.87 reads no message with something
    /// behind it.
    byte[] over(byte[] content, int size) {
        for (int times = 0; times < TIMES_MAX; times++) {
            byte[] message = over(content);
            if (message.length == size) {
                return message;
            }
        }
        throw new IllegalStateException("no signature of that size in " + TIMES_MAX);
    }

    byte[] over(byte[] content) {
        try {
            var certificate = new X509CertificateHolder(keyring.publicKey(key).toArray());
            var generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(new SignerInfoGeneratorBuilder(new BcDigestCalculatorProvider())
                    .setSignedAttributeGenerator(
                            parameters -> new DefaultSignedAttributeTableGenerator(attributes(certificate))
                                    .getAttributes(parameters)
                                    .remove(CMSAttributes.signingTime))
                    .build(new KeyringSigner(), certificate));
            generator.addCertificates(new CollectionStore<>(List.of(certificate)));
            return generator
                    .generate(new CMSProcessableByteArray(content), false)
                    .getEncoded(ASN1Encoding.DER);
        } catch (IOException | CMSException | OperatorCreationException impossible) {
            throw new IllegalStateException("our own key and certificate", impossible);
        }
    }

    private static AttributeTable attributes(X509CertificateHolder certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            ASN1ObjectIdentifier name = PKCSObjectIdentifiers.id_aa_signingCertificateV2;
            var value = new SigningCertificateV2(new ESSCertIDv2(hash));
            var attributes = new ASN1EncodableVector();
            attributes.add(new Attribute(name, new DERSet(value)));
            return new AttributeTable(attributes);
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("SHA-256 belongs to JDK 25", impossible);
        }
    }

    /// The private key stays in the keyring; what is signed goes there.
    private final class KeyringSigner implements ContentSigner {
        private final ByteArrayOutputStream attributes = new ByteArrayOutputStream();

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return ECDSA_WITH_SHA256;
        }

        @Override
        public OutputStream getOutputStream() {
            return attributes;
        }

        @Override
        public byte[] getSignature() {
            return keyring.signDocument(key, attributes.toByteArray()).toArray();
        }
    }
}
