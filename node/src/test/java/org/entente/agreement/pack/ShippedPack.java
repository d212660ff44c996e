package org.entente.agreement.pack;

import java.nio.file.Path;
import org.entente.agreement.Agreement;

/// The pack that ships with the product, for tests of any room.
public final class ShippedPack {
    private ShippedPack() {}

    public static Path folder() {
        String root = System.getProperty("entente.root", "..");
        return Path.of(root).resolve("agreements").resolve("us-mx");
    }

    /// The pack of two invented States, with types of request of its own.
    public static Agreement invented() {
        return PackReader.read(
                Path.of(System.getProperty("entente.root", "..")).resolve("node/src/test/resources/packs/xa-xb"));
    }

    public static PackFiles files() {
        return PackFiles.read(folder());
    }

    public static Agreement read() {
        return PackReader.read(files());
    }
}
