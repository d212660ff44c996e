package org.entente.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.SplittableRandom;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.keys.TestKeyring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParcelsTest {
    private static final int CHUNK = Limits.CHUNK_BYTES;

    @TempDir
    Path folder;

    private final Database database = TestDatabase.open();
    private Keyring keyring;
    private Parcels parcels;

    @BeforeEach
    void make() throws IOException {
        keyring = TestKeyring.in(Files.createDirectories(folder.resolve("keyring")));
        parcels = reopened();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Parcels reopened() {
        return new Parcels(database, keyring, folder.resolve("parcels"), () -> TestNode.START);
    }

    static byte[] invented(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(size).nextBytes(bytes);
        return bytes;
    }

    private Parcels.Sealed seal(byte[] clear) {
        return parcels.seal(new ByteArrayInputStream(clear));
    }

    private static byte[] all(ParcelContent opened) throws IOException {
        try (opened;
                InputStream clear = opened.stream()) {
            return clear.readAllBytes();
        }
    }

    @Test
    void aFileOfAnySizeComesBackByteForByte() throws IOException {
        for (int size : new int[] {0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 17}) {
            byte[] clear = invented(size);
            Parcels.Sealed sealed = seal(clear);
            assertEquals(size, sealed.parcel().sizeBytes());
            assertEquals(Envelope.sha256(clear), sealed.parcel().content());
            assertArrayEquals(clear, all(parcels.open(sealed)), "of " + size);
        }
    }

    @Test
    void anyPlaceOfAFileCanBeRead() throws IOException {
        byte[] clear = invented(2 * CHUNK + 17);
        try (ParcelContent opened = parcels.open(seal(clear))) {
            assertArrayEquals(Arrays.copyOfRange(clear, CHUNK - 3, CHUNK + 3), opened.at(CHUNK - 3, 6));
            assertArrayEquals(
                    Arrays.copyOfRange(clear, clear.length - 5, clear.length), opened.at(clear.length - 5, 50));
            assertArrayEquals(Arrays.copyOf(clear, 4), opened.at(0, 4));
        }
    }

    @Test
    void nothingOfAFileLiesOnTheDiskInClear() throws IOException {
        byte[] marked =
                "an invented sentence that stands in the file ".repeat(100).getBytes(StandardCharsets.UTF_8);
        Parcels.Sealed sealed = seal(marked);
        database.run(tx -> parcels.keep(tx, TestParty.AGREEMENT, sealed));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("invented sentence"), file.toString());
                assertFalse(text.contains(sealed.key().bytes().hex()), file.toString());
            }
        }
    }

    @Test
    void aFlippedByteOnTheDiskEndsTheStreamBeforeItsChunk() throws IOException {
        byte[] clear = invented(2 * CHUNK);
        Parcels.Sealed sealed = seal(clear);
        Path file = parcels.files().whole(sealed.parcel().id());
        byte[] lying = Files.readAllBytes(file);
        lying[CHUNK + ParcelCipher.TAG_BYTES + 9] ^= 1;
        Files.write(file, lying);
        try (ParcelContent opened = parcels.open(sealed);
                InputStream stream = opened.stream()) {
            assertArrayEquals(Arrays.copyOf(clear, CHUNK), stream.readNBytes(CHUNK));
            EntenteException broken = assertThrows(EntenteException.class, stream::read);
            assertEquals(ExchangeCode.PARCEL_BROKEN, broken.code());
        }
    }

    @Test
    void swappedCutOrLengthenedChunksDoNotOpen() {
        ParcelId id = new ParcelId("0f".repeat(16));
        ParcelCipher cipher = new ParcelCipher(ParcelKey.of(Bytes.of(new byte[32])), id);
        byte[] clear = invented(100);
        byte[] first = cipher.seal(0, false, clear, 100);
        byte[] last = cipher.seal(1, true, clear, 100);
        assertArrayEquals(clear, cipher.open(0, false, first));
        assertArrayEquals(clear, cipher.open(1, true, last));
        assertNull(cipher.open(1, true, first), "in another place");
        assertNull(cipher.open(0, false, last), "in another place");
        assertNull(cipher.open(0, true, first), "what followed was cut off");
        assertNull(cipher.open(1, false, last), "something was put behind");
        assertNull(cipher.open(0, false, Arrays.copyOf(first, first.length - 1)));
        assertNull(cipher.open(0, false, Arrays.copyOf(first, first.length + 1)));
        ParcelCipher other = new ParcelCipher(ParcelKey.of(Bytes.of(new byte[32])), new ParcelId("0e".repeat(16)));
        assertNull(other.open(0, false, first), "of another parcel under the same key");
    }

    /// `spec/parcel.md` shows these bytes.
    @Test
    void theExampleOfTheSpecificationIsWhatTheCipherMakes() {
        ParcelCipher cipher = new ParcelCipher(
                ParcelKey.of(Bytes.fromHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff")),
                new ParcelId("8bf62c0bf199766083b1964bfac9ebfb"));
        byte[] clear = "invented".getBytes(StandardCharsets.US_ASCII);
        byte[] sealed = cipher.seal(0, true, clear, clear.length);
        assertEquals(
                "bccbe4b7b473fbdbdc3f701d483504d5fec4f88e86dd1fd3",
                HexFormat.of().formatHex(sealed));
        assertEquals(
                "e1927af0a10d1608182ca57aaa33eea61a9669f7bdaa11aa62a984ff9a7fd57b",
                Envelope.sha256(Envelope.sha256(sealed).toArray()).hex());
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndKeepsNothing() throws IOException {
        Path taken = Files.createFile(folder.resolve("a-file"));
        Parcels unusable = new Parcels(database, keyring, taken.resolve("parcels"), () -> TestNode.START);
        EntenteException failed =
                assertThrows(EntenteException.class, () -> unusable.seal(new ByteArrayInputStream(invented(10))));
        assertEquals(ExchangeCode.PARCEL_STORAGE, failed.code());
        assertTrue(failed.facts().getFirst().contains("a-file"), failed.toString());
    }

    @Test
    void aStreamThatBreaksLeavesNothingBehind() throws IOException {
        InputStream broken = new FilterInputStream(new ByteArrayInputStream(invented(CHUNK + 5))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read = super.read(bytes, offset, length);
                if (read < 0) {
                    throw new IOException("the line is dead");
                }
                return read;
            }
        };
        EntenteException cut = assertThrows(EntenteException.class, () -> parcels.seal(broken));
        assertEquals(ExchangeCode.PARCEL_CUT_OFF, cut.code());
        assertEquals(Set.of(), parcels.files().all());
    }

    @Test
    void whatNobodyNamesIsSweptAtTheStartAndTheRestStays() throws IOException {
        Parcels.Sealed kept = seal(invented(5));
        database.run(tx -> parcels.keep(tx, TestParty.AGREEMENT, kept));
        seal(invented(6));
        keyring.create(new KeyId(KeyRole.PARCEL, "ab".repeat(16)));
        reopened().sweep();
        assertEquals(Set.of(kept.parcel().id()), parcels.files().all());
        assertEquals(Set.of(kept.parcel().id().hex()), keyring.qualifiers(KeyRole.PARCEL));
        assertArrayEquals(invented(5), all(reopened().open(kept.parcel().id())));
    }

    @Test
    void whatIsTakenBackIsGoneWithItsKey() throws IOException {
        Parcels.Sealed kept = seal(invented(5));
        ParcelId id = kept.parcel().id();
        database.run(tx -> parcels.keep(tx, TestParty.AGREEMENT, kept));
        database.run(tx -> parcels.forget(tx, id));
        assertEquals(Set.of(), parcels.files().all());
        assertEquals(Set.of(), keyring.qualifiers(KeyRole.PARCEL));
        assertEquals(
                ExchangeCode.PARCEL_UNKNOWN,
                assertThrows(EntenteException.class, () -> parcels.open(id)).code());
    }
}
