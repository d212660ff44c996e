package org.entente.console;

import org.entente.kernel.Bilingual;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// This room's texts in the reader's language.
record Words(Language language) {
    private static final Texts TEXTS = Texts.of("console");

    String of(String key, Object... facts) {
        return TEXTS.text(key, language, facts);
    }

    /// `key.one` or `key.many`, filled with the count.
    String count(String key, long count) {
        return of(key + (count == 1 ? ".one" : ".many"), count);
    }

    String of(Bilingual text) {
        return text.in(language);
    }

    /// For what is read in both languages at once.
    static Bilingual both(String key, Object... facts) {
        return TEXTS.bilingual(key, facts);
    }

    boolean has(String key) {
        return TEXTS.has(key);
    }

    /// For `<html lang>`.
    String tag() {
        return language.locale().toLanguageTag();
    }

    Words other() {
        return new Words(language == Language.EN ? Language.ES : Language.EN);
    }
}
