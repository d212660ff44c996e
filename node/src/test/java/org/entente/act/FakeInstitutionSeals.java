package org.entente.act;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;

/// Keys derived from the institution's name, so that two fakes agree.
final class FakeInstitutionSeals implements InstitutionSeals {
    private final Map<InstitutionId, Ed25519PrivateKeyParameters> keys = new HashMap<>();

    FakeInstitutionSeals(String... institutions) {
        for (String institution : institutions) {
            byte[] seed = new byte[32];
            SHA256Digest digest = new SHA256Digest();
            byte[] name = institution.getBytes(StandardCharsets.UTF_8);
            digest.update(name, 0, name.length);
            digest.doFinal(seed, 0);
            keys.put(new InstitutionId(institution), new Ed25519PrivateKeyParameters(seed));
        }
    }

    @Override
    public Bytes sign(InstitutionId own, Bytes message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, keys.get(own));
        signer.update(message.toArray(), 0, message.sizeBytes());
        return Bytes.of(signer.generateSignature());
    }

    @Override
    public Optional<Bytes> publicKey(AgreementId agreement, InstitutionId institution, Instant at) {
        return Optional.ofNullable(keys.get(institution))
                .map(key -> Bytes.of(key.generatePublicKey().getEncoded()));
    }

    @Override
    public Bytes signerKey(AgreementId agreement) {
        return Bytes.of(new byte[32]);
    }
}
