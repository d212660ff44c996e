package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What can happen to a request.
public enum Event {
    SUBMITTED,
    REVISED,
    BASIS_ACCEPTED,
    BASIS_RETURNED,
    WITHDRAWN,
    NOT_DELIVERED,
    /// The other party's word arrived.
    ANSWER_ARRIVED,
    REFUSAL_ARRIVED,
    WITHDRAWAL_ARRIVED,
    QUESTION_ARRIVED,
    SUPPLEMENT_ARRIVED,
    /// The asked side wants more information before it goes on.
    QUESTION_PUT,
    /// The asking side gave it.
    SUPPLEMENTED,
    ANSWERED,
    REFUSED;

    /// As the history writes it: `basis-accepted`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("event." + word());
    }
}
