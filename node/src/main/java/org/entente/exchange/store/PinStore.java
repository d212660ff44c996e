package org.entente.exchange.store;

import static org.entente.exchange.store.generated.Tables.PIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// The peer's party files: proposed, in force, ended. Stateless.
public final class PinStore {
    private static final Condition PROPOSED = PIN.CONFIRMED.isNull().and(PIN.ENDED.isNull());
    private static final Condition IN_FORCE = PIN.CONFIRMED.isNotNull().and(PIN.ENDED.isNull());

    /// `since` is when it was confirmed, or proposed while it is not.
    public record Pin(AgreementId agreement, Bytes file, String fingerprint, OfficerId proposedBy, Instant since) {}

    /// A new proposal displaces an unconfirmed one.
    public void propose(Tx tx, Pin pin) {
        end(tx, pin.agreement(), PROPOSED, pin.since());
        tx.dsl()
                .insertInto(PIN)
                .set(PIN.AGREEMENT, pin.agreement().value())
                .set(PIN.FILE, pin.file().toArray())
                .set(PIN.FINGERPRINT, pin.fingerprint())
                .set(PIN.PROPOSED_BY, pin.proposedBy().value())
                .set(PIN.PROPOSED, pin.since())
                .execute();
    }

    /// Puts the proposal in force and ends the pin it replaces.
    public void confirm(Tx tx, AgreementId agreement, OfficerId by, Instant at) {
        end(tx, agreement, IN_FORCE, at);
        tx.dsl()
                .update(PIN)
                .set(PIN.CONFIRMED_BY, by.value())
                .set(PIN.CONFIRMED, at)
                .where(PIN.AGREEMENT.eq(agreement.value()).and(PROPOSED))
                .execute();
    }

    /// The open proposal, locked until the transaction ends.
    public Optional<Pin> proposed(Tx tx, AgreementId agreement) {
        return tx.dsl()
                .selectFrom(PIN)
                .where(PIN.AGREEMENT.eq(agreement.value()).and(PROPOSED))
                .forUpdate()
                .fetchOptional()
                .map(PinStore::toPin);
    }

    public List<Pin> proposed(Tx tx) {
        return list(tx, PROPOSED);
    }

    public List<Pin> inForce(Tx tx) {
        return list(tx, IN_FORCE);
    }

    private static List<Pin> list(Tx tx, Condition which) {
        return tx.dsl().selectFrom(PIN).where(which).orderBy(PIN.AGREEMENT).fetch(PinStore::toPin);
    }

    private static void end(Tx tx, AgreementId agreement, Condition which, Instant at) {
        tx.dsl()
                .update(PIN)
                .set(PIN.ENDED, at)
                .where(PIN.AGREEMENT.eq(agreement.value()).and(which))
                .execute();
    }

    private static Pin toPin(Record row) {
        @Nullable Instant confirmed = row.get(PIN.CONFIRMED);
        return new Pin(
                new AgreementId(row.get(PIN.AGREEMENT)),
                Bytes.of(row.get(PIN.FILE)),
                row.get(PIN.FINGERPRINT),
                new OfficerId(row.get(PIN.PROPOSED_BY)),
                confirmed == null ? row.get(PIN.PROPOSED) : confirmed);
    }
}
