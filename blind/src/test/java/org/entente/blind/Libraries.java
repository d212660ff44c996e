package org.entente.blind;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every libsodium of this machine: the bundled one always, the system's where there is one.
final class Libraries {
    static final Sodium BUNDLED = Sodium.loadBundled();

    private static final List<Sodium> ALL = Stream.concat(
                    Stream.of(BUNDLED), SodiumLoader.system(new ArrayList<>()).stream())
            .toList();

    private Libraries() {}

    static Stream<Sodium> all() {
        return ALL.stream();
    }
}
