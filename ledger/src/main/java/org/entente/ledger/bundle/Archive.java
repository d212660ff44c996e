package org.entente.ledger.bundle;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// A ZIP file with exactly one byte form for its members: names ascending, stored, dated 1980-01-01, no extra field, no
/// comment, no flag. The reader walks the local headers; whoever reads compares with what the writer makes of it.
final class Archive {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final short VERSION = 10;
    private static final short FIRST_DOS_DATE = 0x21;
    private static final int LOCAL_BYTES = 30;
    private static final int CENTRAL_BYTES = 46;
    private static final int END_BYTES = 22;

    private Archive() {}

    static byte[] write(SortedMap<String, Octets> members) {
        int sizeBytes = END_BYTES;
        for (Map.Entry<String, Octets> member : members.entrySet()) {
            int names = 2 * name(member.getKey()).length;
            sizeBytes += LOCAL_BYTES + CENTRAL_BYTES + names + member.getValue().sizeBytes();
        }
        ByteBuffer out = ByteBuffer.allocate(sizeBytes).order(ByteOrder.LITTLE_ENDIAN);
        Map<String, Integer> offsets = new TreeMap<>();
        members.forEach((name, content) -> {
            offsets.put(name, out.position());
            out.putInt(LOCAL);
            describe(out, name, content);
            out.put(name(name)).put(content.toArray());
        });
        int directory = out.position();
        members.forEach((name, content) -> {
            out.putInt(CENTRAL).putShort(VERSION);
            describe(out, name, content);
            out.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
            out.putInt(offsets.getOrDefault(name, 0)).put(name(name));
        });
        short count = (short) members.size();
        int directoryBytes = out.position() - directory;
        out.putInt(END).putInt(0).putShort(count).putShort(count);
        out.putInt(directoryBytes).putInt(directory).putShort((short) 0);
        return out.array();
    }

    static SortedMap<String, Octets> read(byte[] bytes) {
        if (bytes.length > Limits.BUNDLE_BYTES) {
            throw malformed("size");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        SortedMap<String, Octets> members = new TreeMap<>();
        while (in.remaining() >= LOCAL_BYTES && in.getInt(in.position()) == LOCAL) {
            int start = in.position();
            int sizeBytes = in.getInt(start + 18);
            int nameBytes = in.getShort(start + 26) & 0xffff;
            in.position(start + LOCAL_BYTES);
            if (sizeBytes < 0 || (long) nameBytes + sizeBytes > in.remaining()) {
                throw malformed("member size");
            }
            String name = new String(take(in, nameBytes), StandardCharsets.US_ASCII);
            Octets content = Octets.of(take(in, sizeBytes));
            if (in.getInt(start + 14) != crc(content)) {
                throw malformed("checksum of a member");
            }
            boolean isNew = members.put(name, content) == null;
            if (!isNew || members.size() > Limits.BUNDLE_MEMBERS) {
                throw malformed("member twice or too many");
            }
        }
        return members;
    }

    /// The part that local and central headers share: version to extra length.
    private static void describe(ByteBuffer out, String name, Octets content) {
        out.putShort(VERSION).putShort((short) 0).putShort((short) 0);
        out.putShort((short) 0).putShort(FIRST_DOS_DATE).putInt(crc(content));
        out.putInt(content.sizeBytes()).putInt(content.sizeBytes());
        out.putShort((short) name(name).length).putShort((short) 0);
    }

    private static int crc(Octets content) {
        CRC32 crc = new CRC32();
        crc.update(content.toArray());
        return (int) crc.getValue();
    }

    private static byte[] take(ByteBuffer in, int sizeBytes) {
        byte[] bytes = new byte[sizeBytes];
        in.get(bytes);
        return bytes;
    }

    private static byte[] name(String name) {
        return name.getBytes(StandardCharsets.US_ASCII);
    }

    private static LedgerException malformed(String fact) {
        return new LedgerException(Fault.BUNDLE_MALFORMED, fact);
    }
}
