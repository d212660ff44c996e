package org.entente.exchange;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.keys.KeyCode;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.ledger.Octets;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// This node under its one agreement, on its [Keyring]. Keys that are missing are made when this is constructed; the
/// keys of the logs and the witness belong to `prove`, which says what they are.
public final class OwnKeys implements OwnNode {
    private final Keyring keyring;
    private final Setup setup;
    private final Signer envelopeSigner;
    private final Instant expires;

    /// `packs` gives what [OwnNode#packs] says; `logs` are named `<host>/entente/<agreement>/...`; the envelope key
    /// takes its place beside them.
    public record Setup(
            Party party,
            AgreementId agreement,
            URI endpoint,
            List<InstitutionId> institutions,
            Supplier<List<Bytes>> packs,
            LogKeys logs) {
        public Setup {
            institutions = List.copyOf(institutions);
        }
    }

    /// What `prove` signs with.
    public record LogKeys(VerifierKey exchangeLog, VerifierKey dutyLog, VerifierKey witness) {}

    public OwnKeys(Keyring keyring, Setup setup) {
        this.keyring = keyring;
        this.setup = setup;
        List<KeyRole> perAgreement = List.of(KeyRole.ENVELOPE, KeyRole.TLS, KeyRole.PSEUDONYM);
        perAgreement.forEach(role -> make(new KeyId(role, setup.agreement().value())));
        for (InstitutionId institution : setup.institutions()) {
            make(new KeyId(KeyRole.INSTITUTION, institution.value()));
            make(new KeyId(KeyRole.INSTITUTION_SIGNING, institution.value()));
        }
        this.envelopeSigner = signer();
        this.expires = PinnedTls.certificate(keyring.publicKey(tlsKey()).toArray())
                .getNotAfter()
                .toInstant();
    }

    @Override
    public Party party() {
        return setup.party();
    }

    @Override
    public PartyFile partyFile(AgreementId agreement) {
        requireOurs(agreement);
        return new PartyFile(
                setup.party(),
                setup.agreement(),
                setup.endpoint(),
                keyring.publicKey(tlsKey()),
                setup.logs().exchangeLog(),
                setup.logs().dutyLog(),
                setup.logs().witness(),
                envelopeSigner.key(),
                setup.institutions().stream().map(this::institutionKey).toList(),
                packs(agreement).getFirst());
    }

    @Override
    public List<Bytes> packs(AgreementId agreement) {
        requireOurs(agreement);
        return setup.packs().get();
    }

    @Override
    public Signer envelopeSigner(AgreementId agreement) {
        requireOurs(agreement);
        return envelopeSigner;
    }

    @Override
    public byte[] unseal(
            InstitutionId institution, byte[] encapsulation, byte[] info, byte[] associatedData, byte[] wrapped)
            throws GeneralSecurityException {
        try {
            KeyId key = new KeyId(KeyRole.INSTITUTION, institution.value());
            return keyring.unseal(key, encapsulation, info, associatedData, wrapped);
        } catch (EntenteException failed) {
            if (failed.code() == KeyCode.SEAL_BROKEN) {
                throw new GeneralSecurityException(failed);
            }
            throw failed;
        }
    }

    @Override
    public Bytes derive(AgreementId agreement, String label) {
        requireOurs(agreement);
        return Bytes.of(keyring.derive(new KeyId(KeyRole.PSEUDONYM, agreement.value()), label));
    }

    /// The key and certificate of both ends of this node's mutual TLS.
    public KeyStore tls() {
        return keyring.tls(tlsKey());
    }

    private KeyId tlsKey() {
        return new KeyId(KeyRole.TLS, setup.agreement().value());
    }

    private void make(KeyId id) {
        if (!keyring.exists(id)) {
            keyring.create(id);
        }
    }

    /// Institution keys live as long as the certificate beside them in the party file.
    private InstitutionKey institutionKey(InstitutionId institution) {
        return new InstitutionKey(
                institution,
                keyring.publicKey(new KeyId(KeyRole.INSTITUTION, institution.value())),
                keyring.publicKey(new KeyId(KeyRole.INSTITUTION_SIGNING, institution.value())),
                expires);
    }

    private Signer signer() {
        KeyId id = new KeyId(KeyRole.ENVELOPE, setup.agreement().value());
        String log = setup.logs().exchangeLog().name();
        String name = log.substring(0, log.lastIndexOf('/') + 1) + "envelope";
        VerifierKey key = new VerifierKey(
                name, SignatureType.ED25519, Octets.of(keyring.publicKey(id).toArray()));
        return new Signer() {
            @Override
            public VerifierKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] message) {
                return keyring.sign(id, message).toArray();
            }
        };
    }

    private void requireOurs(AgreementId agreement) {
        if (!agreement.equals(setup.agreement())) {
            throw new EntenteException(ExchangeCode.PEER_UNKNOWN, agreement.value());
        }
    }
}
