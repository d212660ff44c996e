package org.entente.blind;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds libsodium. The system's stands before the bundled one: it carries the distribution's fixes (the bundled
/// 1.0.20 is older than that of CVE-2025-69277, which is in a function not used here) and was the faster of the two.
final class SodiumLoader {
    /// Newest first. Version 23 is libsodium 1.0.12 to 1.0.18; ristretto255 came with 1.0.18, so an older one is
    /// found and then refused for its missing functions.
    private static final List<String> SYSTEM_NAMES =
            List.of("libsodium.so.26", "libsodium.so.23", "libsodium.26.dylib", "libsodium.23.dylib");

    /// The binaries of lazysodium-java 5.2.0 by platform, pinned: what is loaded is what was tested.
    private static final List<Bundled> BUNDLED = List.of(
            new Bundled(
                    "linux",
                    "amd64",
                    "linux64/libsodium.so",
                    "ec4a681bdc8e8635efb5c47f53458c7adfa5234dc0367611ddfa38d0d4305894"),
            new Bundled(
                    "linux",
                    "aarch64",
                    "arm64/libsodium.so",
                    "dcb6b3a9e10614d9f80a4a3729df2cab5a4c99851d3ca426c9a7fd64b622d2ea"),
            new Bundled(
                    "mac",
                    "x86_64",
                    "mac/libsodium.dylib",
                    "15db21a581a164feba6e5e12e70c53a3fad842268d217a7e5eb9462547cff38c"),
            new Bundled(
                    "mac",
                    "aarch64",
                    "mac_arm/libsodium.dylib",
                    "f44a9e331997c4af1a0e325b23379750598d65bb56a974d7f34307f474a74f22"));

    private static final int BUNDLED_SIZE_BYTES_MAX = 4 << 20;

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private SodiumLoader() {}

    static Sodium configured(Path path) {
        String location = path.toAbsolutePath().toString();
        try {
            SymbolLookup lookup = SymbolLookup.libraryLookup(path.toAbsolutePath(), Arena.global());
            return new Sodium(lookup, NativeLibrary.Origin.CONFIGURED, location);
        } catch (IllegalArgumentException notLoadable) {
            throw refused(location, notLoadable.getMessage());
        }
    }

    static Sodium systemOrBundled() {
        List<Object> tried = new ArrayList<>();
        Optional<Sodium> system = system(tried);
        if (system.isPresent()) {
            return system.get();
        }
        try {
            return bundled();
        } catch (BlindException refused) {
            tried.add("bundled");
            tried.add(refused.facts());
            throw new BlindException(BlindCode.LIBRARY_NOT_FOUND, tried.toArray());
        }
    }

    /// The first of the system's libraries that serves; what was wrong with the others is added to `tried`.
    static Optional<Sodium> system(List<Object> tried) {
        for (String name : SYSTEM_NAMES) {
            try {
                SymbolLookup lookup = SymbolLookup.libraryLookup(name, Arena.global());
                return Optional.of(new Sodium(lookup, NativeLibrary.Origin.SYSTEM, name));
            } catch (IllegalArgumentException absent) {
                tried.add(name);
                tried.add("absent");
            } catch (BlindException refused) {
                tried.add(name);
                tried.add(refused.facts());
            }
        }
        return Optional.empty();
    }

    static Sodium bundled() {
        Bundled here = BUNDLED.stream()
                .filter(Bundled::fits)
                .findFirst()
                .orElseThrow(() -> refused("bundled", "no binary for " + osName() + " " + osArch()));
        try {
            return bundled(here.resource(), here.read());
        } catch (IOException failed) {
            throw refused(here.resource(), failed.toString());
        }
    }

    /// The file is removed as soon as it is loaded: the mapping outlives its name.
    private static Sodium bundled(String resource, byte[] library) throws IOException {
        Path directory = Files.createTempDirectory("entente-sodium-", PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Path file = directory.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try {
            Files.write(file, library);
            SymbolLookup lookup = SymbolLookup.libraryLookup(file, Arena.global());
            return new Sodium(lookup, NativeLibrary.Origin.BUNDLED, resource);
        } catch (IllegalArgumentException notLoadable) {
            throw refused(resource, "cannot load from " + directory.getParent() + ": " + notLoadable.getMessage());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(directory);
        }
    }

    private static BlindException refused(String location, @Nullable String reason) {
        return new BlindException(BlindCode.LIBRARY_REFUSED, "location", location, "reason", String.valueOf(reason));
    }

    private static String osName() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    }

    private static String osArch() {
        return System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    }

    private record Bundled(String os, String arch, String resource, String sha256) {
        boolean fits() {
            return osName().startsWith(os) && osArch().equals(arch);
        }

        byte[] read() throws IOException {
            try (InputStream stream = SodiumLoader.class.getClassLoader().getResourceAsStream(resource)) {
                if (stream == null) {
                    throw refused(resource, "not on the class path");
                }
                byte[] library = stream.readNBytes(BUNDLED_SIZE_BYTES_MAX);
                String found = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(library));
                if (!found.equals(sha256)) {
                    throw refused(resource, "SHA-256 is " + found);
                }
                return library;
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError(impossible); // every Java platform has SHA-256
            }
        }
    }
}
