package org.entente.keys;

import java.util.Locale;

/// What a key is for. One key serves one role: a signature of one role can never be taken for another's.
public enum KeyRole {
    /// Checkpoints of the EXCHANGE log; qualifier = agreement. C2SP note key.
    LOG_EXCHANGE(KeyKind.ED25519),
    /// Checkpoints of the DUTY log; qualifier = agreement. C2SP note key.
    LOG_DUTY(KeyKind.ED25519),
    /// Cosignatures on the peer's logs; qualifier = agreement. C2SP cosignature/v1 key.
    WITNESS(KeyKind.ED25519),
    /// Envelope headers, receipts and the party file; qualifier = agreement. C2SP note key.
    ENVELOPE(KeyKind.ED25519),
    /// The peer connector; qualifier = the name in the certificate.
    TLS(KeyKind.TLS_P256),
    /// Bodies sealed to an institution of ours (HPKE); qualifier = institution.
    INSTITUTION(KeyKind.X25519),
    /// Signatures of an institution under consents; qualifier = institution.
    INSTITUTION_SIGNING(KeyKind.ED25519),
    /// Signatures of an institution under its papers (PAdES); qualifier = institution.
    DOCUMENT(KeyKind.DOCUMENT_P256),
    /// Rule packs; qualifier = agreement.
    AGREEMENT(KeyKind.ED25519),
    /// The seed of a FIND key; qualifier = peer, epoch, key type and purpose joined by dots.
    FIND(KeyKind.SECRET),
    /// Content of one release; qualifier = release. Destroying it destroys the content.
    RELEASE(KeyKind.SECRET),
    /// The content key of one parcel; qualifier = parcel. Destroying it destroys the content.
    PARCEL(KeyKind.SECRET),
    /// Case pseudonyms; qualifier = agreement.
    PSEUDONYM(KeyKind.SECRET),
    /// Salts of leaf commitments; qualifier chosen by `prove`.
    COMMITMENT(KeyKind.SECRET),
    /// Envelope bodies at rest; qualifier chosen by `exchange`.
    BODY(KeyKind.SECRET);

    private final KeyKind kind;

    KeyRole(KeyKind kind) {
        this.kind = kind;
    }

    KeyKind kind() {
        return kind;
    }

    /// The role's folder: "log-exchange".
    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
