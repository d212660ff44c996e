package org.entente.ask;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.db.Tx;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// No-surprise notices: that a request or a measure concerns a high official of the other party, told to one
/// authority of it that the sender names, before or with the measure, or delayed with a recorded reason. On the
/// sending side those see one who may see the request it is about, else its institution; on the other the named
/// authority. A central authority sees what its party's have sent, its lawyers what they received; so do
/// auditors. Thread-safe.
public final class Forewarnings {
    private static final Set<State> UNSENT = Set.of(State.DRAFT, State.AWAITING_BASIS_CHECK);

    private final Surroundings around;
    private final Files files;
    private final NoSurprise notices;

    public Forewarnings(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
        this.notices = new NoSurprise(around);
    }

    /// What waits first, by the time left; then the newest. At most 500.
    public List<FiledForewarning> all(Officer officer) {
        around.access().require(officer, AskAction.READ_FOREWARNING, Marking.UNMARKED);
        return around.transactions()
                .in(tx -> notices.list(tx).stream()
                        .filter(one -> concerns(tx, officer, one))
                        .toList());
    }

    /// One; the look is in the DUTY log before this returns.
    ///
    /// @throws EntenteException ASK_FOREWARNING_UNKNOWN
    public FiledForewarning one(Officer officer, ForewarningId id) {
        around.access().require(officer, AskAction.READ_FOREWARNING, Marking.UNMARKED);
        return around.transactions().in(tx -> {
            notices.read(tx, known(tx, officer, id), officer);
            return notices.lock(tx, id);
        });
    }

    /// Writes one down, and sends it where the order says now.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_FOREWARNING_UNFIT; ASK_FOREWARNING_QUIET;
    ///     ASK_FIELD_UNFIT for a delay without reason or moment;
    ///     ASK_NOT_IN_THIS_STATE for what is to go with a request that has left
    public FiledForewarning write(Officer officer, ForewarningOrder order) {
        around.access().require(officer, AskAction.WRITE_FOREWARNING, Marking.UNMARKED);
        return around.transactions().in(tx -> {
            RequestNumber number = order.about();
            Filed about = number == null ? null : files.lock(tx, officer, number);
            Instant due = due(order, about);
            FiledForewarning filed = filed(officer, order, about, due);
            notices.write(tx, filed, Drafting.note("reason", order.reason()));
            if (order.choice() == ForewarningOrder.Choice.NOW) {
                notices.send(tx, filed.forewarning(), officer.label());
            }
            return notices.lock(tx, filed.forewarning().id());
        });
    }

    /// Sends one that waits.
    ///
    /// @throws EntenteException ASK_FOREWARNING_UNKNOWN; ASK_FOREWARNING_DECIDED
    public FiledForewarning send(Officer officer, ForewarningId id) {
        around.access().require(officer, AskAction.WRITE_FOREWARNING, Marking.UNMARKED);
        return around.transactions().in(tx -> {
            notices.send(tx, waiting(tx, officer, id).forewarning(), officer.label());
            return notices.lock(tx, id);
        });
    }

    /// Lets one wait until a moment, because telling could tip somebody off; the reason stays here.
    ///
    /// @throws EntenteException ASK_FOREWARNING_UNKNOWN; ASK_FOREWARNING_DECIDED; ASK_FIELD_UNFIT without a reason,
    ///     or for a moment that has passed or is more than 90 days ahead
    public FiledForewarning delay(Officer officer, ForewarningId id, String reason, Instant due) {
        return decide(officer, id, ForewarningState.DELAYED, reason, timely(due));
    }

    /// Ends one that waits without sending it; the reason stays here.
    ///
    /// @throws EntenteException ASK_FOREWARNING_UNKNOWN; ASK_FOREWARNING_DECIDED; ASK_FIELD_UNFIT without a reason
    public FiledForewarning leave(Officer officer, ForewarningId id, String reason) {
        return decide(officer, id, ForewarningState.NOT_SENT, reason, null);
    }

    private FiledForewarning decide(
            Officer officer, ForewarningId id, ForewarningState state, String reason, @Nullable Instant due) {
        around.access().require(officer, AskAction.WRITE_FOREWARNING, Marking.UNMARKED);
        String why = reason(reason);
        return around.transactions().in(tx -> {
            notices.move(tx, waiting(tx, officer, id).forewarning(), state, officer.label(), why, due);
            return notices.lock(tx, id);
        });
    }

