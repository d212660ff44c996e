package org.entente.ask;

import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// A refusal as an officer states it: one of the grounds open for the measure, reasons in both languages, and the
/// article
/// if it is another than the ground's own.
public record RefusalOrder(String ground, @Nullable LegalBasis article, Bilingual reasons) {}
