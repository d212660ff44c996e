package org.entente.blind.tags;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.ByteString;
import org.entente.blind.PublicKey;
import org.entente.blind.Suite;

/// What a tag set says of itself.
///
/// @param setId 16 random bytes, new for every set
/// @param entryCount with the fillers: all that the asker learns of the holding's size
/// @param sha256 over everything after it: set id, scope, public key, count and entries. It names the set in the log.
public record TagSetHeader(PublicKey publicKey, ByteString setId, KeyScope scope, int entryCount, ByteString sha256) {
    static final int SET_ID_SIZE_BYTES = 16;
    static final int SHA256_SIZE_BYTES = 32;
    static final int ENTRY_SIZE_BYTES = Slot.TAG_SIZE_BYTES + Slot.SEALED_SIZE_BYTES;

    /// Magic, hash and the length of the fields.
    static final int PREFIX_SIZE_BYTES = 50;

    private static final byte[] MAGIC = Fields.ascii("entente-tagset-1");
    private static final int HASH_START = MAGIC.length;
    private static final int HASHED_START = HASH_START + SHA256_SIZE_BYTES;

    public TagSetHeader {
        requireThat(setId.sizeBytes() == SET_ID_SIZE_BYTES, "set id", setId.sizeBytes());
        requireThat(sha256.sizeBytes() == SHA256_SIZE_BYTES, "hash", sha256.sizeBytes());
        requireThat(
                entryCount >= TagLimits.ENTRY_COUNT_MIN
                        && entryCount <= TagLimits.ENTRY_COUNT_MAX
                        && Integer.bitCount(entryCount) == 1,
                "entry count",
                entryCount);
    }

    public Suite suite() {
        return publicKey.suite();
    }

    /// The whole file: header and entries.
    public long sizeBytes() {
        return headerSizeBytes() + (long) entryCount * ENTRY_SIZE_BYTES;
    }

    int headerSizeBytes() {
        return PREFIX_SIZE_BYTES + fields().length;
    }

    byte[] encoded() {
        byte[] fields = fields();
        return ByteBuffer.allocate(PREFIX_SIZE_BYTES + fields.length)
                .put(MAGIC)
                .put(sha256.toByteArray())
                .putShort((short) fields.length)
                .put(fields)
                .array();
    }

    /// The part of the header that the hash covers.
    byte[] hashedPart() {
        byte[] encoded = encoded();
        return Arrays.copyOfRange(encoded, HASHED_START, encoded.length);
    }

    TagSetHeader withSha256(byte[] digest) {
        return new TagSetHeader(publicKey, setId, scope, entryCount, ByteString.copyOf(digest));
    }

    /// How many bytes follow the prefix before the entries.
    static int fieldsSizeBytes(byte[] prefix) {
        requireThat(prefix.length == PREFIX_SIZE_BYTES, "size", prefix.length);
        requireThat(Arrays.equals(MAGIC, Arrays.copyOf(prefix, MAGIC.length)), "magic", 0);
        int size = Short.toUnsignedInt(ByteBuffer.wrap(prefix).getShort(HASHED_START));
        requireThat(size <= TagLimits.HEADER_SIZE_BYTES_MAX, "header size", size);
        return size;
    }

    /// Parses prefix and fields; the hash is taken as it stands, and checked when the set is opened.
    static TagSetHeader parse(byte[] header) {
        byte[] prefix = Arrays.copyOf(header, Math.min(header.length, PREFIX_SIZE_BYTES));
        int size = fieldsSizeBytes(prefix);
        requireThat(header.length == PREFIX_SIZE_BYTES + size, "size", header.length);
        Fields fields = Fields.read(Arrays.copyOfRange(header, PREFIX_SIZE_BYTES, header.length));
        String identifier = new String(fields.next("suite"), StandardCharsets.ISO_8859_1);
        Suite suite = Suite.ofIdentifier(identifier).orElseThrow(() -> refused("suite", "unknown"));
        ByteString setId = ByteString.copyOf(fields.next("set id", SET_ID_SIZE_BYTES));
        KeyScope scope = KeyScope.parse(fields.next("key info"));
        PublicKey publicKey = PublicKey.of(suite, fields.next("public key", suite.elementSizeBytes()));
        int entryCount = fields.nextInt("entry count");
        fields.end();
        ByteString sha256 = ByteString.copyOf(prefix, HASH_START, SHA256_SIZE_BYTES);
        return new TagSetHeader(publicKey, setId, scope, entryCount, sha256);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible); // every Java platform has SHA-256
        }
    }

    static void requireThat(boolean holds, String reason, Object found) {
        if (!holds) {
            throw refused(reason, found);
        }
    }

    private static BlindException refused(String reason, Object found) {
        return new BlindException(BlindCode.TAG_SET_REFUSED, "reason", reason, "found", found);
    }

    private byte[] fields() {
        return Fields.encode(
                Fields.ascii(suite().identifier()),
                setId.toByteArray(),
                scope.encoded(),
                publicKey.encoding().toByteArray(),
                Fields.fourBytes(entryCount));
    }
}