    private FiledForewarning filed(
            Officer officer, ForewarningOrder order, @Nullable Filed about, @Nullable Instant due) {
        Agreement law = around.agreements().current(order.agreement());
        boolean known = law.institution(order.to()).isPresent()
                && law.hasPurpose(order.purpose())
                && law.article(order.basis()).isPresent();
        if (!known || (about != null && !about.request().head().agreement().equals(order.agreement()))) {
            throw new EntenteException(AskCode.ASK_FOREWARNING_UNFIT, order.to() + ", " + order.basis());
        }
        CaseNumber caseNumber = order.caseNumber() == null && about != null ? about.caseNumber() : order.caseNumber();
        if (about == null && caseNumber == null) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "case", "");
        }
        ForewarningState state = order.choice() == ForewarningOrder.Choice.WITH_REQUEST
                ? ForewarningState.WITH_REQUEST
                : ForewarningState.DELAYED;
        try {
            return new FiledForewarning(
                    new Forewarning(
                            ForewarningId.random(),
                            order.agreement(),
                            about == null ? officer.institution() : about.institution(),
                            order.to(),
                            order.text(),
                            order.basis(),
                            order.purpose(),
                            order.demonstration(),
                            shown(order, about),
                            around.now()),
                    Direction.OUT,
                    state,
                    order.about(),
                    caseNumber,
                    officer.label(),
                    due,
                    null,
                    null,
                    null,
                    null,
                    List.of());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_FOREWARNING_UNFIT, e, UnfitValueException.fact(e));
        }
    }

    /// Who is told of a quiet request is told in words, by a sender who knows: its number would say it to officers of
    /// the
    /// authority who do not know of it.
    private static @Nullable RequestNumber shown(ForewarningOrder order, @Nullable Filed about) {
        if (!order.showsNumber() || about == null) {
            return null;
        }
        if (about.request().head().quiet()) {
            throw new EntenteException(
                    AskCode.ASK_FOREWARNING_QUIET, about.number().value());
        }
        return about.number();
    }

    /// Until when somebody decides. What is sent in this step waits in it for no time.
    private Instant due(ForewarningOrder order, @Nullable Filed about) {
        return switch (order.choice()) {
            case NOW -> around.now();
            case WITH_REQUEST -> {
                if (about == null || about.side() == Direction.IN) {
                    throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "choice", "with-request");
                }
                if (!UNSENT.contains(about.state())) {
                    throw new EntenteException(
                            AskCode.ASK_NOT_IN_THIS_STATE,
                            about.number().value(),
                            about.state().word(),
                            Event.BASIS_ACCEPTED.word());
                }
                yield around.now().plus(Limits.REMINDER);
            }
            case DELAYED -> {
                Instant due = order.due();
                reason(order.reason());
                yield timely(due == null ? Instant.EPOCH : due);
            }
        };
    }

    private Instant timely(Instant due) {
        Instant whole = due.truncatedTo(ChronoUnit.SECONDS);
        if (!whole.isAfter(around.now()) || whole.isAfter(around.now().plus(Limits.FOREWARNING_DELAY_MAX))) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "due", due.toString());
        }
        return whole;
    }

    private static String reason(String reason) {
        String clean = Drafting.note("reason", reason);
        if (clean.isEmpty()) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "reason", "");
        }
        return clean;
    }

    private FiledForewarning waiting(Tx tx, Officer officer, ForewarningId id) {
        FiledForewarning one = known(tx, officer, id);
        if (!one.state().waits()) {
            throw new EntenteException(AskCode.ASK_FOREWARNING_DECIDED, id.hex());
        }
        return one;
    }

    private FiledForewarning known(Tx tx, Officer officer, ForewarningId id) {
        FiledForewarning one = notices.lock(tx, id);
        if (!concerns(tx, officer, one)) {
            throw NoSurprise.unknown(id);
        }
        return one;
    }

    private boolean concerns(Tx tx, Officer officer, FiledForewarning one) {
        boolean ofAll = around.institution(officer) == null;
        if (one.side() == Direction.IN) {
            InstitutionId to = one.forewarning().to();
            boolean centralLawyer = ofAll && officer.has(Role.LAWYER);
            return officer.institution().equals(to) || centralLawyer || officer.has(Role.AUDITOR);
        }
        RequestNumber about = one.about();
        return about == null
                ? ofAll || officer.institution().equals(one.forewarning().from())
                : around.concerns(officer, files.read(tx, about));
    }
}
