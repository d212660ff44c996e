package org.entente.agreement;

import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// An undertaking one party gives before the other may go on ("written consent before use in court").
public record Assurance(String key, Bilingual text, LegalBasis article) {}
