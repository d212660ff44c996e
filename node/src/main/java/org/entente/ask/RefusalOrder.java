package org.entente.ask;

import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// A refusal as an officer states it: one of the grounds open for the measure, reasons in both languages, and the
/// article if it is another than the ground's own.
///
/// @param withoutConsultation why the sides did not consult, where the pack wants it and they did not; else empty. It
///     stays in this side's file
/// @param part which part of the request is refused while the rest goes on; empty for the whole
public record RefusalOrder(
        String ground, @Nullable LegalBasis article, Bilingual reasons, String withoutConsultation, String part) {
    /// A refusal of the whole on a ground that wants no consultation, or after one.
    public RefusalOrder(String ground, @Nullable LegalBasis article, Bilingual reasons) {
        this(ground, article, reasons, "", "");
    }
}
