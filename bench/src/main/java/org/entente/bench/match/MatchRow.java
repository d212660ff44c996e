package org.entente.bench.match;

import java.io.IOException;
import java.util.function.Consumer;
import org.entente.bench.Figure;

/// One row of the match bench: a data set and what is measured on it.
interface MatchRow {
    /// As `--only` names it.
    String name();

    /// Whether each matcher is measured; else only the library is, once, and the matcher that is handed in plays no
    /// part.
    default boolean isOfMatchers() {
        return true;
    }

    void measure(Matcher matcher, Consumer<Figure> figures) throws IOException;

    /// The same of a program that only makes clusters; nothing where that is too little or the row too large for it.
    default void measurePeer(Linker peer, Consumer<Figure> figures) throws IOException {}
}
