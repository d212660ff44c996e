package org.entente.peer;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.exchange.Parcels;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerEntries;
import org.entente.exchange.PeerFindDesk;
import org.entente.exchange.PeerParcels;
import org.entente.exchange.TestNode;
import org.entente.prove.WitnessDesk;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// A node's two connectors on loopback: the peer door, and an officers' door of one page.
final class RunningNode implements AutoCloseable {
    final TestNode node;
    final KeyStore tls;
    final PeerClient client;
    final PeerEntries entries;
    final Parcels parcels;
    final PeerParcels peerParcels;
    final AtomicReference<WitnessDesk.Reply> witnessReply = new AtomicReference<>();
    private final ConfigurableApplicationContext context;
    private final PeerConnector connector;

    RunningNode(String code, Path folder) {
        node = new TestNode(code);
        tls = node.party.makeTls(folder);
        client = new PeerClient(node.directory, tls);
        entries = new PeerEntries(client, node.ledger);
        parcels = node.parcels(folder);
        peerParcels = new PeerParcels(client, parcels, node.clock());
        connector = new PeerConnector("127.0.0.1", 0, tls, node.directory);
        WitnessDesk witness = (_, _) -> witnessReply.get();
        PeerFindDesk find = (peer, operation, request) -> {
            if (operation.equals("broken")) {
                throw new IllegalStateException("broken");
            }
            return request;
        };
        SpringApplication application = new SpringApplication(Doors.class);
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("running", this);
            beans.registerSingleton("door", new PeerDoor(node.inbox, entries, witness, find, peerParcels, node.nudges));
        });
        application.setDefaultProperties(Map.of(
                "server.port", 0,
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn"));
        context = application.run();
        node.party.endpoint = URI.create("https://127.0.0.1:" + connector.port());
    }

    int officersPort() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    int peerPort() {
        return connector.port();
    }

    @Override
    public void close() {
        client.close();
        context.close();
        node.close();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Doors {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> peerTomcat(RunningNode running) {
            return factory -> {
                factory.addAdditionalConnectors(running.connector.connector());
                factory.addEngineValves(new PeerGate(running.connector));
            };
        }

        @Bean
        @Order(1)
        SecurityFilterChain peerChain(HttpSecurity http, RunningNode running) {
            return PeerSecurity.chain(http, running.node.directory);
        }

        @Bean
        @Order(2)
        SecurityFilterChain officersChain(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }

        @Bean
        OfficersPage officersPage() {
            return new OfficersPage();
        }
    }

    @RestController
    static class OfficersPage {
        @GetMapping("/page")
        String page() {
            return "for officers";
        }
    }
}
