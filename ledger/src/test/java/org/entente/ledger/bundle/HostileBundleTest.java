package org.entente.ledger.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.ledger.Keys;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.note.Cosignatures;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.verify.Verify;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever bytes come, the program gives one of its three answers, in bounded memory and time.
class HostileBundleTest {
    private static final long SEED = Long.getLong("entente.seed", System.nanoTime());
    private static final int MANGLED_COUNT = 600;
    private static final int REMADE_COUNT = 400;

    /// Thirty times the largest file: copies, text of it, statement.
    private static final long ALLOCATED_BYTES_MAX = 256L << 20;

    private static final Duration TIME_MAX = Duration.ofSeconds(10);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static ProofBundle bundle;
    private static byte[] bytes;

    @TempDir
    private Path directory;

    private Path file = Path.of("");
    private String policy = "";
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    @BeforeAll
    static void tellTheStory(@TempDir Path story) {
        bundle = Story.told(story, 0);
        bytes = bundle.bytes();
    }

    @BeforeEach
    void place() throws IOException {
        file = directory.resolve("story.zip");
        policy = Files.writeString(
                        directory.resolve("policy.txt"), Story.policy(0).text())
                .toString();
        assertEquals(Verify.VERIFIED, exit(bytes, "--policy", policy));
        assertEquals(Verify.CANNOT_DECIDE, exit(bytes));
    }

    @Test
    void mangledFilesAreNotVerified() throws IOException {
        for (int i = 0; i < MANGLED_COUNT; i++) {
            byte[] mangled = mangled(bytes);
            if (!Arrays.equals(mangled, bytes)) {
                assertRefused(mangled, "seed " + SEED + " file " + i);
            }
        }
    }

