package org.entente.agreement;

import org.entente.kernel.Bilingual;

/// A key of the pack with its words in both languages.
public record Term(String key, Bilingual text) {}
