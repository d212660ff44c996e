package org.entente.ledger.leaf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.merkle.Merkle;

/// A hiding commitment to named values, opened whole or field by field:
///
/// `c = HMAC-SHA-256(r, "entente/c1" | 00 | u64 number of fields | root)`
///
/// where root is the RFC 6962 tree hash over the fields in ascending order of their names, and a field is the strict
/// JSON `{"n":name,"r":salt,"v":value}`. Key and salts are exactly 32 random bytes each: HMAC pads a shorter key with
/// zeros, so a free length would break binding. Destroying them is what makes an erased value unknowable.
public final class Commitment {
    private static final byte[] LABEL = "entente/c1\0".getBytes(StandardCharsets.US_ASCII);

    private Commitment() {}

    /// One value under its own salt of 32 random bytes. Secret until disclosed.
    public record Field(String name, Hash salt, String value) {
        public Field {
            if (name.isEmpty() || name.length() > 64) {
                throw new LedgerException(Fault.OPENING_MALFORMED, "field name");
            }
        }

        Hash hash() {
            byte[] json = Json.members()
                    .with("n", name)
                    .with("r", salt.base64Url())
                    .with("v", value)
                    .build()
                    .encode()
                    .toArray();
            return Merkle.leafHash(json);
        }

        @Override
        public String toString() {
            return "Field[" + name + "]";
        }
    }

    /// The commitment under `key`, 32 random bytes. Names ascend and differ.
    public static Hash of(Hash key, List<Field> fields) {
        return discloseAll(key, fields).commitment();
    }

    /// An opening that shows every field.
    public static Opening discloseAll(Hash key, List<Field> fields) {
        return new Opening(
                key, fields.stream().map(Shown::new).map(Part.class::cast).toList());
    }

    /// An opening that shows the fields of these names and, of the others, only their hashes.
    public static Opening disclose(Hash key, List<Field> fields, Set<String> names) {
        check(discloseAll(key, fields).parts());
        List<Part> parts = new ArrayList<>();
        for (Field field : fields) {
            parts.add(names.contains(field.name()) ? new Shown(field) : new Withheld(field.hash()));
        }
        return new Opening(key, parts);
    }

    /// A place in an opening.
    public sealed interface Part {
        Hash hash();
    }

    public record Shown(Field field) implements Part {
        @Override
        public Hash hash() {
            return field.hash();
        }
    }

    public record Withheld(Hash hash) implements Part {}

    static Hash mac(Hash key, List<Part> parts) {
        Hash root = Merkle.root(parts.stream().map(Part::hash).toList());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA256"));
            mac.update(LABEL);
            mac.update(ByteBuffer.allocate(Long.BYTES).putLong(parts.size()).array());
            return Hash.of(mac.doFinal(root.toArray()));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    static void check(List<Part> parts) {
        List<String> names = parts.stream()
                .filter(Shown.class::isInstance)
                .map(part -> ((Shown) part).field().name())
                .toList();
        boolean ascending = names.stream().sorted().distinct().toList().equals(names);
        if (parts.isEmpty() || parts.size() > Limits.COMMITMENT_FIELDS || !ascending) {
            throw new LedgerException(Fault.OPENING_MALFORMED, "fields");
        }
    }
}
