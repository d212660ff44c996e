package org.entente.blind.tags;

import org.entente.blind.Limits;

/// What one PRF key is for. Two scopes that differ anywhere have unrelated keys, so a key of one purpose cannot serve
/// another.
///
/// @param holder the node that holds the key and the records
/// @param asker the one node it answers
/// @param epoch counts the rotations, from 0
public record KeyScope(String holder, String asker, int epoch, String keyType, String purpose) {
    private static final byte[] DOMAIN = Fields.ascii("entente-find-key");
    private static final byte[] VERSION = {1};

    public KeyScope {
        Fields.checkName("holder", holder);
        Fields.checkName("asker", asker);
        Fields.checkName("key type", keyType);
        Fields.checkName("purpose", purpose);
        Limits.check("epoch", epoch, 0, Integer.MAX_VALUE);
    }

    /// The `info` of DeriveKeyPair.
    public byte[] encoded() {
        return Fields.encode(
                DOMAIN,
                VERSION,
                Fields.ascii(holder),
                Fields.ascii(asker),
                Fields.fourBytes(epoch),
                Fields.ascii(keyType),
                Fields.ascii(purpose));
    }

    /// Throws TAG_SET_REFUSED unless `encoded` is exactly one scope.
    public static KeyScope parse(byte[] encoded) {
        Fields fields = Fields.read(encoded);
        fields.nextIs("key domain", DOMAIN);
        fields.nextIs("key version", VERSION);
        String holder = fields.nextName("holder");
        String asker = fields.nextName("asker");
        int epoch = fields.nextInt("epoch");
        String keyType = fields.nextName("key type");
        String purpose = fields.nextName("purpose");
        fields.end();
        return new KeyScope(holder, asker, epoch, keyType, purpose);
    }
}
