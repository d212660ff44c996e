package org.entente.boot;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.entente.kernel.AgreementId;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.prove.KeyringSigner;
import org.entente.prove.LogKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room keys, and the signers whose names the outside sees.
@Configuration(proxyBeanMethods = false)
class KeysBeans {
    /// The keys of `prove`: `<host>/entente/<agreement>/<log or witness>`.
    record LogSigners(Map<LogKind, Signer> logs, Signer witness) {}

    @Bean
    Keyring keyring(NodeHome home, NodeConfig config, Clock clock) {
        return new Keyring(home.keys(), NodeKey.read(home.of(config.nodeKeyFile())), clock);
    }

    @Bean
    LogSigners logSigners(Keyring keyring, NodeConfig config, AgreementId agreement) {
        String prefix = config.host() + "/entente/" + agreement + "/";
        Map<LogKind, Signer> logs = new EnumMap<>(LogKind.class);
        for (LogKind kind : LogKind.values()) {
            KeyRole role = switch (kind) {
                case EXCHANGE -> KeyRole.LOG_EXCHANGE;
                case DUTY -> KeyRole.LOG_DUTY;
            };
            logs.put(
                    kind,
                    new KeyringSigner(
                            keyring, new KeyId(role, agreement.value()), prefix + kind.word(), SignatureType.ED25519));
        }
        Signer witness = new KeyringSigner(
                keyring,
                new KeyId(KeyRole.WITNESS, agreement.value()),
                prefix + "witness",
                SignatureType.COSIGNATURE_V1);
        return new LogSigners(logs, witness);
    }
}
