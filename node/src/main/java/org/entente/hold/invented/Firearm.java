package org.entente.hold.invented;

import java.util.List;
import java.util.random.RandomGenerator;

/// An invented firearm of an invented maker.
record Firearm(String make, String model, String calibre, String serial) {
    private static final List<String> MAKES = List.of("Pecos Arms", "Llano Forge", "Sierra Blanca", "Caddo Works");
    private static final List<String> MODELS = List.of("P9", "R15", "R10", "S12", "P45");
    private static final List<String> CALIBRES = List.of("9x19", "5.56x45", "7.62x39", "12 gauge", ".45 ACP");

    static Firearm any(RandomGenerator random, InventedIdentifiers identifiers) {
        int kind = random.nextInt(MODELS.size());
        return new Firearm(
                InventedNames.one(random, MAKES), MODELS.get(kind), CALIBRES.get(kind), identifiers.firearmSerial());
    }

    String key() {
        return make + " / " + serial;
    }
}
