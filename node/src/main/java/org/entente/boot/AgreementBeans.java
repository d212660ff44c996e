package org.entente.boot;

import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room agreement: the pack in the node's folder. Its hash stands in the party file that the peer pinned.
@Configuration(proxyBeanMethods = false)
class AgreementBeans {
    @Bean
    Agreement agreement(NodeHome home, NodeConfig config) {
        return PackReader.read(home.of(config.pack()));
    }

    @Bean
    Agreements agreements(Agreement agreement) {
        return new Agreements(List.of(agreement));
    }
}
