package org.entente.release;

import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// Why a word of ours had no effect at the other node, as far as is known here.
public sealed interface WordLoss {
    /// Refused by the other node's signed receipt, under the name of its rule.
    record Refused(String code) implements WordLoss {}

    /// Its time is over and no receipt has come. It may have arrived before: only a receipt says.
    record RanOut() implements WordLoss {}

    default Bilingual text() {
        Texts texts = Texts.of("release");
        return switch (this) {
            case RanOut _ -> texts.bilingual("loss.RAN_OUT");
            case Refused refused ->
                refused.code().equals(ReleaseCode.CHALLENGE_TERM_TOO_SHORT.name())
                        ? texts.bilingual("loss.TERM_TOO_SHORT")
                        : texts.bilingual("loss.REFUSED", refused.code());
        };
    }

    /// As a leaf names it.
    default String word() {
        return switch (this) {
            case RanOut _ -> "RAN_OUT";
            case Refused refused -> refused.code();
        };
    }
}
