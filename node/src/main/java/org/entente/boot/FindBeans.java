package org.entente.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.blind.Sodium;
import org.entente.blind.Suite;
import org.entente.blind.Voprf;
import org.entente.db.Transactions;
import org.entente.exchange.Desk;
import org.entente.exchange.Frames;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.OwnNode;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PeerFindDesk;
import org.entente.find.Discovery;
import org.entente.find.DiscoverySource;
import org.entente.find.ExchangeLink;
import org.entente.find.Parts;
import org.entente.find.PeerLink;
import org.entente.hold.Holdings;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.prove.Ledger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room find. The inbox is made with the desks, so the room asks for it when the first announcement arrives.
@Configuration(proxyBeanMethods = false)
class FindBeans {
    /// An announced set is fetched and accepted within about this time.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(1);

    @Bean
    Voprf voprf(NodeHome home, NodeConfig config) {
        String named = config.libsodium();
        return Voprf.of(Suite.RISTRETTO255_SHA512, named == null ? Sodium.load() : Sodium.load(home.of(named)));
    }

    @Bean
    PeerLink peerLink(
            OwnNode own, PeerDirectory directory, PeerClient client, Outbox outbox, ObjectProvider<Inbox> inbox) {
        return new ExchangeLink(own.party(), directory, new Frames(own, directory), client, outbox, inbox::getObject);
    }

    @Bean
    Discovery discovery(
            Transactions transactions,
            Access access,
            Ledger ledger,
            Agreements agreements,
            Keyring keyring,
            PeerLink link,
            Holdings holdings,
            Voprf voprf,
            NodeHome home,
            Clock clock) {
        try {
            Files.createDirectories(home.find());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Discovery(new Parts(
                transactions,
                access,
                ledger,
                agreements,
                keyring,
                link,
                DiscoverySource.of(holdings),
                voprf,
                home.find(),
                new SecureRandom(),
                clock));
    }

    @Bean
    Desk findDesk(Discovery discovery) {
        return discovery.desk();
    }

    @Bean
    PeerFindDesk findDoor(Discovery discovery) {
        return discovery.door();
    }

    @Bean
    Sweep findSweep(Discovery discovery) {
        return new Sweep("find", SWEEP_PAUSE, () -> discovery.sweep(new Schedule("find")));
    }
}
