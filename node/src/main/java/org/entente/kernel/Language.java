package org.entente.kernel;

import java.util.Locale;

/// The two languages of the product.
public enum Language {
    EN,
    ES;

    public Locale locale() {
        return switch (this) {
            case EN -> Locale.forLanguageTag("en-US");
            case ES -> Locale.forLanguageTag("es-MX");
        };
    }
}
