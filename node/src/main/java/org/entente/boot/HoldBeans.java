package org.entente.boot;

import java.time.Clock;
import org.entente.access.Access;
import org.entente.db.Database;
import org.entente.hold.Holdings;
import org.entente.hold.Reviews;
import org.entente.hold.Uploads;
import org.entente.kernel.AgreementId;
import org.entente.prove.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room hold.
@Configuration(proxyBeanMethods = false)
class HoldBeans {
    @Bean
    Holdings holdings(Database database, Access access, Ledger ledger, AgreementId agreement, Clock clock) {
        return new Holdings(database, access, ledger, agreement, clock);
    }

    @Bean
    Reviews reviews(Database database, Access access, Ledger ledger, AgreementId agreement, Clock clock) {
        return new Reviews(database, access, ledger, agreement, clock);
    }

    @Bean
    Uploads uploads(Holdings holdings, Access access, NodeHome home) {
        return new Uploads(holdings, access, home.uploads());
    }
}
