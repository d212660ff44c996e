package org.entente.act.store;

import static org.entente.act.store.generated.Tables.OPERATION;
import static org.entente.act.store.generated.Tables.SIGNER;
import static org.entente.act.store.generated.Tables.STEP;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.act.ActDocuments;
import org.entente.act.Notice;
import org.entente.act.Operation;
import org.entente.act.OperationEvent;
import org.entente.act.OperationId;
import org.entente.act.OperationState;
import org.entente.act.Refusal;
import org.entente.act.Revocation;
import org.entente.act.SignedConsent;
import org.entente.act.Step;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Tables `operation`, `signer` and `step`. Documents are kept in the canonical form in which they cross.
public final class OperationStore {
    private static final List<String> FINAL_STATES = List.of("REFUSED", "REVOKED", "ENDED");

    /// @return false if an operation with this id is there already; nothing is written then
    public boolean insert(Tx tx, Operation operation) {
        CaseNumber caseNumber = operation.caseNumber();
        OfficerId officer = operation.officer();
        Bytes proposal = ActDocuments.encode(operation.proposal());
        return tx.dsl()
                        .insertInto(OPERATION)
                        .set(OPERATION.OPERATION_, operation.id().hex())
                        .set(
                                OPERATION.AGREEMENT,
                                operation.proposal().agreement().value())
                        .set(OPERATION.SIDE, operation.side().name())
                        .set(OPERATION.STATE, operation.state().name())
                        .set(OPERATION.PROPOSAL, text(proposal))
                        .set(
                                OPERATION.PROPOSAL_HASH,
                                ActDocuments.hash(operation.proposal()).hex())
                        .set(OPERATION.CASE_PSEUDONYM, operation.casePseudonym())
                        .set(OPERATION.CASE_NUMBER, caseNumber == null ? null : caseNumber.value())
                        .set(OPERATION.OFFICER, officer == null ? null : officer.value())
                        .set(OPERATION.ENVELOPE, operation.envelopeHex())
                        .set(OPERATION.CREATED_AT, operation.created())
                        .set(OPERATION.WINDOW_END, operation.proposal().window().end())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /// Newest first.
    public List<Operation> list(Tx tx, int countMax) {
        return tx.dsl()
                .selectFrom(OPERATION)
                .orderBy(OPERATION.CREATED_AT.desc(), OPERATION.OPERATION_)
                .limit(countMax)
                .fetch(OperationStore::operation);
    }

    public Optional<Operation> find(Tx tx, OperationId id) {
        return tx.dsl()
                .selectFrom(OPERATION)
                .where(OPERATION.OPERATION_.eq(id.hex()))
                .fetchOptional(OperationStore::operation);
    }

    /// As [#find], locked until the transaction ends.
    public Optional<Operation> findForUpdate(Tx tx, OperationId id) {
        return tx.dsl()
                .selectFrom(OPERATION)
                .where(OPERATION.OPERATION_.eq(id.hex()))
                .forUpdate()
                .fetchOptional(OperationStore::operation);
    }

    public List<OperationId> dueToEnd(Tx tx, Instant now, int countMax) {
        return tx.dsl()
                .select(OPERATION.OPERATION_)
                .from(OPERATION)
                .where(OPERATION.WINDOW_END.le(now), OPERATION.STATE.notIn(FINAL_STATES))
                .orderBy(OPERATION.WINDOW_END)
                .limit(countMax)
                .fetch(row -> new OperationId(row.value1()));
    }

    /// Writes the state and the step that led to it. `armedUntil` goes with ARMED and with nothing else.
    public void move(Tx tx, OperationId id, Step step, @Nullable Instant armedUntil) {
        tx.dsl()
                .update(OPERATION)
                .set(OPERATION.STATE, step.state().name())
                .set(OPERATION.ARMED_UNTIL, armedUntil)
                .where(OPERATION.OPERATION_.eq(id.hex()))
                .execute();
        tx.dsl()
                .insertInto(STEP)
                .set(STEP.OPERATION, id.hex())
                .set(STEP.EVENT, step.event().name())
                .set(STEP.STATE, step.state().name())
                .set(STEP.AT, step.at())
                .set(STEP.BY, step.by())
                .execute();
    }

    public List<Step> steps(Tx tx, OperationId id) {
        return tx.dsl()
                .selectFrom(STEP)
                .where(STEP.OPERATION.eq(id.hex()))
                .orderBy(STEP.ID)
                .fetch(row -> new Step(
                        OperationEvent.valueOf(row.get(STEP.EVENT)),
                        OperationState.valueOf(row.get(STEP.STATE)),
                        row.get(STEP.AT),
                        row.get(STEP.BY)));
    }

    public void proposed(Tx tx, OperationId id, String envelopeHex) {
        set(tx, id, OPERATION.ENVELOPE, envelopeHex);
    }

    public void consent(Tx tx, OperationId id, SignedConsent consent) {
        set(tx, id, OPERATION.CONSENT, text(ActDocuments.encode(consent)));
    }

    public void signer(Tx tx, OperationId id, OfficerId officer, Role role, Instant at) {
        tx.dsl()
                .insertInto(SIGNER)
                .set(SIGNER.OPERATION, id.hex())
                .set(SIGNER.OFFICER, officer.value())
                .set(SIGNER.ROLE, role.name())
                .set(SIGNER.SIGNED_AT, at)
                .execute();
    }

    public boolean hasSigned(Tx tx, OperationId id, OfficerId officer) {
        return tx.dsl().fetchExists(SIGNER, SIGNER.OPERATION.eq(id.hex()).and(SIGNER.OFFICER.eq(officer.value())));
    }

    public void conditionAccepted(Tx tx, OperationId id, OfficerId by, Instant at) {
        tx.dsl()
                .update(OPERATION)
                .set(OPERATION.CONDITION_ACCEPTED_BY, by.value())
                .set(OPERATION.CONDITION_ACCEPTED_AT, at)
                .where(OPERATION.OPERATION_.eq(id.hex()), OPERATION.CONDITION_ACCEPTED_AT.isNull())
                .execute();
    }

    public void refusal(Tx tx, Refusal refusal) {
        set(tx, refusal.operation(), OPERATION.REFUSAL, text(ActDocuments.encode(refusal)));
    }

    public void revocation(Tx tx, Revocation revocation) {
        set(tx, revocation.operation(), OPERATION.REVOCATION, text(ActDocuments.encode(revocation)));
    }

    public void notice(Tx tx, Notice notice) {
        set(tx, notice.operation(), OPERATION.NOTICE, text(ActDocuments.encode(notice)));
    }

    private static void set(Tx tx, OperationId id, Field<String> column, String value) {
        tx.dsl()
                .update(OPERATION)
                .set(column, value)
                .where(OPERATION.OPERATION_.eq(id.hex()))
                .execute();
    }

    private static Operation operation(Record row) {
        return new Operation(
                ActDocuments.proposal(bytes(row.get(OPERATION.PROPOSAL))),
                Operation.Side.valueOf(row.get(OPERATION.SIDE)),
                OperationState.valueOf(row.get(OPERATION.STATE)),
                row.get(OPERATION.CASE_PSEUDONYM),
                optional(row.get(OPERATION.CASE_NUMBER), CaseNumber::new),
                optional(row.get(OPERATION.OFFICER), OfficerId::new),
                optional(row.get(OPERATION.ENVELOPE), ActDocuments::envelope),
                row.get(OPERATION.CREATED_AT),
                optional(row.get(OPERATION.CONSENT), text -> ActDocuments.consent(bytes(text))),
                row.get(OPERATION.CONDITION_ACCEPTED_AT),
                row.get(OPERATION.ARMED_UNTIL),
                optional(row.get(OPERATION.REFUSAL), text -> ActDocuments.refusal(bytes(text))),
                optional(row.get(OPERATION.REVOCATION), text -> ActDocuments.revocation(bytes(text))),
                optional(row.get(OPERATION.NOTICE), text -> ActDocuments.notice(bytes(text))));
    }

    private static <T> @Nullable T optional(@Nullable String text, Function<String, T> reader) {
        return text == null ? null : reader.apply(text);
    }

    private static String text(Bytes utf8) {
        return new String(utf8.toArray(), StandardCharsets.UTF_8);
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
