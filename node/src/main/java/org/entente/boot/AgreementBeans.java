package org.entente.boot;

import java.time.Clock;
import java.time.Instant;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackArchive;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.kernel.Bytes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room agreement: the pack in the node's folder, with which it began, and every later version. The hash of the one in
/// force stands in the party file.
@Configuration(proxyBeanMethods = false)
class AgreementBeans {
    @Bean
    PackArchive packArchive(NodeHome home) {
        return new PackArchive(home.law());
    }

    @Bean
    Agreements agreements(NodeHome home, NodeConfig config, PackArchive archive, Clock clock) {
        PackFiles configured = PackFiles.read(home.of(config.pack()));
        archive.keep(configured);
        Agreements agreements = new Agreements(clock);
        agreements.add(PackReader.read(configured), Instant.EPOCH);
        for (Bytes hash : archive.hashes()) {
            // Known for what was made under it; never in force since.
            agreements.add(PackReader.read(archive.read(hash)), Instant.MIN);
        }
        return agreements;
    }
}
