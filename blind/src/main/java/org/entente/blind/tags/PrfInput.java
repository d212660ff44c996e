package org.entente.blind.tags;

import java.text.Normalizer;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.Limits;

/// One private input of FIND: a canonical value and the type that says how it was made canonical. Both nodes must
/// reach the same bytes for the same thing, or recall is lost without a sign.
///
/// @param value not empty, NFC, no control characters, at most 1,024 bytes in UTF-8. Never in a log: `toString` hides
///     it.
public record PrfInput(String keyType, String value) {
    private static final byte[] DOMAIN = Fields.ascii("entente-find");
    private static final byte[] VERSION = {1};

    public PrfInput {
        Fields.checkName("key type", keyType);
        Limits.check("value", Fields.utf8("value", value).length, 1, TagLimits.VALUE_SIZE_BYTES_MAX);
        if (!Normalizer.isNormalized(value, Normalizer.Form.NFC)) {
            throw new BlindException(BlindCode.TEXT_REFUSED, "what", "value", "reason", "not NFC");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new BlindException(BlindCode.TEXT_REFUSED, "what", "value", "reason", "control character");
        }
    }

    /// The octets that go into the PRF.
    public byte[] encoded() {
        return Fields.encode(DOMAIN, VERSION, Fields.ascii(keyType), Fields.utf8("value", value));
    }

    @Override
    public String toString() {
        return "PrfInput[" + keyType + "]";
    }
}
