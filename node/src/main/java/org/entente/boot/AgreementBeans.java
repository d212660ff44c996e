package org.entente.boot;

import java.time.Clock;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackArchive;
import org.entente.agreement.pack.PackFiles;
import org.entente.db.Database;
import org.entente.law.KnownVersions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room agreement: the pack in the node's folder, with which it began, and every later version. The
/// hash of the one in force stands in the party file.
@Configuration(proxyBeanMethods = false)
class AgreementBeans {
    @Bean
    PackArchive packArchive(NodeHome home) {
        return new PackArchive(home.law());
    }

    @Bean
    Agreements agreements(NodeHome home, NodeConfig config, PackArchive archive, Database database, Clock clock) {
        Agreements agreements = new Agreements(clock);
        PackFiles configured = PackFiles.read(home.of(config.pack()));
        KnownVersions.add(agreements, config.agreementId(), configured, archive, database);
        return agreements;
    }
}
