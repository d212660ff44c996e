package org.entente.ask;

import java.time.Instant;
import org.entente.exchange.Arrival;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.kernel.LegalBasis;
import org.jspecify.annotations.Nullable;

/// A word about a request as it crossed: the number and the moment of its signed header, which both nodes hold.
///
/// @param own whether this side sent it
/// @param refusal what a refusal states
record Crossing(
        EnvelopeId envelope,
        Kind kind,
        boolean own,
        long sequence,
        Instant created,
        @Nullable Stated refusal) {
    /// Those that end a request stand in the order in which they count where their moments are equal.
    enum Kind {
        REQUEST,
        LETTER,
        ANSWER,
        CONCLUSION,
        REFUSAL,
        WITHDRAWAL;

        boolean isEnd() {
            return this != REQUEST && this != LETTER;
        }

        static Kind of(Event event) {
            return switch (event) {
                case ANSWERED, ANSWER_ARRIVED -> ANSWER;
                case CONCLUDED, CONCLUSION_ARRIVED -> CONCLUSION;
                case REFUSED, REFUSAL_ARRIVED -> REFUSAL;
                case WITHDRAWN, WITHDRAWAL_ARRIVED -> WITHDRAWAL;
                case SUBMITTED,
                        REVISED,
                        ATTACHED,
                        DETACHED,
                        ATTACHMENT_ARRIVED,
                        ATTACHMENT_REFUSED,
                        BASIS_ACCEPTED,
                        BASIS_RETURNED,
                        LAW_CHANGED,
                        NOT_DELIVERED,
                        QUESTION_ARRIVED,
                        SUPPLEMENT_ARRIVED,
                        ACCEPTANCE_ARRIVED,
                        EXTENSION_ARRIVED,
                        POSTPONEMENT_ARRIVED,
                        RESUMPTION_ARRIVED,
                        MILESTONE_ARRIVED,
                        QUESTION_PUT,
                        SUPPLEMENTED,
                        ACCEPTED,
                        EXTENDED,
                        POSTPONED,
                        RESUMED,
                        MILESTONE_TOLD,
                        CONSULTATION_WAIVED,
                        PART_ANSWERED,
                        PART_ANSWER_ARRIVED,
                        PART_REFUSED,
                        PART_REFUSAL_ARRIVED,
                        TRANSFERRED,
                        TRANSFER_ARRIVED,
                        DISCLOSED,
                        DISCLOSURE_ARRIVED,
                        ALARM,
                        CLOCK_RAN_OUT,
                        REVIEW_DUE,
                        WORD_NOT_DELIVERED,
                        ASSIGNED,
                        TAKEN_OFF,
                        ASSISTANCE_RECORDED,
                        ASSISTANCE_ENDED,
                        ASSISTANCE_TOLD,
                        ASSISTANCE_ARRIVED -> LETTER;
            };
        }
    }

    /// A ground and the article it was stated under.
    record Stated(String ground, LegalBasis article) {
        static Stated of(RefusalNote note) {
            return new Stated(note.ground(), note.article());
        }
    }

    static Crossing sent(Kind kind, Outbox.Queued queued, @Nullable Stated refusal) {
        return new Crossing(queued.id(), kind, true, queued.sequence(), queued.created(), refusal);
    }

    static Crossing arrived(Kind kind, Arrival arrival, @Nullable Stated refusal) {
        return new Crossing(arrival.id(), kind, false, arrival.sequence(), arrival.created(), refusal);
    }
}
