package org.entente.ask;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.ask.store.AssignmentStore;
import org.entente.db.Tx;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// Who has a request on this side: one officer at a time, of those who may work on it. It orders
/// the work of this party and gives nobody a right; nothing of it crosses. Thread-safe.
public final class Assignments {
    private final Surroundings around;
    private final Files files;
    private final AssignmentStore store = new AssignmentStore();

    public Assignments(Surroundings around) {
        this.around = around;
        this.files = new Files(around);
    }

    /// Gives an open request to an officer who may work on it. If they have it already, nothing
    /// changes.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE once it has ended;
    ///     ASK_ASSIGNEE_UNFIT: whoever may not work on it, and no officer at all;
    ///     ASK_ASSIGNEE_AWAY if nobody would have it
    public void assign(Officer officer, RequestNumber number, OfficerId to) {
        require(officer);
        around.transactions().run(tx -> {
            Filed filed = open(tx, officer, number, Event.ASSIGNED);
            boolean fits = around.roll()
                    .officer(tx, to)
                    .filter(one -> mayWorkOn(one, filed))
                    .isPresent();
            if (!fits) {
                throw new EntenteException(AskCode.ASK_ASSIGNEE_UNFIT, number.value(), to.value());
            }
            if (around.roll().standIns(tx, around.now()).handler(to).isEmpty()) {
                throw new EntenteException(AskCode.ASK_ASSIGNEE_AWAY, number.value(), to.value());
            }
            if (!to.equals(filed.assignee())) {
                change(tx, officer, filed, Event.ASSIGNED, to);
            }
        });
    }

    /// Takes an open request off whoever has it. If nobody has, nothing changes.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_NOT_IN_THIS_STATE once it has ended
    public void takeOff(Officer officer, RequestNumber number) {
        require(officer);
        around.transactions().run(tx -> {
            Filed filed = open(tx, officer, number, Event.TAKEN_OFF);
            if (filed.assignee() != null) {
                change(tx, officer, filed, Event.TAKEN_OFF, null);
            }
        });
    }

    /// Who may be given a request, by account.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN
    public List<Officer> eligible(Officer officer, RequestNumber number) {
        require(officer);
        return around.transactions().in(tx -> {
            Filed filed = files.read(tx, number);
            if (!around.concerns(officer, filed)) {
                throw new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
            }
            return around.roll().all(tx).stream()
                    .filter(one -> mayWorkOn(one, filed))
                    .toList();
        });
    }

    /// Who of the officer's own institution may be given requests, by account; for a central
    /// authority, who of all.
    public List<Officer> colleagues(Officer officer) {
        around.access().require(officer, AskAction.READ, Marking.UNMARKED);
        String own = around.institution(officer);
        return around.transactions()
                .in(tx -> around.roll().all(tx).stream()
                        .filter(one -> around.access().offers(one, AskAction.ASSIGN))
                        .filter(one ->
                                own == null || own.equals(one.institution().value()))
                        .toList());
    }

    private void change(Tx tx, Officer officer, Filed filed, Event event, @Nullable OfficerId to) {
        Map<String, String> fields = new HashMap<>(
                Map.of("by", officer.label(), "request", filed.number().value()));
        OfficerId had = filed.assignee();
        if (had != null) {
            fields.put("from", had.value());
        }
        if (to != null) {
            fields.put("to", to.value());
        }
        // Noted while the request is still with whom it was: a deputy who passes it on acts for them.
        String said = to != null ? to.value() : had == null ? "" : had.value();
        files.note(tx, filed.number(), event, officer.label(), said);
        around.duty(tx, filed.request().head().agreement(), "ask." + event.word(), fields);
        store.assign(tx, filed.number().value(), to == null ? null : to.value());
    }

    private Filed open(Tx tx, Officer officer, RequestNumber number, Event event) {
        Filed filed = files.lock(tx, officer, number);
        if (!filed.state().isOpen()) {
            throw new EntenteException(
                    AskCode.ASK_NOT_IN_THIS_STATE, number.value(), filed.state().word(), event.word());
        }
        return filed;
    }

    private boolean mayWorkOn(Officer officer, Filed filed) {
        return around.access().offers(officer, AskAction.ASSIGN) && around.concerns(officer, filed);
    }

    private void require(Officer officer) {
        around.access().require(officer, AskAction.ASSIGN, Marking.UNMARKED);
    }
}
