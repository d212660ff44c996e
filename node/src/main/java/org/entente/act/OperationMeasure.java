package org.entente.act;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What may be asked for in a proposal. A proposal that arrives may name others: it is read by its keys, and the host
/// can refuse it; consent to it the law does not let it, since nothing is known of its force.
public enum OperationMeasure {
    OBSERVATION,
    SURVEILLANCE,
    LIAISON,
    INTERVIEW,
    SEARCH,
    CONTROLLED_DELIVERY;

    /// As a proposal writes it: `controlled-delivery`.
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Bilingual text() {
        return Texts.of("act").bilingual("measure." + key());
    }

    static String keys() {
        return Arrays.stream(values()).map(OperationMeasure::key).collect(Collectors.joining(", "));
    }

    public static Optional<OperationMeasure> of(String key) {
        return Arrays.stream(values())
                .filter(measure -> measure.key().equals(key))
                .findFirst();
    }
}
