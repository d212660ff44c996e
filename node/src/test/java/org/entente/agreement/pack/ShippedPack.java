package org.entente.agreement.pack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.kernel.Bytes;

/// The pack that ships with the product, for tests of any room. Read once a run, since reading takes a tenth of a
/// second
/// and an [Agreement] never changes.
public final class ShippedPack {
    private ShippedPack() {}

    /// Made when first named.
    private static final class Read {
        static final PackFiles FILES = PackFiles.read(folder());
        static final Agreement SHIPPED = PackReader.read(FILES);
        static final Agreement INVENTED = PackReader.read(
                Path.of(System.getProperty("entente.root", "..")).resolve("node/src/test/resources/packs/xa-xb"));
    }

    public static Path folder() {
        String root = System.getProperty("entente.root", "..");
        return Path.of(root).resolve("agreements").resolve("us-mx");
    }

    /// The pack of two invented States, with types of request of its own.
    public static Agreement invented() {
        return Read.INVENTED;
    }

    public static PackFiles files() {
        return Read.FILES;
    }

    /// The shipped pack under another version.
    public static PackFiles numbered(String version) {
        return changed("agreement.yaml", "version: \"" + read().version() + "\"", "version: \"" + version + "\"");
    }

    /// The shipped pack with other words in one of its files.
    public static PackFiles changed(String file, String before, String after) {
        return changed(files(), file, before, after);
    }

    public static PackFiles changed(PackFiles pack, String file, String before, String after) {
        SortedMap<String, Bytes> files = new TreeMap<>(pack.files());
        String text = new String(pack.bytes(file), StandardCharsets.UTF_8);
        if (!text.contains(before)) {
            throw new AssertionError(file + " has no " + before);
        }
        files.put(file, Bytes.of(text.replace(before, after).getBytes(StandardCharsets.UTF_8)));
        return new PackFiles(files);
    }

    public static Agreement read() {
        return Read.SHIPPED;
    }
}
