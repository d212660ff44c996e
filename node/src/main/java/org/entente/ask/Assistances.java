package org.entente.ask;

import java.time.LocalDate;
import java.util.List;
import org.entente.db.Tx;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.UnfitValueException;

/// Counsel who act for a person concerned by a request, and interpreters. Each side keeps its own; the other has
/// what it is told. Seen by who may see the request. Thread-safe.
public final class Assistances {
    private final Surroundings around;
    private final Files files;
    private final Assisting assisting;

    public Assistances(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
        this.assisting = new Assisting(around, files);
    }

    /// Both sides', in the order in which they were recorded here.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    public List<RecordedAssistance> of(Officer officer, RequestNumber number) {
        around.access().require(officer, AskAction.READ, Marking.UNMARKED);
        return around.transactions().in(tx -> {
            Filed filed = files.read(tx, number);
            if (!around.concerns(officer, filed)) {
                throw new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
            }
            return assisting.of(tx, number);
        });
    }

    /// One of this side's own.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_ASSISTANCE_UNKNOWN; ASK_ASSISTANCE_NOT_OURS
    public RecordedAssistance own(Officer officer, RequestNumber number, AssistanceId id) {
        around.access().require(officer, AskAction.RECORD_ASSISTANCE, Marking.UNMARKED);
        return around.transactions().in(tx -> assisting.own(tx, files.lock(tx, officer, number), id));
    }

    /// Writes one down, and tells the other side where the order says so.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_ASSISTANCE_UNFIT; ASK_WORDS_SPENT; ASK_NOT_IN_THIS_STATE
    ///     to tell of a request that has not crossed: then nothing is recorded
    public RecordedAssistance add(Officer officer, RequestNumber number, AssistanceOrder order) {
        require(officer);
        Assistance assistance = fit(order);
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, officer, number);
            assisting.add(tx, officer, filed, assistance);
            return told(tx, officer, filed, assistance.id(), order.tells());
        });
    }

    /// Ends one of this side's own on a day, once.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_ASSISTANCE_UNKNOWN; ASK_ASSISTANCE_NOT_OURS;
    ///     ASK_FIELD_UNFIT for what has ended, or a day before it began; ASK_NOT_IN_THIS_STATE as above
    public RecordedAssistance end(
            Officer officer, RequestNumber number, AssistanceId id, LocalDate day, boolean tells) {
        require(officer);
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, officer, number);
            assisting.end(tx, officer, filed, assisting.own(tx, filed, id), day);
            return told(tx, officer, filed, id, tells);
        });
    }

    /// Tells the other side how one of this side's own stands now.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_ASSISTANCE_UNKNOWN; ASK_ASSISTANCE_NOT_OURS;
    ///     ASK_WORDS_SPENT; ASK_NOT_IN_THIS_STATE
    public RecordedAssistance tell(Officer officer, RequestNumber number, AssistanceId id) {
        require(officer);
        return around.transactions().in(tx -> told(tx, officer, files.lock(tx, officer, number), id, true));
    }

    private RecordedAssistance told(Tx tx, Officer officer, Filed filed, AssistanceId id, boolean tells) {
        if (tells) {
            assisting.tell(tx, officer, filed, assisting.own(tx, filed, id));
        }
        return assisting.own(tx, filed, id);
    }

    private static Assistance fit(AssistanceOrder order) {
        try {
            return order.recorded(AssistanceId.random());
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_ASSISTANCE_UNFIT, e, UnfitValueException.fact(e));
        }
    }

    private void require(Officer officer) {
        around.access().require(officer, AskAction.RECORD_ASSISTANCE, Marking.UNMARKED);
    }
}