    /// The forger mends checksums and manifest, so that what is inside is read.
    @Test
    void mangledMembersAreNotVerified() throws IOException {
        List<String> names = List.copyOf(Archive.read(bytes).keySet());
        for (int i = 0; i < REMADE_COUNT; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] member = content(name);
            byte[] remade = RawBundle.with(bundle, name, mangled(member));
            if (!Arrays.equals(remade, bytes)) {
                assertRefused(remade, "seed " + SEED + " member " + name + " " + i);
            }
        }
    }

    @Test
    void membersThatAreMissingOrExchangedAreNotVerified() throws IOException {
        SortedMap<String, Octets> members = Archive.read(bytes);
        for (String name : members.keySet()) {
            SortedMap<String, Octets> fewer = new TreeMap<>(members);
            fewer.remove(name);
            if (!name.equals("manifest.json")) {
                assertRefused(RawBundle.of(fewer), "without " + name);
            }
            assertRefused(Archive.write(fewer), "only without " + name);
            String other = name.replaceFirst("^[123]", "4");
            SortedMap<String, Octets> renamed = new TreeMap<>(fewer);
            renamed.put(other.equals(name) ? "x" : other, members.get(name));
            assertRefused(RawBundle.of(renamed), "renamed " + name);
            String taken = List.copyOf(members.keySet()).get(random.nextInt(members.size()));
            if (!Arrays.equals(content(taken), content(name)) && !name.equals("manifest.json")) {
                assertRefused(RawBundle.with(bundle, name, content(taken)), name + " holds " + taken);
            }
        }
    }

    @Test
    void otherZipFilesOfTheSameMembersAreNotVerified() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("compressed, with data descriptors", zip(ZipEntry.DEFLATED, entry -> {}));
        files.put("stored, dated today", zip(ZipEntry.STORED, entry -> entry.setTime(1_764_000_000_000L)));
        files.put("extra field", zip(ZipEntry.STORED, entry -> entry.setExtra(new byte[] {1, 2, 0, 0})));
        files.put(
                "extended time",
                zip(ZipEntry.STORED, entry -> entry.setLastModifiedTime(FileTime.fromMillis(1L << 45))));
        files.put("comment of an entry", zip(ZipEntry.STORED, entry -> entry.setComment("seen")));
        ByteArrayOutputStream commented = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(commented)) {
            out.setComment("seen");
            out.putNextEntry(new ZipEntry("manifest.json"));
        }
        files.put("comment", commented.toByteArray());
        files.put("comment of the archive", commentedArchive());
        files.put("something before", joined(new byte[] {'#', '!'}, bytes));
        files.put("something behind", joined(bytes, new byte[] {0}));
        files.put("twice", joined(bytes, bytes));
        for (Map.Entry<String, byte[]> one : files.entrySet()) {
            assertFalse(Arrays.equals(one.getValue(), bytes), one.getKey());
            assertRefused(one.getValue(), one.getKey());
        }
    }

    @Test
    void entriesThatAreNotWhatTheySayAreNotVerified() throws IOException {
        byte[] first = Arrays.copyOf(bytes, firstEntryBytes());
        assertRefused(joined(first, bytes), "two entries of one name");
        assertRefused(joined(first, first), "two entries of one name, nothing else");
        byte[] many = new byte[0];
        for (int i = 0; i <= Limits.BUNDLE_MEMBERS; i++) {
            many = joined(many, entry("member" + i, new byte[0], 0, 0));
        }
        assertRefused(many, "too many entries");
        for (int size : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, Limits.BUNDLE_BYTES, 1 << 30}) {
            assertRefused(withInt(bytes, 18, size), "compressed size " + size);
            assertRefused(withInt(bytes, 22, size), "size " + size);
            assertRefused(entry("1-request.envelope", new byte[0], size, 0), "empty of size " + size);
        }
        // zip64: both sizes all ones, the true ones in an extra field of type 1.
        byte[] zip64 = entry("1-request.envelope", joined(new byte[] {1, 0, 16, 0}, new byte[16]), -1, 20);
        assertRefused(zip64, "zip64");
        assertRefused(joined(zip64, bytes), "zip64 before");
        assertRefused(withInt(bytes, 26, 0xffff), "name of 65535 bytes");
        assertRefused(withInt(bytes, 26, 0xffff0000), "extra field of 65535 bytes");
        for (int flag : new int[] {1, 8, 1 << 11, 1 << 13}) {
            byte[] flagged = bytes.clone();
            flagged[6] |= (byte) flag;
            flagged[7] |= (byte) (flag >> 8);
            assertRefused(flagged, "flag " + flag);
        }
        int directory = directoryOffset();
        for (int at = directory; at < bytes.length; at += 1 + random.nextInt(8)) {
            byte[] changed = bytes.clone();
            changed[at] = (byte) (changed[at] == 0 ? 0xff : 0);
            assertRefused(changed, "directory byte " + at);
        }
    }

    @Test
    void aWitnessOfNoTimeIsNotVerified() throws IOException {
        Ed25519Key us = Keys.witness("us.gov/entente/us-mx/witness");
        for (long seconds : new long[] {Limits.TIME_SECONDS + 1, 31_556_889_864_403_200L, Long.MAX_VALUE, -1}) {
            Crossing request = bundle.crossings().getFirst();
            SignedCheckpoint signed = request.sent().proof().signed();
            SignedCheckpoint dated =
                    signed.with(List.of(Cosignatures.at(seconds, signed.note().text(), us)));
            byte[] proof = new TlogProof(request.sent().proof().inclusion(), dated).bytes();
            assertRefused(RawBundle.with(bundle, "1-request.sent.tlog-proof", proof), "time " + seconds);
        }
    }

    /// As large and as deep as a reader lets them be.
    @Test
    void everyMemberAsLargeAsItMayBeIsRefusedInBoundedMemoryAndTime() throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String unit : List.of(
                "\n", "[", "{\"a\":", "\u2014 a AAAAAAAA\n", "\"\u001b[2J", "0", "\u00e9", "\ud83d\ude00", "a\n\n")) {
            for (int sizeBytes : new int[] {Limits.LEAF_BYTES, Limits.OPENING_BYTES, Limits.NOTE_BYTES}) {
                contents.add(filled(unit, sizeBytes));
            }
        }
        contents.add(new byte[Limits.BUNDLE_BYTES - 64 * 1024]);
        contents.add(new byte[0]);
        contents.add(policyOfManyGroups());
        contents.add(hostileNote());
        for (String name : Archive.read(bytes).keySet()) {
            for (int i = 0; i < contents.size(); i++) {
                if (!name.equals("manifest.json")) {
                    assertRefused(RawBundle.with(bundle, name, contents.get(i)), name + " content " + i);
                }
            }
        }
        assertRefused(new byte[Limits.BUNDLE_BYTES], "zeros");
        assertRefused(new byte[Limits.BUNDLE_BYTES + 10], "too large");
        assertRefused(new byte[0], "empty");
    }

    private void assertRefused(byte[] hostile, String what) throws IOException {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long startNanos = System.nanoTime();
        assertEquals(Verify.NOT_VERIFIED, exit(hostile, "--policy", policy), what);
        int undecided = exit(hostile);
        assertTrue(undecided == Verify.NOT_VERIFIED || undecided == Verify.CANNOT_DECIDE, what);
        assertTrue(System.nanoTime() - startNanos < 2 * TIME_MAX.toNanos(), () -> what + " took too long");
        long bytesTaken = THREADS.getCurrentThreadAllocatedBytes() - allocated;
        assertTrue(bytesTaken < 2 * ALLOCATED_BYTES_MAX, () -> what + " took " + bytesTaken + " bytes");
    }

    private int exit(byte[] content, String... more) throws IOException {
        Files.write(file, content);
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        return Verify.run(nowhere, arguments.toArray(String[]::new));
    }

    private static byte[] content(String name) {
        return Objects.requireNonNull(Archive.read(bytes).get(name)).toArray();
    }

    private byte[] mangled(byte[] content) {
        byte[] result = content.clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && result.length > 0; i++) {
            int at = random.nextInt(result.length);
            int until = at + random.nextInt(Math.min(result.length - at, 200) + 1);
            byte[] slice = Arrays.copyOfRange(result, at, until);
            result = switch (random.nextInt(6)) {
                case 0 -> flipped(result, at);
                case 1 -> Arrays.copyOf(result, at);
                case 2 -> spliced(result, at, at, slice);
                case 3 -> spliced(result, at, until, new byte[0]);
                case 4 -> spliced(result, at, Math.min(at + 1, result.length), new byte[] {interesting()});
                default -> spliced(result, at, at, noise());
            };
        }
        return result;
    }

    private byte[] flipped(byte[] content, int at) {
        byte[] flipped = content.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    private byte interesting() {
        byte[] values = {0, -1, '\n', ' ', '"', '\\', '+', '/', '=', '-', '9', '{', (byte) 0x80, (byte) 0xc3, 0x7f};
        return values[random.nextInt(values.length)];
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(16)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] spliced(byte[] content, int from, int to, byte[] between) {
        return joined(joined(Arrays.copyOf(content, from), between), Arrays.copyOfRange(content, to, content.length));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private interface Marking {
        void mark(ZipEntry entry);
    }

    private static byte[] zip(int method, Marking marking) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (Map.Entry<String, Octets> member : Archive.read(bytes).entrySet()) {
                byte[] content = member.getValue().toArray();
                ZipEntry entry = new ZipEntry(member.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(content);
                    entry.setCrc(crc.getValue());
                    entry.setSize(content.length);
                }
                marking.mark(entry);
                out.putNextEntry(entry);
                out.write(content);
            }
        }
        return zip.toByteArray();
    }

    private static byte[] commentedArchive() {
        byte[] commented = joined(bytes, "seen".getBytes(StandardCharsets.US_ASCII));
        commented[bytes.length - 2] = 4;
        return commented;
    }

    private static byte[] entry(String name, byte[] content, int sizeBytes, int extraBytes) {
        CRC32 crc = new CRC32();
        crc.update(content);
        byte[] named = name.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(30 + named.length + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 45)
                .putInt(0)
                .putInt(0x210000)
                .putInt((int) crc.getValue())
                .putInt(sizeBytes)
                .putInt(sizeBytes)
                .putShort((short) named.length)
                .putShort((short) extraBytes)
                .put(named)
                .put(content)
                .array();
    }

    private static byte[] withInt(byte[] content, int at, int value) {
        byte[] changed = content.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
        return changed;
    }

    private static int firstEntryBytes() {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return 30 + in.getInt(18) + in.getShort(26);
    }

    private static int directoryOffset() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 6);
    }

    private static byte[] filled(String unit, int sizeBytes) {
        byte[] one = unit.getBytes(StandardCharsets.UTF_8);
        byte[] filled = new byte[sizeBytes / one.length * one.length];
        for (int i = 0; i < filled.length; i++) {
            filled[i] = one[i % one.length];
        }
        return filled;
    }

    private static byte[] policyOfManyGroups() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            text.append("witness w").append(i).append(' ');
            text.append(Keys.witness("w" + i + ".example/witness").key().text()).append('\n');
        }
        for (int i = 0; i < 150; i++) {
            text.append("group g").append(i).append(" 1");
            for (int member = 0; member < 100; member++) {
                text.append(" w").append(member);
            }
            text.append('\n');
        }
        return text.append("quorum g149\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A proof of the greatest size and 64 lines that all claim the log's key.
    private static byte[] hostileNote() {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex 9223372036854775806\n");
        for (int i = 0; i < Limits.PROOF_HASHES; i++) {
            text.append("A".repeat(43)).append("=\n");
        }
        text.append("\ngob.mx/entente/us-mx/exchange\n9223372036854775807\n");
        text.append("A".repeat(43)).append("=\n\n");
        String lines = new String(bundle.crossings().getFirst().sent().proof().bytes(), StandardCharsets.UTF_8);
        String line = lines.substring(lines.indexOf('\u2014'), lines.indexOf('\n', lines.indexOf('\u2014')) + 1);
        return text.append(line.repeat(Limits.NOTE_SIGNATURES)).toString().getBytes(StandardCharsets.UTF_8);
    }
}
