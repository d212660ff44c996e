package org.entente.agreement;

import org.entente.kernel.Bilingual;

/// A purpose the agreement allows. `criminal` if it serves a criminal investigation or prosecution.
public record PurposeTerm(String key, Bilingual text, boolean criminal) {}
