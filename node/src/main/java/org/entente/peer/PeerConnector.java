package org.entente.peer;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.function.Predicate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PinnedTls;
import org.entente.kernel.EntenteException;

/// The second connector of the node's Tomcat: TLS 1.3 only, a client certificate always, and only a pinned one.
/// There is no plain variant to switch on.
public final class PeerConnector {
    /// A stranger can hold a connection until its handshake is refused or silent too long; the peer needs a handful.
    private static final int CONNECTIONS = 256;
    private static final int HEADER_BYTES = 8 << 10;
    private static final int IDLE_MILLIS = 60_000;
    /// A peer that has a certificate and sends nothing is cut off after this.
    private static final int SILENCE_MILLIS = 20_000;

    private final Connector connector;

    /// `port` 0 takes a free one.
    ///
    /// @throws EntenteException PEER_ADDRESS if `address` is no address of this machine's
    public PeerConnector(String address, int port, KeyStore own, PeerDirectory directory) {
        connector = new Connector(Http11NioProtocol.class.getName());
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setXpoweredBy(false);
        connector.setEnableLookups(false);
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setAddress(resolve(address));
        protocol.setSSLEnabled(true);
        protocol.setExecutor(new VirtualThreadExecutor("peer-"));
        protocol.setMaxConnections(CONNECTIONS);
        protocol.setMaxHttpRequestHeaderSize(HEADER_BYTES);
        protocol.setConnectionTimeout(SILENCE_MILLIS);
        protocol.setKeepAliveTimeout(IDLE_MILLIS);
        protocol.addSslHostConfig(
                hostConfig(own, der -> directory.byCertificate(der).isPresent()));
    }

    /// For the server factory to add.
    public Connector connector() {
        return connector;
    }

    /// The port it listens on; negative before the server has started.
    public int port() {
        return connector.getLocalPort();
    }

    private static InetAddress resolve(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            throw new EntenteException(PeerCode.PEER_ADDRESS, unknown, address);
        }
    }

    private static SSLHostConfig hostConfig(KeyStore own, Predicate<byte[]> isPinned) {
        SSLHostConfig config = new SSLHostConfig();
        config.setProtocols(PinnedTls.PROTOCOL);
        config.setCertificateVerification("required");
        var certificate = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.EC);
        certificate.setSslContext(new Pinned(PinnedTls.context(own, isPinned)));
        config.addCertificate(certificate);
        return config;
    }

    /// Tomcat's face of a context that is already set up.
    private record Pinned(SSLContext context) implements org.apache.tomcat.util.net.SSLContext {
        @Override
        public void init(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
            throw new UnsupportedOperationException("set up already");
        }

        @Override
        public void destroy() {}

        @Override
        public SSLSessionContext getServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        public SSLEngine createSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        public SSLServerSocketFactory getServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        public SSLParameters getSupportedSSLParameters() {
            return context.getSupportedSSLParameters();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
