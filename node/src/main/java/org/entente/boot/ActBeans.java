package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.act.ExchangePost;
import org.entente.act.KeyringSeals;
import org.entente.act.Operations;
import org.entente.act.Surroundings;
import org.entente.agreement.Agreements;
import org.entente.db.Transactions;
import org.entente.exchange.Desk;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OwnNode;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.Pseudonyms;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.prove.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room act. The inbox is made with the desks, so the room asks for it when the first proposal arrives.
@Configuration(proxyBeanMethods = false)
class ActBeans {
    /// An armed operation is disarmed within about this time of its window's end.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);

    @Bean
    Operations operations(
            Transactions transactions,
            Access access,
            Agreements agreements,
            Ledger ledger,
            Outbox outbox,
            ObjectProvider<Inbox> inbox,
            OwnNode own,
            Keyring keyring,
            PeerDirectory directory,
            Clock clock) {
        return new Operations(new Surroundings(
                transactions,
                access,
                agreements,
                ledger,
                new ExchangePost(outbox, inbox::getObject, new Pseudonyms(own)),
                new KeyringSeals(own.party(), keyring, directory),
                clock));
    }

    @Bean
    Desk actDesk(Operations operations) {
        return operations.desk();
    }

    @Bean
    Sweep actSweep(Operations operations) {
        return new Sweep("act", SWEEP_PAUSE, () -> operations.sweep(new Schedule("act")));
    }
}
