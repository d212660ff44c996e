package org.entente.act;

import java.time.Instant;
import java.util.Map;
import org.entente.act.store.OperationStore;
import org.entente.db.Tx;
import org.entente.kernel.Actor;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;

/// Moves an operation along its life: the state, the step and the DUTY leaf together.
final class Journal {
    private final Surroundings around;
    private final OperationStore store;

    Journal(Surroundings around, OperationStore store) {
        this.around = around;
        this.store = store;
    }

    /// @throws EntenteException ACT_NOT_POSSIBLE_NOW if the state does not know the event
    Operation move(Tx tx, Operation operation, OperationEvent event, Actor by) {
        return move(tx, operation, event, by, null);
    }

    Operation arm(Tx tx, Operation operation, Actor by) {
        return move(
                tx,
                operation,
                OperationEvent.ARM,
                by,
                operation.proposal().window().end());
    }

    private Operation move(Tx tx, Operation operation, OperationEvent event, Actor by, @Nullable Instant armedUntil) {
        OperationState next = Lifecycle.next(operation.state(), event)
                .orElseThrow(() -> new EntenteException(
                        ActCode.ACT_NOT_POSSIBLE_NOW, operation.state().name(), event.name()));
        store.move(tx, operation.id(), new Step(event, next, around.now(), by.label()), armedUntil);
        around.duty(tx, operation.proposal(), by, "act.step", Map.of("event", event.name(), "state", next.name()));
        return reload(tx, operation.id());
    }

    /// The operation, locked, if this node is on that side of it.
    ///
    /// @throws EntenteException ACT_OPERATION_UNKNOWN, ACT_OTHER_SIDE
    Operation locked(Tx tx, OperationId id, Operation.Side side) {
        Operation operation = store.findForUpdate(tx, id).orElseThrow(() -> unknown(id));
        if (operation.side() != side) {
            throw new EntenteException(ActCode.ACT_OTHER_SIDE, id.hex());
        }
        return operation;
    }

    Operation reload(Tx tx, OperationId id) {
        return store.find(tx, id).orElseThrow(() -> unknown(id));
    }

    static EntenteException unknown(OperationId id) {
        return new EntenteException(ActCode.ACT_OPERATION_UNKNOWN, id.hex());
    }
}
