package org.entente.blind.tags;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.entente.blind.BlindCode;
import org.entente.blind.BlindException;
import org.entente.blind.ByteString;
import org.entente.blind.Limits;
import org.entente.blind.PrfOutputs;
import org.entente.blind.PublicKey;

/// Collects the tags of one holding under one key and writes them once, sorted and padded, as a tag set with an id of
/// its own. Holds about 60 bytes an entry, twice that while it grows. Not thread-safe.
///
/// The caller gives each distinct value once, with its records in slots from 0 on: a set shows neither how often a
/// value occurs nor in which order values came, and protected persons must never be offered to it.
public final class TagSetBuilder {
    private final KeyScope scope;
    private final PublicKey publicKey;
    private final SecureRandom random;
    private final ByteString setId;
    private long[] tags = new long[TagLimits.ENTRY_COUNT_MIN];
    private byte[] sealedLabels = new byte[TagLimits.ENTRY_COUNT_MIN * Slot.SEALED_SIZE_BYTES];
    private int count;
    private boolean written;

    public TagSetBuilder(KeyScope scope, PublicKey publicKey, SecureRandom random) {
        this.scope = scope;
        this.publicKey = publicKey;
        this.random = random;
        byte[] id = new byte[TagSetHeader.SET_ID_SIZE_BYTES];
        random.nextBytes(id);
        this.setId = ByteString.copyOf(id);
    }

    /// The smallest padded count for so many entries: the next power of two, at least 1,024.
    public static int paddedCount(int entryCount) {
        Limits.check("entry count", entryCount, 0, TagLimits.ENTRY_COUNT_MAX);
        int least = Math.max(entryCount, TagLimits.ENTRY_COUNT_MIN);
        return Integer.highestOneBit(least - 1) << 1;
    }

    public ByteString setId() {
        return setId;
    }

    public int count() {
        return count;
    }

    /// Adds the record in `slot` (0 to 3) of the value behind output `index`.
    public void add(PrfOutputs outputs, int index, int slot, Label label) {
        Limits.check("entry count", count + 1L, 1, TagLimits.ENTRY_COUNT_MAX);
        requireUnwritten();
        if (count == tags.length) {
            tags = Arrays.copyOf(tags, count * 2);
            sealedLabels = Arrays.copyOf(sealedLabels, count * 2 * Slot.SEALED_SIZE_BYTES);
        }
        Slot place = new Slot(outputs, index, slot);
        tags[count] = place.tag();
        byte[] sealed = place.seal(setId, label);
        System.arraycopy(sealed, 0, sealedLabels, count * Slot.SEALED_SIZE_BYTES, sealed.length);
        count++;
    }

    /// Pads to `paddedCount`, sorts, and writes; returns the header to announce and log. Works once: a second set
    /// under the same id would show which entries are fillers.
    ///
    /// @param paddedCount a power of two, at least [#paddedCount(int)] of what was added
    public TagSetHeader write(OutputStream out, int paddedCount) throws IOException {
        requireUnwritten();
        Limits.check("padded count", paddedCount, paddedCount(count), TagLimits.ENTRY_COUNT_MAX);
        TagSetHeader unhashed = new TagSetHeader(
                publicKey, setId, scope, paddedCount, ByteString.copyOf(new byte[TagSetHeader.SHA256_SIZE_BYTES]));
        byte[] entries = entries(paddedCount);
        written = true;
        MessageDigest digest = TagSetHeader.digest();
        digest.update(unhashed.hashedPart());
        TagSetHeader header = unhashed.withSha256(digest.digest(entries));
        out.write(header.encoded());
        out.write(entries);
        return header;
    }

    private byte[] entries(int paddedCount) {
        requireDistinct(sorted(tags, count));
        long[] padded = Arrays.copyOf(tags, paddedCount);
        long[] order;
        do {
            for (int i = count; i < paddedCount; i++) {
                padded[i] = random.nextLong();
            }
            order = sorted(padded, paddedCount);
        } while (repeated(order) >= 0);
        byte[] filler = new byte[Slot.SEALED_SIZE_BYTES];
        ByteBuffer entries = ByteBuffer.allocate(paddedCount * TagSetHeader.ENTRY_SIZE_BYTES);
        for (int i = 0; i < paddedCount; i++) {
            int place = Arrays.binarySearch(order, padded[i] ^ Long.MIN_VALUE);
            entries.position(place * TagSetHeader.ENTRY_SIZE_BYTES).putLong(padded[i]);
            if (i < count) {
                entries.put(sealedLabels, i * Slot.SEALED_SIZE_BYTES, Slot.SEALED_SIZE_BYTES);
            } else {
                random.nextBytes(filler);
                entries.put(filler);
            }
        }
        return entries.array();
    }

    /// With the top bit flipped, signed order is unsigned order.
    private static long[] sorted(long[] tags, int count) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = tags[i] ^ Long.MIN_VALUE;
        }
        Arrays.sort(order);
        return order;
    }

    private static int repeated(long[] order) {
        for (int i = 1; i < order.length; i++) {
            if (order[i] == order[i - 1]) {
                return i;
            }
        }
        return -1;
    }

    private static void requireDistinct(long[] order) {
        int entry = repeated(order);
        if (entry >= 0) {
            throw new BlindException(BlindCode.TAG_REPEATED, "entry", entry);
        }
    }

    private void requireUnwritten() {
        if (written) {
            throw new BlindException(BlindCode.CLOSED, "what", "tag set builder");
        }
    }
}
