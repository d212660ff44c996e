package org.entente.boot;

import java.time.Clock;
import java.util.List;
import org.entente.db.Database;
import org.entente.exchange.PeerDirectory;
import org.entente.exchange.PeerWitnessTransport;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.NodeLedger;
import org.entente.prove.PeerKeys;
import org.entente.prove.PeerWitness;
import org.entente.prove.WitnessTransport;
import org.entente.prove.store.JooqLeafRequests;
import org.entente.prove.store.JooqWitnessStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room prove. What it must know of the peer it asks of `exchange`, which is built on it: at each use, not when it is
/// made.
@Configuration(proxyBeanMethods = false)
class ProveBeans {
    @Bean
    PeerKeys peerKeys(ObjectProvider<PeerDirectory> directory) {
        return new PeerKeys() {
            @Override
            public List<VerifierKey> logs(AgreementId agreement) {
                return directory
                        .getObject()
                        .peer(agreement)
                        .map(peer ->
                                List.of(peer.file().exchangeLog(), peer.file().dutyLog()))
                        .orElse(List.of());
            }

            @Override
            public List<VerifierKey> witnesses(AgreementId agreement) {
                return directory
                        .getObject()
                        .peer(agreement)
                        .map(peer -> List.of(peer.file().witness()))
                        .orElse(List.of());
            }
        };
    }

    @Bean(destroyMethod = "close")
    NodeLedger ledger(
            AgreementId agreement,
            NodeHome home,
            KeysBeans.LogSigners signers,
            PeerKeys peer,
            Database database,
            ObjectProvider<PeerWitnessTransport> transport,
            Clock clock) {
        WitnessTransport witness =
                (AgreementId under, Bytes request) -> transport.getObject().addCheckpoint(under, request);
        return new NodeLedger(
                agreement, home.log(), signers.logs(), peer, database, new JooqLeafRequests(), witness, clock);
    }

    @Bean
    PeerWitness peerWitness(KeysBeans.LogSigners signers, PeerKeys peer, Database database, Clock clock) {
        return new PeerWitness(signers.witness(), peer, new JooqWitnessStore(database), clock);
    }

    @Bean
    Lifecycle logWork(NodeLedger ledger) {
        return new Lifecycle(Lifecycle.LOGS, ledger::start, () -> {});
    }
}
