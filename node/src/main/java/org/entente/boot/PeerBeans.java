package org.entente.boot;

import org.entente.exchange.Inbox;
import org.entente.exchange.Nudges;
import org.entente.exchange.OwnKeys;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PeerEntries;
import org.entente.exchange.PeerFindDesk;
import org.entente.exchange.PeerParcels;
import org.entente.peer.PeerConnector;
import org.entente.peer.PeerDoor;
import org.entente.peer.PeerGate;
import org.entente.peer.PeerSecurity;
import org.entente.prove.WitnessDesk;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/// Door peer: a connector of its own, mutual TLS 1.3, pinned certificates.
@Configuration(proxyBeanMethods = false)
class PeerBeans {
    @Bean
    PeerConnector peerConnector(NodeConfig config, OwnKeys own, PeerDirectory directory) {
        return new PeerConnector(config.peer().address(), config.peer().port(), own.tls(), directory);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> peerTomcat(PeerConnector connector) {
        return factory -> {
            factory.addAdditionalConnectors(connector.connector());
            factory.addEngineValves(new PeerGate(connector));
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain peerChain(HttpSecurity http, PeerDirectory directory) {
        return PeerSecurity.chain(http, directory);
    }

    @Bean
    PeerDoor peerDoor(
            Inbox inbox,
            PeerEntries entries,
            WitnessDesk witness,
            PeerFindDesk find,
            PeerParcels parcels,
            Nudges nudges) {
        return new PeerDoor(inbox, entries, witness, find, parcels, nudges);
    }
}
