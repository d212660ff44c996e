package org.entente.ask;

import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Texts;

/// What can happen to a request.
public enum Event {
    SUBMITTED,
    REVISED,
    /// A file was added to what has not left; one was taken away.
    ATTACHED,
    DETACHED,
    BASIS_ACCEPTED,
    BASIS_RETURNED,
    /// A newer version of the law came into force before it left: it goes back to be revised under that one.
    LAW_CHANGED,
    WITHDRAWN,
    NOT_DELIVERED,
    /// The other party's word arrived.
    ANSWER_ARRIVED,
    REFUSAL_ARRIVED,
    WITHDRAWAL_ARRIVED,
    QUESTION_ARRIVED,
    SUPPLEMENT_ARRIVED,
    /// It answered a part; the rest goes on.
    PART_ANSWER_ARRIVED,
    /// It refused a part; the rest goes on.
    PART_REFUSAL_ARRIVED,
    /// Another of its institutions has the request now.
    TRANSFER_ARRIVED,
    ACCEPTANCE_ARRIVED,
    EXTENSION_ARRIVED,
    POSTPONEMENT_ARRIVED,
    RESUMPTION_ARRIVED,
    MILESTONE_ARRIVED,
    /// A milestone that ends the request arrived.
    CONCLUSION_ARRIVED,
    /// It disclosed what was released because it helps an accused.
    DISCLOSURE_ARRIVED,
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
    /// A file of the other side is here, whole; or is not what was announced.
    ATTACHMENT_ARRIVED,
    ATTACHMENT_REFUSED,
    /// A word of this side will not reach the other.
    WORD_NOT_DELIVERED,
    /// This side answered a part, and says what follows.
    PART_ANSWERED,
    /// This side refuses a part of it.
    PART_REFUSED,
    /// This side discloses what was released because it helps an accused.
    DISCLOSED,
    /// This side gave it to the institution it is for.
    TRANSFERRED,
    /// An officer of this side has it now. It changes no state and does not cross.
    ASSIGNED,
    /// No officer of this side has it any more.
    TAKEN_OFF,
    /// Counsel or an interpreter was written down here; they act no more from a day on. Neither crosses.
    ASSISTANCE_RECORDED,
    ASSISTANCE_ENDED,
    /// This side told the other how one of its records stands; the other told one of its own.
    ASSISTANCE_TOLD,
    ASSISTANCE_ARRIVED,
    ANSWERED,
    REFUSED;

    /// Whether it changes the text of a request.
    boolean changesText() {
        return this == REVISED || this == ATTACHED || this == DETACHED;
    }

    /// As the history writes it: `basis-accepted`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// As screens write it.
    public Bilingual text() {
        return Texts.of("ask").bilingual("event." + word());
    }
}
