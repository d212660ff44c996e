package org.entente.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a statement comes from: the source's name ("us-treasury-sdn"), its row or document number there, the date of
/// the list or document, and whether it is invented for demonstration (marked everywhere it is shown).
public record SourceReference(
        String source, String locator, @Nullable LocalDate asOf, boolean invented) {}
