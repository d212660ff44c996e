package org.entente.agreement;

import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// An article in our own words, never a quotation. `checked` is true only after a person compared the paraphrase with
/// the authentic text; until then every ruling that rests on it is provisional.
public record Article(LegalBasis basis, Bilingual paraphrase, boolean checked) {}
