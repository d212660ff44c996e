package org.entente.ask;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// As what somebody assists a person concerned: ICCPR art. 14(3)(d) and (f).
public enum AssistanceRole {
    COUNSEL,
    INTERPRETER;

    public static Optional<AssistanceRole> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /// As the API and the console write it: `counsel`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("role." + word());
    }
}
