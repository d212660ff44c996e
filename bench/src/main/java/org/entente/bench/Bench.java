package org.entente.bench;

import java.io.IOException;
import java.util.function.Consumer;

/// One measurement with its figures. Asserts nothing about time: a slow machine gives slow figures, not a failure.
public interface Bench {
    /// Hands each figure over as soon as it is measured.
    void run(Consumer<Figure> figures) throws IOException;
}
