package org.entente.boot;

import java.time.Clock;
import org.entente.db.Database;
import org.entente.db.DatabaseConfig;
import org.entente.kernel.AgreementId;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The wiring of a node: one configuration class per room, every bean explicit, no component scan.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@Import({
    KeysBeans.class,
    ProveBeans.class,
    AgreementBeans.class,
    AccessBeans.class,
    ExchangeBeans.class,
    HoldBeans.class,
    ReleaseBeans.class,
    FindBeans.class,
    AskBeans.class,
    ContactBeans.class,
    ActBeans.class,
    ApiBeans.class,
    ConsoleBeans.class,
    PeerBeans.class
})
class NodeApplication {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    AgreementId agreementId(NodeConfig config) {
        return config.agreementId();
    }

    @Bean(destroyMethod = "close")
    Database database(NodeHome home, NodeConfig config) {
        return Database.open(databaseConfig(home, config));
    }

    static DatabaseConfig databaseConfig(NodeHome home, NodeConfig config) {
        NodeConfig.External external = config.database();
        if (external == null) {
            String folder = config.postgresFolder() == null ? "postgres" : config.postgresFolder();
            return new DatabaseConfig.Embedded(home.postgres(), home.of(folder));
        }
        return new DatabaseConfig.External(
                external.url(), external.user(), SecretFile.read(home.of(external.passwordFile())));
    }
}
