package org.entente.boot;

import java.time.Clock;
import org.entente.access.Absences;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.store.JooqAccounts;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.prove.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room access.
@Configuration(proxyBeanMethods = false)
class AccessBeans {
    @Bean
    Officers officers(Database database, NodeConfig config, Ledger ledger, AgreementId agreement, Clock clock) {
        return new Officers(database, new JooqAccounts(config.ownParty()), ledger, agreement, clock);
    }

    @Bean
    Absences absences(
            Database database, NodeConfig config, Access access, Ledger ledger, AgreementId agreement, Clock clock) {
        return new Absences(database, new JooqAccounts(config.ownParty()), access, ledger, agreement, clock);
    }

    @Bean
    Access access(Officers officers, Clock clock) {
        return new Access(officers, clock);
    }
}
