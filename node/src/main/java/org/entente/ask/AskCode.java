package org.entente.ask;

import org.entente.kernel.Code;

/// Error codes of ask, 2600 to 2799.
public enum AskCode implements Code {
    ASK_REQUEST_UNKNOWN(2600, Kind.CALLER),
    /// Facts: number, state, event.
    ASK_NOT_IN_THIS_STATE(2601, Kind.CALLER),
    /// Facts: field, value.
    ASK_FIELD_UNFIT(2602, Kind.CALLER),
    /// Facts: ground, measure.
    ASK_GROUND_NOT_OPEN(2603, Kind.LAW),
    ASK_REASONS_MISSING(2604, Kind.LAW),
    /// Facts: number.
    ASK_SAME_OFFICER(2605, Kind.CALLER),
    /// Facts: institution, measure.
    ASK_NOT_COMPETENT(2606, Kind.LAW),
    /// The ruling rests on articles that nobody has compared with their texts. Facts: number, the articles.
    ASK_PROVISIONAL(2607, Kind.LAW),
    /// It was told before, another must come first, or the other side tells it. Facts: number, milestone.
    ASK_MILESTONE_NOT_OPEN(2608, Kind.LAW),
    /// The law wants the sides to consult before this refusal. Facts: number, ground.
    ASK_CONSULTATION_MISSING(2609, Kind.LAW),
    /// Facts: body type.
    ASK_BODY_BROKEN(2610, Kind.PEER),
    /// Facts: what the body says, what the signed header says.
    ASK_HEADER_DIFFERS(2611, Kind.PEER),
    /// Facts: number.
    ASK_NUMBER_TAKEN(2612, Kind.PEER),
    ASK_REPLY_UNKNOWN(2613, Kind.PEER),
    /// Facts: number.
    ASK_LAW_DIFFERS(2614, Kind.PEER),
    /// What a milestone began is not over: the request is not refused and does not rest.
    /// Facts: number, the milestone.
    ASK_UNSETTLED(2615, Kind.LAW),
    /// An extension comes before the term ends. Facts: number, when it ended.
    ASK_TERM_OVER(2616, Kind.LAW),
    /// What a body says of its own moment cannot be. Facts: body type, the moment.
    ASK_TIME_UNFIT(2617, Kind.PEER),
    /// Facts: number.
    ASK_SAME_CHECKER(2618, Kind.CALLER),
    /// Facts: number.
    ASK_TEXT_CHANGED(2619, Kind.CALLER),
    /// The request has no such document now. Facts: number, kind.
    ASK_DOCUMENT_UNKNOWN(2620, Kind.CALLER),
    /// The other side's figures contradict themselves or the numbers of the exchange. Fact: where.
    ASK_FIGURES_UNFIT(2621, Kind.PEER),
    /// So many words of one kind are enough. Facts: number, event, how many.
    ASK_WORDS_SPENT(2622, Kind.CALLER),
    /// What errors of files say never names the file: that is the caller's, who knows it. Fact: the longest name.
    ASK_FILE_NAME_UNFIT(2640, Kind.CALLER),
    /// Fact: the endings there are.
    ASK_FILE_TYPE_UNFIT(2641, Kind.CALLER),
    /// Fact, of this and the next three: the type by its ending.
    ASK_FILE_DIFFERS(2642, Kind.CALLER),
    ASK_FILE_ACTIVE(2643, Kind.CALLER),
    ASK_FILE_LOCKED(2644, Kind.CALLER),
    ASK_FILE_MIXED(2645, Kind.CALLER),
    /// Facts: number, how many files, how many MiB together.
    ASK_FILES_SPENT(2646, Kind.CALLER),
    /// Facts: number, id.
    ASK_ATTACHMENT_UNKNOWN(2647, Kind.CALLER),
    /// Fact: number.
    ASK_FILE_NAME_TAKEN(2648, Kind.CALLER),
    /// Facts: number, id.
    ASK_ATTACHMENT_NOT_HERE(2649, Kind.CALLER),
    /// A newer version of the law is in force than the one it was written under, and it went back to its author.
    /// Facts: number, its version, the version in force.
    ASK_LAW_SUPERSEDED(2630, Kind.LAW),
    /// Facts: number, the account.
    ASK_ASSIGNEE_UNFIT(2650, Kind.CALLER),
    /// Facts: number, the account.
    ASK_ASSIGNEE_AWAY(2651, Kind.CALLER),
    /// Facts: how many, how many at most.
    ASK_TOO_MANY_AT_ONCE(2652, Kind.CALLER),
    /// Who stands in for somebody does not approve their work. Facts: number, the account of the absent.
    ASK_DEPUTY_OF_AUTHOR(2653, Kind.CALLER),
    /// Fact: how many at most.
    ASK_FILTERS_SPENT(2654, Kind.CALLER),
    /// Fact: the name.
    ASK_FILTER_UNKNOWN(2655, Kind.CALLER),
    ASK_NOT_QUIET(2660, Kind.CALLER),
    ASK_KNOWS_SPENT(2661, Kind.CALLER),
    ASK_OFFICER_UNKNOWN(2662, Kind.CALLER),
    ASK_LAWYER_MISSING(2663, Kind.CALLER),
    /// Facts: number, id.
    ASK_ASSISTANCE_UNKNOWN(2670, Kind.CALLER),
    /// The other side told it, and ends it. Facts: number, id.
    ASK_ASSISTANCE_NOT_OURS(2671, Kind.CALLER),
    /// Fact: what does not fit.
    ASK_ASSISTANCE_UNFIT(2672, Kind.CALLER),
    /// Fact: id.
    ASK_FOREWARNING_UNKNOWN(2680, Kind.CALLER),
    /// It was sent, or it was decided not to send it. Fact: id.
    ASK_FOREWARNING_DECIDED(2681, Kind.CALLER),
    /// Fact: what does not fit.
    ASK_FOREWARNING_UNFIT(2682, Kind.CALLER),
    /// The number of a request that only named officers know is not shown. Fact: number.
    ASK_FOREWARNING_QUIET(2683, Kind.LAW);

    private final int number;
    private final Kind kind;

    AskCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
