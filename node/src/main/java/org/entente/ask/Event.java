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
    ACCEPTANCE_ARRIVED,
    EXTENSION_ARRIVED,
    POSTPONEMENT_ARRIVED,
    RESUMPTION_ARRIVED,
    MILESTONE_ARRIVED,
    /// A milestone that ends the request arrived.
    CONCLUSION_ARRIVED,
    /// The asked side wants more information before it goes on.
    QUESTION_PUT,
    /// The asking side gave it.
    SUPPLEMENTED,
    /// The asked side will execute it.
    ACCEPTED,
    /// The asked side takes the longer term that the law allows.
    EXTENDED,
    /// The asked side lets it rest until a day.
    POSTPONED,
    RESUMED,
    /// This side told a milestone of the execution.
    MILESTONE_TOLD,
    /// This side told a milestone that ends the request.
    CONCLUDED,
    /// This side refuses without the consultation that the law wants, and says why.
    CONSULTATION_WAIVED,
    /// A moment on the way of the clock has passed.
    ALARM,
    CLOCK_RAN_OUT,
    /// The day of a review has come, or it has been open for long with no clock that runs: somebody looks at it again.
    REVIEW_DUE,
    /// A word of this side will not reach the other.
    WORD_NOT_DELIVERED,
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
