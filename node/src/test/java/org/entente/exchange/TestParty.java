package org.entente.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.TestKeyring;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;

/// The keys of one party, in memory. `certificate` is any bytes unless a test of TLS sets it.
public final class TestParty implements OwnNode {
    public static final AgreementId AGREEMENT = new AgreementId("us-mx");
    static final Bytes PACK_HASH = Envelope.sha256("pack".getBytes(StandardCharsets.UTF_8));

    final Party party;
    final Ed25519Key envelopeKey;
    final Ed25519Key exchangeLogKey;
    final Ed25519Key dutyLogKey;
    final Ed25519Key witnessKey;
    final Map<InstitutionId, AsymmetricCipherKeyPair> sealing = new LinkedHashMap<>();
    final Map<InstitutionId, Bytes> signing = new HashMap<>();
    final Bytes pseudonymKey = Ids.random256();
    Bytes certificate = Ids.random256();
    public URI endpoint = URI.create("https://127.0.0.1:1");
    Instant institutionKeysExpire = Instant.parse("2030-01-01T00:00:00Z");
    public Bytes packHash = PACK_HASH;

    TestParty(String code) {
        party = new Party(code);
        envelopeKey = key("envelope", SignatureType.ED25519);
        exchangeLogKey = key("exchange", SignatureType.ED25519);
        dutyLogKey = key("duty", SignatureType.ED25519);
        witnessKey = key("witness", SignatureType.COSIGNATURE_V1);
        for (String name : List.of("central-authority", "second")) {
            InstitutionId id = institution(name);
            sealing.put(id, Sealing.hpke().generatePrivateKey());
            signing.put(id, Ids.random256());
        }
    }

    private Ed25519Key key(String role, SignatureType type) {
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        return Ed25519Key.ofSeed(
                party.code().toLowerCase(java.util.Locale.ROOT) + ".example/us-mx/" + role, type, seed);
    }

    /// Gives the party a real TLS key, kept in `folder`.
    public KeyStore makeTls(Path folder) {
        var keyring = TestKeyring.in(folder);
        KeyId id = new KeyId(KeyRole.TLS, AGREEMENT.value());
        keyring.create(id);
        certificate = keyring.publicKey(id);
        return keyring.tls(id);
    }

    InstitutionId institution(String name) {
        return new InstitutionId(party.code().toLowerCase(java.util.Locale.ROOT) + "-" + name);
    }

    InstitutionId centralAuthority() {
        return institution("central-authority");
    }

    public Officer operator(int number) {
        String prefix = party.code().toLowerCase(java.util.Locale.ROOT);
        return new Officer(
                new OfficerId(prefix + "-operator-" + number), party, centralAuthority(), "O", Set.of(Role.OPERATOR));
    }

    Signer exchangeLogSigner() {
        return exchangeLogKey;
    }

    @Override
    public Party party() {
        return party;
    }

    @Override
    public List<Bytes> packs(AgreementId agreement) {
        return List.of(packHash);
    }

    @Override
    public PartyFile partyFile(AgreementId agreement) {
        HPKE hpke = Sealing.hpke();
        List<InstitutionKey> keys = sealing.entrySet().stream()
                .map(entry -> new InstitutionKey(
                        entry.getKey(),
                        Bytes.of(hpke.serializePublicKey(entry.getValue().getPublic())),
                        java.util.Objects.requireNonNull(signing.get(entry.getKey())),
                        institutionKeysExpire))
                .toList();
        return new PartyFile(
                party,
                agreement,
                endpoint,
                certificate,
                exchangeLogKey.key(),
                dutyLogKey.key(),
                witnessKey.key(),
                envelopeKey.key(),
                keys,
                packHash);
    }

    @Override
    public Signer envelopeSigner(AgreementId agreement) {
        return envelopeKey;
    }

    @Override
    public byte[] unseal(
            InstitutionId institution, byte[] encapsulation, byte[] info, byte[] associatedData, byte[] wrapped)
            throws GeneralSecurityException {
        try {
            return Sealing.hpke()
                    .setupBaseR(encapsulation, sealing.get(institution), info)
                    .open(associatedData, wrapped);
        } catch (InvalidCipherTextException mismatch) {
            throw new GeneralSecurityException(mismatch);
        }
    }

    @Override
    public Bytes derive(AgreementId agreement, String label) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pseudonymKey.toArray(), "HmacSHA256"));
            return Bytes.of(mac.doFinal((agreement + "/" + label).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Peer asPeer(Clock clock) {
        return new Peer(partyFile(AGREEMENT), "", clock.instant());
    }
}
