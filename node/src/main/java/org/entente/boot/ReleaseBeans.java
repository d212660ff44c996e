package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.ask.WhoKnows;
import org.entente.db.Transactions;
import org.entente.exchange.Desk;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.hold.Holdings;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.prove.Ledger;
import org.entente.release.Challenges;
import org.entente.release.ExchangePost;
import org.entente.release.OwnStatements;
import org.entente.release.Releases;
import org.entente.release.Surroundings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room release. The inbox is made with the desks, so the room asks for it when the first release arrives.
@Configuration(proxyBeanMethods = false)
class ReleaseBeans {
    /// A recall is attested within about this time.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);

    @Bean
    Surroundings releaseSurroundings(
            Transactions transactions,
            Access access,
            Agreements agreements,
            Ledger ledger,
            Holdings holdings,
            Outbox outbox,
            ObjectProvider<Inbox> inbox,
            ObjectProvider<WhoKnows> whoKnows,
            Clock clock) {
        return new Surroundings(
                transactions,
                access,
                agreements,
                ledger,
                (officer, ids, purpose) -> holdings.releasable(officer, ids, purpose).stream()
                        .map(held -> new OwnStatements.Own(held.statement(), held.status()))
                        .toList(),
                new ExchangePost(outbox, inbox::getObject),
                clock,
                officer -> whoKnows.getObject().hidden(officer));
    }

    @Bean
    Releases releases(Surroundings releaseSurroundings, Keyring keyring) {
        return new Releases(releaseSurroundings, keyring);
    }

    @Bean
    Challenges challenges(Surroundings releaseSurroundings) {
        return new Challenges(releaseSurroundings);
    }

    @Bean
    Desk releaseDesk(Releases releases) {
        return releases.desk();
    }

    @Bean
    Sweep releaseSweep(Releases releases) {
        return new Sweep("release", SWEEP_PAUSE, () -> releases.sweep(new Schedule("release")));
    }
}
