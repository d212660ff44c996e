package org.entente.kernel;

import java.util.regex.Pattern;

/// The article something is done under: instrument key and article as the pack spells them
/// ("UNTOC-2000", "27(1)(a)"). For own records the instrument may be national law ("US-SDN", "MX-CFF-69B").
public record LegalBasis(String instrument, String article) {
    private static final Pattern INSTRUMENT = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,39}");

    public LegalBasis {
        if (!INSTRUMENT.matcher(instrument).matches() || article.length() > 60) {
            throw new IllegalArgumentException("not a legal basis: " + instrument + " " + article);
        }
    }

    @Override
    public String toString() {
        return article.isEmpty() ? instrument : instrument + " art. " + article;
    }
}
