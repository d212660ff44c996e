package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackArchive;
import org.entente.db.Database;
import org.entente.exchange.Desk;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OwnKeys;
import org.entente.exchange.PeerDirectory;
import org.entente.kernel.Schedule;
import org.entente.law.Enactment;
import org.entente.law.ExchangePost;
import org.entente.law.Surroundings;
import org.entente.prove.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room law. The inbox is made with the desks, so the room asks for it when the first word arrives.
@Configuration(proxyBeanMethods = false)
class LawBeans {
    /// The clock puts a version in force; within about this time the log says so.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(10);

    @Bean
    Enactment enactment(
            NodeConfig config,
            Database database,
            Access access,
            Agreements agreements,
            PackArchive archive,
            Ledger ledger,
            Outbox outbox,
            ObjectProvider<Inbox> inbox,
            OwnKeys own,
            PeerDirectory directory,
            Clock clock) {
        return new Enactment(new Surroundings(
                config.ownParty(),
                database,
                access,
                agreements,
                archive,
                ledger,
                new ExchangePost(outbox, inbox::getObject, own, directory),
                clock));
    }

    @Bean
    Desk lawDesk(Enactment enactment) {
        return enactment.desk();
    }

    @Bean
    Sweep lawSweep(Enactment enactment) {
        return new Sweep("law", SWEEP_PAUSE, () -> enactment.sweep(new Schedule("law")));
    }
}
