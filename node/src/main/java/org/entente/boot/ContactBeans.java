package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.contact.Contacts;
import org.entente.contact.Surroundings;
import org.entente.db.Transactions;
import org.entente.exchange.Outbox;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.paper.Press;
import org.entente.prove.Ledger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room contact.
@Configuration(proxyBeanMethods = false)
class ContactBeans {
    /// What crossed is in the list of contacts within about this time.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(5);

    @Bean
    Contacts contacts(
            NodeConfig config,
            Transactions transactions,
            Access access,
            Agreements agreements,
            Ledger ledger,
            Outbox outbox,
            Clock clock,
            Keyring keyring) {
        return new Contacts(
                new Surroundings(config.ownParty(), transactions, access, agreements, ledger, outbox::passed, clock),
                new Press(keyring));
    }

    @Bean
    Sweep contactSweep(Contacts contacts) {
        return new Sweep("contact", SWEEP_PAUSE, () -> contacts.sweep(new Schedule("contact")));
    }
}
