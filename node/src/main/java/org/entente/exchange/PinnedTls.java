package org.entente.exchange;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.entente.kernel.EntenteException;
import org.entente.keys.TlsIdentity;

/// TLS that believes pinned certificates and nothing else: no authority, no host name, no dates. The handshake proves
/// that the other end holds the certificate's key; the pin proves whose certificate it is.
public final class PinnedTls {
    /// The one protocol spoken between nodes.
    public static final String PROTOCOL = "TLSv1.3";

    private PinnedTls() {}

    /// A context with this node's own key that trusts a certificate (DER) while `isPinned` says so; asked anew at
    /// every full handshake.
    public static SSLContext context(KeyStore own, Predicate<byte[]> isPinned) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, TlsIdentity.password());
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(keys.getKeyManagers(), new TrustManager[] {new Pins(isPinned)}, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new EntenteException(ExchangeCode.TLS_UNUSABLE, unusable, String.valueOf(unusable.getMessage()));
        }
    }

    static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException unusable) {
            throw new EntenteException(ExchangeCode.TLS_UNUSABLE, unusable, String.valueOf(unusable.getMessage()));
        }
    }

    /// Extends the class, not the interface: the JDK would wrap the interface with checks of name and algorithm that
    /// mean nothing for a pin.
    private static final class Pins extends X509ExtendedTrustManager {
        private final Predicate<byte[]> isPinned;

        private Pins(Predicate<byte[]> isPinned) {
            this.isPinned = isPinned;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !isPinned.test(chain[0].getEncoded())) {
                throw new CertificateException("certificate is not pinned");
            }
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        /// Empty, so that the peer sends the one certificate it has.
        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
