package org.entente.boot;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.agreement.Institution;
import org.entente.db.Database;
import org.entente.exchange.Desk;
import org.entente.exchange.HttpEnvelopeTransport;
import org.entente.exchange.Inbox;
import org.entente.exchange.LeafEvidence;
import org.entente.exchange.Nudges;
import org.entente.exchange.Outbox;
import org.entente.exchange.OwnKeys;
import org.entente.exchange.Parcels;
import org.entente.exchange.PeerClient;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PeerEntries;
import org.entente.exchange.PeerParcels;
import org.entente.exchange.PeerWitnessTransport;
import org.entente.exchange.Proofs;
import org.entente.exchange.Pseudonyms;
import org.entente.exchange.SenderThreads;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.keys.Keyring;
import org.entente.ledger.note.Signer;
import org.entente.prove.LogKind;
import org.entente.prove.NodeLedger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/// Room exchange.
@Configuration(proxyBeanMethods = false)
class ExchangeBeans {
    /// Between two turns of fetching; a turn that has work goes on for seconds.
    private static final Duration PARCELS_PAUSE = Duration.ofMillis(500);

    @Bean
    OwnKeys ownNode(Keyring keyring, NodeConfig config, Agreements agreements, KeysBeans.LogSigners signers) {
        AgreementId id = config.agreementId();
        List<InstitutionId> own = agreements.current(id).text().institutions().stream()
                .map(Institution::id)
                .filter(one -> one.party().equals(config.ownParty()))
                .toList();
        Map<LogKind, Signer> logs = signers.logs();
        return new OwnKeys(
                keyring,
                new OwnKeys.Setup(
                        config.ownParty(),
                        config.agreementId(),
                        URI.create(config.peer().url()),
                        own,
                        () -> packs(agreements, id),
                        new OwnKeys.LogKeys(
                                key(logs, LogKind.EXCHANGE).key(),
                                key(logs, LogKind.DUTY).key(),
                                signers.witness().key())));
    }

    @Bean
    PeerDirectory peerDirectory(Database database, Access access, NodeLedger ledger, OwnKeys own, Clock clock) {
        return new PeerDirectory(database, access, ledger, own, clock);
    }

    @Bean(destroyMethod = "close")
    PeerClient peerClient(PeerDirectory directory, OwnKeys own) {
        return new PeerClient(directory, own.tls());
    }

    @Bean
    PeerWitnessTransport peerWitnessTransport(PeerDirectory directory, PeerClient client) {
        return new PeerWitnessTransport(directory, client);
    }

    @Bean
    Nudges nudges() {
        return new Nudges();
    }

    @Bean
    Pseudonyms pseudonyms(OwnKeys own) {
        return new Pseudonyms(own);
    }

    @Bean
    Outbox outbox(
            Database database, PeerDirectory directory, NodeLedger ledger, OwnKeys own, Clock clock, Nudges nudges) {
        return new Outbox(database, directory, ledger, own, clock, nudges);
    }

    @Bean
    @Lazy
    Inbox inbox(
            Database database, PeerDirectory directory, NodeLedger ledger, OwnKeys own, Clock clock, List<Desk> desks) {
        return new Inbox(database, directory, ledger, own, clock, desks);
    }

    @Bean
    LeafEvidence leafEvidence(NodeLedger ledger) {
        return new LedgerEvidence(ledger);
    }

    @Bean
    PeerEntries peerEntries(PeerClient client, LeafEvidence evidence) {
        return new PeerEntries(client, evidence);
    }

    @Bean
    Parcels parcels(Database database, Keyring keyring, NodeHome home, Clock clock) {
        Parcels parcels = new Parcels(database, keyring, home.parcels(), clock);
        parcels.sweep();
        return parcels;
    }

    @Bean
    PeerParcels peerParcels(PeerClient client, Parcels parcels, Clock clock) {
        return new PeerParcels(client, parcels, clock);
    }

    @Bean
    Sweep parcelsSweep(PeerParcels parcels) {
        return new Sweep("parcels", PARCELS_PAUSE, parcels::pull);
    }

    @Bean
    Proofs proofs(
            AgreementId agreement,
            Database database,
            Access access,
            NodeLedger ledger,
            PeerDirectory directory,
            OwnKeys own,
            PeerEntries entries) {
        return new Proofs(agreement, database, access, ledger, directory, own, entries);
    }

    @Bean
    Lifecycle senders(
            NodeConfig config,
            Database database,
            PeerDirectory directory,
            LeafEvidence evidence,
            PeerClient client,
            Nudges nudges,
            Clock clock) {
        // Made at start and not before: its threads run from the moment it is made.
        Senders senders = new Senders(() -> new SenderThreads(
                List.of(config.agreementId()),
                database,
                directory,
                evidence,
                new HttpEnvelopeTransport(client),
                nudges,
                clock));
        return new Lifecycle(Lifecycle.SENDERS, senders::start, senders::stop);
    }

    /// The hash of the pack in force, then of those before it.
    private static List<Bytes> packs(Agreements agreements, AgreementId id) {
        Bytes current = agreements.current(id).packHash();
        List<Bytes> packs = new ArrayList<>(List.of(current));
        for (Agreements.Version one : agreements.versions(id)) {
            if (one.agreement().packHash().equals(current)) {
                break;
            }
            // One that is only kept was never in force.
            if (!one.since().equals(Instant.MIN)) {
                packs.add(1, one.agreement().packHash());
            }
        }
        return packs;
    }

    private static Signer key(Map<LogKind, Signer> logs, LogKind kind) {
        Signer signer = logs.get(kind);
        if (signer == null) {
            throw new IllegalStateException("no signer for " + kind);
        }
        return signer;
    }
}
