package org.entente.blind;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.HexFormat;

/// libsodium with ristretto255, bound through the foreign-function API. Thread-safe and never unloaded.
///
/// All segments handed to it are native: a heap array cannot reach it, so no secret passes through one.
public final class Sodium {
    /// `size_t` and `unsigned long long` are eight bytes on every platform the library is carried for.
    private static final MemoryLayout SIZE = JAVA_LONG;

    private static final long VERSION_TEXT_SIZE_BYTES_MAX = 32;

    private final NativeLibrary library;
    private final SymbolLookup lookup;
    private final MethodHandle sha512;
    private final MethodHandle randomBytes;
    private final MethodHandle memzero;
    private final MethodHandle mlock;
    private final MethodHandle munlock;
    private final MethodHandle pointAdd;
    private final MethodHandle pointFromHash;
    private final MethodHandle scalarMultiply;
    private final MethodHandle scalarMultiplyBase;
    private final MethodHandle scalarRandom;
    private final MethodHandle scalarReduce;
    private final MethodHandle scalarInvert;
    private final MethodHandle scalarMul;
    private final MethodHandle scalarSub;

    /// Binds every function before the first use, so that a library without ristretto255 is refused at once.
    Sodium(SymbolLookup lookup, NativeLibrary.Origin origin, String location) {
        Symbols symbols = new Symbols(lookup, location);
        if (callInt(symbols.bind("sodium_init", FunctionDescriptor.of(JAVA_INT))) < 0) {
            throw new BlindException(BlindCode.LIBRARY_REFUSED, "location", location, "reason", "sodium_init");
        }
        this.lookup = lookup;
        this.library = new NativeLibrary(origin, location, version(symbols));
        FunctionDescriptor two = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS);
        FunctionDescriptor three = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        FunctionDescriptor threeVoid = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS);
        FunctionDescriptor block = FunctionDescriptor.ofVoid(ADDRESS, SIZE);
        FunctionDescriptor blockChecked = FunctionDescriptor.of(JAVA_INT, ADDRESS, SIZE);
        this.sha512 = symbols.bind("crypto_hash_sha512", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, SIZE));
        this.randomBytes = symbols.bind("randombytes_buf", block);
        this.memzero = symbols.bind("sodium_memzero", block);
        this.mlock = symbols.bind("sodium_mlock", blockChecked);
        this.munlock = symbols.bind("sodium_munlock", blockChecked);
        this.pointAdd = symbols.bind("crypto_core_ristretto255_add", three);
        this.pointFromHash = symbols.bind("crypto_core_ristretto255_from_hash", two);
        this.scalarMultiply = symbols.bind("crypto_scalarmult_ristretto255", three);
        this.scalarMultiplyBase = symbols.bind("crypto_scalarmult_ristretto255_base", two);
        this.scalarRandom = symbols.bind("crypto_core_ristretto255_scalar_random", FunctionDescriptor.ofVoid(ADDRESS));
        this.scalarReduce =
                symbols.bind("crypto_core_ristretto255_scalar_reduce", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS));
        this.scalarInvert = symbols.bind("crypto_core_ristretto255_scalar_invert", two);
        this.scalarMul = symbols.bind("crypto_core_ristretto255_scalar_mul", threeVoid);
        this.scalarSub = symbols.bind("crypto_core_ristretto255_scalar_sub", threeVoid);
        KnownAnswers.check(this, location);
    }

    /// The system's library if it has ristretto255, else the bundled one. LIBRARY_NOT_FOUND when neither serves.
    public static Sodium load() {
        return SodiumLoader.systemOrBundled();
    }

    /// Exactly the library at `path`. LIBRARY_REFUSED when it cannot serve.
    public static Sodium load(Path path) {
        return SodiumLoader.configured(path);
    }

    /// The library carried in the jar, even where the system has one.
    public static Sodium loadBundled() {
        return SodiumLoader.bundled();
    }

    public NativeLibrary library() {
        return library;
    }

    /// Lets a test take functions away.
    SymbolLookup lookup() {
        return lookup;
    }

    void sha512(MemorySegment digest, MemorySegment message) {
        try {
            int ignored = (int) sha512.invokeExact(digest, message, message.byteSize());
        } catch (Throwable thrown) { // invokeExact declares Throwable; the C function throws nothing
            throw new AssertionError(thrown);
        }
    }

    void randomBytes(MemorySegment target) {
        onBlock(randomBytes, target);
    }

    void zero(MemorySegment target) {
        onBlock(memzero, target);
    }

    /// Keeps the pages out of swap and core dumps; false where the process may lock no more memory.
    boolean lock(MemorySegment pages) {
        return onBlockChecked(mlock, pages) == 0;
    }

    /// Zeroes the pages and unlocks them.
    void unlock(MemorySegment pages) {
        int ignored = onBlockChecked(munlock, pages);
    }

    boolean addPoints(MemorySegment sum, MemorySegment left, MemorySegment right) {
        return onThree(pointAdd, sum, left, right) == 0;
    }

    void pointFromHash(MemorySegment point, MemorySegment hash) {
        int ignored = onTwo(pointFromHash, point, hash);
    }

    /// `crypto_scalarmult_ristretto255`: false when the point is not canonical or the product is the identity. All
    /// 32 bytes; public so that the cost of everything else can be measured against it.
    public boolean scalarMultiply(MemorySegment product, MemorySegment scalar, MemorySegment point) {
        return onThree(scalarMultiply, product, scalar, point) == 0;
    }

    boolean scalarMultiplyBase(MemorySegment product, MemorySegment scalar) {
        return onTwo(scalarMultiplyBase, product, scalar) == 0;
    }

    void randomScalar(MemorySegment scalar) {
        try {
            scalarRandom.invokeExact(scalar);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    void reduceScalar(MemorySegment scalar, MemorySegment wide) {
        try {
            scalarReduce.invokeExact(scalar, wide);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    void invertScalar(MemorySegment inverse, MemorySegment scalar) {
        int ignored = onTwo(scalarInvert, inverse, scalar);
    }

    void multiplyScalars(MemorySegment product, MemorySegment left, MemorySegment right) {
        onThreeVoid(scalarMul, product, left, right);
    }

    void subtractScalars(MemorySegment difference, MemorySegment left, MemorySegment right) {
        onThreeVoid(scalarSub, difference, left, right);
    }

    private static int callInt(MethodHandle function) {
        try {
            return (int) function.invokeExact();
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static int onTwo(MethodHandle function, MemorySegment first, MemorySegment second) {
        try {
            return (int) function.invokeExact(first, second);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static int onThree(MethodHandle function, MemorySegment first, MemorySegment second, MemorySegment third) {
        try {
            return (int) function.invokeExact(first, second, third);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static void onThreeVoid(
            MethodHandle function, MemorySegment first, MemorySegment second, MemorySegment third) {
        try {
            function.invokeExact(first, second, third);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static void onBlock(MethodHandle function, MemorySegment target) {
        try {
            function.invokeExact(target, target.byteSize());
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static int onBlockChecked(MethodHandle function, MemorySegment target) {
        try {
            return (int) function.invokeExact(target, target.byteSize());
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private static String version(Symbols symbols) {
        MethodHandle function = symbols.bind("sodium_version_string", FunctionDescriptor.of(ADDRESS));
        try {
            MemorySegment text = (MemorySegment) function.invokeExact();
            return text.reinterpret(VERSION_TEXT_SIZE_BYTES_MAX).getString(0);
        } catch (Throwable thrown) { // as above
            throw new AssertionError(thrown);
        }
    }

    private record Symbols(SymbolLookup lookup, String location) {
        MethodHandle bind(String name, FunctionDescriptor descriptor) {
            MemorySegment symbol = lookup.find(name)
                    .orElseThrow(() -> new BlindException(
                            BlindCode.LIBRARY_REFUSED, "location", location, "reason", "missing " + name));
            return Linker.nativeLinker().downcallHandle(symbol, descriptor);
        }
    }

    /// One fixed answer for each function that everything rests on: a library that loads but computes wrongly is
    /// refused before it sees a key.
    private static final class KnownAnswers {
        /// FIPS 180-4 example, SHA-512 of "abc".
        private static final String SHA512_ABC = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

        /// RFC 9496 appendix A.1, twice the generator.
        private static final String TWICE_GENERATOR =
                "6a493210f7499cd17fecb510ae0cea23a110e8d5b901f8acadd3095c73a3b919";

        static void check(Sodium sodium, String location) {
            try (Scratch scratch = new Scratch(sodium, 0)) {
                MemorySegment digest = scratch.take(64);
                MemorySegment abc = scratch.take(3);
                MemorySegment.copy(new byte[] {'a', 'b', 'c'}, 0, abc, JAVA_BYTE, 0, 3);
                sodium.sha512(digest, abc);
                MemorySegment two = scratch.take(32);
                two.set(JAVA_BYTE, 0, (byte) 2);
                MemorySegment point = scratch.take(32);
                boolean multiplied = sodium.scalarMultiplyBase(point, two);
                if (!multiplied
                        || !hex(digest).equals(SHA512_ABC)
                        || !hex(point).equals(TWICE_GENERATOR)) {
                    throw new BlindException(
                            BlindCode.LIBRARY_REFUSED, "location", location, "reason", "known answer differs");
                }
            }
        }

        private static String hex(MemorySegment segment) {
            return HexFormat.of().formatHex(segment.toArray(JAVA_BYTE));
        }
    }
}
