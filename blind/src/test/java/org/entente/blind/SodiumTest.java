package org.entente.blind;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SodiumTest {
    @Test
    void bundledLibraryServesEvenWhereTheSystemHasOne() {
        Sodium bundled = Sodium.loadBundled();

        assertEquals(NativeLibrary.Origin.BUNDLED, bundled.library().origin());
        assertEquals("1.0.20", bundled.library().version());
        assertTrue(bundled.library().location().contains("libsodium"));
        try (Arena arena = Arena.ofConfined()) {
            PrfKey key = Voprf.of(Suite.RISTRETTO255_SHA512, bundled).deriveKeyPair(arena.allocate(32), new byte[0]);
            key.close();
        }
    }

    @Test
    void bundledLibraryLeavesNoFileBehind() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> before = Files.list(temporary)) {
            long count = before.filter(SodiumTest::isExtracted).count();
            Sodium ignored = Sodium.loadBundled();
            try (Stream<Path> after = Files.list(temporary)) {
                assertEquals(count, after.filter(SodiumTest::isExtracted).count());
            }
        }
    }

    @Test
    void someLibraryIsAlwaysFoundAndSaysWhere() {
        NativeLibrary library = Sodium.load().library();

        assertTrue(library.origin() != NativeLibrary.Origin.CONFIGURED);
        assertTrue(library.version().matches("1\\.0\\.\\d+"), library.version());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void libraryWithoutRistrettoIsRefused() {
        Path other = Path.of(System.getProperty("java.home"), "lib", "libzip.so");
        assertTrue(Files.exists(other));

        BlindException refused = assertThrows(BlindException.class, () -> Sodium.load(other));

        assertEquals(BlindCode.LIBRARY_REFUSED, refused.code());
        assertEquals("missing sodium_init", refused.facts().get("reason"));
    }

    @Test
    void libsodiumFromBeforeRistrettoIsRefused() {
        SymbolLookup whole = Libraries.BUNDLED.lookup();
        SymbolLookup old = name -> name.contains("ristretto255") ? Optional.empty() : whole.find(name);

        BlindException refused =
                assertThrows(BlindException.class, () -> new Sodium(old, NativeLibrary.Origin.SYSTEM, "old"));

        assertEquals("missing crypto_core_ristretto255_add", refused.facts().get("reason"));
    }

    @Test
    void namedLibraryThatIsAbsentIsRefusedWithoutFallback() {
        Path absent = Path.of("absent", "libsodium.so");

        assertEquals(
                BlindCode.LIBRARY_REFUSED,
                assertThrows(BlindException.class, () -> Sodium.load(absent)).code());
    }

    @Test
    void secretIsZeroAfterClose() {
        try (Arena keeper = Arena.ofShared()) {
            SecretMemory secret = new SecretMemory(Libraries.BUNDLED, new Kept(keeper), 100);
            MemorySegment content = secret.content();
            Libraries.BUNDLED.randomBytes(content);
            assertTrue(content.mismatch(keeper.allocate(100)) >= 0);

            secret.close();

            assertEquals(-1, content.mismatch(keeper.allocate(100)));
        }
    }

    @Test
    void closedSecretCannotBeRead() {
        SecretMemory secret = new SecretMemory(Libraries.BUNDLED, 32);
        MemorySegment content = secret.content();
        secret.close();

        assertThrows(IllegalStateException.class, () -> content.get(ValueLayout.JAVA_BYTE, 0));
    }

    private static boolean isExtracted(Path file) {
        return file.getFileName().toString().startsWith("entente-sodium-");
    }

    /// Lets a test look at memory after its owner has closed it.
    private record Kept(Arena arena) implements Arena {
        @Override
        public MemorySegment allocate(long byteSize, long byteAlignment) {
            return arena.allocate(byteSize, byteAlignment);
        }

        @Override
        public MemorySegment.Scope scope() {
            return arena.scope();
        }

        @Override
        public void close() {
            // the keeper closes it
        }
    }
}
