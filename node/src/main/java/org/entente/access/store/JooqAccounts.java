package org.entente.access.store;

import static org.entente.access.store.generated.Tables.ABSENCE;
import static org.entente.access.store.generated.Tables.MANDATE;
import static org.entente.access.store.generated.Tables.OFFICER;
import static org.entente.access.store.generated.Tables.SESSION;
import static org.entente.access.store.generated.Tables.SIGN_IN_LINK;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.access.Absence;
import org.entente.access.Accounts;
import org.entente.access.Mandate;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Role;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Accounts in PostgreSQL, schema `access`.
public final class JooqAccounts implements Accounts {
    private final Party party;

    public JooqAccounts(Party party) {
        this.party = party;
    }

    @Override
    public void enrol(Tx tx, Officer officer, Instant at) {
        tx.dsl()
                .insertInto(OFFICER)
                .set(OFFICER.ID, officer.id().value())
                .set(OFFICER.INSTITUTION, officer.institution().value())
                .set(OFFICER.NAME, officer.name())
                .set(
                        OFFICER.ROLES,
                        officer.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .set(OFFICER.ENROLLED, at)
                .execute();
    }

    @Override
    public Optional<Officer> officer(Tx tx, OfficerId id) {
        return tx.dsl()
                .selectFrom(OFFICER)
                .where(OFFICER.ID.eq(id.value()))
                .fetchOptional()
                .map(this::officer);
    }

    @Override
    public List<Officer> all(Tx tx) {
        return tx.dsl().selectFrom(OFFICER).orderBy(OFFICER.ID).fetch(this::officer);
    }

    @Override
    public void putLink(Tx tx, Bytes codeHash, OfficerId officer, OfficerId issuedBy, Instant expires) {
        tx.dsl()
                .insertInto(SIGN_IN_LINK)
                .set(SIGN_IN_LINK.CODE_HASH, codeHash.toArray())
                .set(SIGN_IN_LINK.OFFICER, officer.value())
                .set(SIGN_IN_LINK.ISSUED_BY, issuedBy.value())
                .set(SIGN_IN_LINK.EXPIRES, expires)
                .execute();
    }

    @Override
    public boolean isOpen(Tx tx, Bytes codeHash, Instant at) {
        return tx.dsl()
                .fetchExists(
                        SIGN_IN_LINK,
                        SIGN_IN_LINK
                                .CODE_HASH
                                .eq(codeHash.toArray())
                                .and(SIGN_IN_LINK.USED.isNull())
                                .and(SIGN_IN_LINK.EXPIRES.gt(at)));
    }

    @Override
    public Optional<OfficerId> spendLink(Tx tx, Bytes codeHash, Instant at) {
        return tx.dsl()
                .update(SIGN_IN_LINK)
                .set(SIGN_IN_LINK.USED, at)
                .where(SIGN_IN_LINK.CODE_HASH.eq(codeHash.toArray()))
                .and(SIGN_IN_LINK.USED.isNull())
                .and(SIGN_IN_LINK.EXPIRES.gt(at))
                .returning(SIGN_IN_LINK.OFFICER)
                .fetchOptional(SIGN_IN_LINK.OFFICER)
                .map(OfficerId::new);
    }

    @Override
    public void putSession(Tx tx, Bytes tokenHash, OfficerId officer, Instant started, Instant expires) {
        tx.dsl().deleteFrom(SESSION).where(SESSION.EXPIRES.lt(started)).execute();
        tx.dsl()
                .insertInto(SESSION)
                .set(SESSION.TOKEN_HASH, tokenHash.toArray())
                .set(SESSION.OFFICER, officer.value())
                .set(SESSION.STARTED, started)
                .set(SESSION.EXPIRES, expires)
                .execute();
    }

    @Override
    public Optional<Officer> session(Tx tx, Bytes tokenHash, Instant at) {
        return tx.dsl()
                .select(OFFICER.fields())
                .from(SESSION)
                .join(OFFICER)
                .on(OFFICER.ID.eq(SESSION.OFFICER))
                .where(SESSION.TOKEN_HASH.eq(tokenHash.toArray()))
                .and(SESSION.EXPIRES.gt(at))
                .fetchOptional()
                .map(this::officer);
    }

    @Override
    public void endSession(Tx tx, Bytes tokenHash) {
        tx.dsl()
                .deleteFrom(SESSION)
                .where(SESSION.TOKEN_HASH.eq(tokenHash.toArray()))
                .execute();
    }

    @Override
    public void endSessions(Tx tx, OfficerId officer) {
        tx.dsl().deleteFrom(SESSION).where(SESSION.OFFICER.eq(officer.value())).execute();
    }

    @Override
    public void putMandate(Tx tx, Mandate mandate) {
        tx.dsl()
                .insertInto(MANDATE)
                .set(MANDATE.ID, UUID.randomUUID())
                .set(MANDATE.OFFICER, mandate.officer().value())
                .set(
                        MANDATE.CLASSES,
                        mandate.classes().stream()
                                .map(PersonClass::name)
                                .sorted()
                                .toArray(String[]::new))
                .set(MANDATE.REASON, mandate.reason())
                .set(MANDATE.GRANTED_BY, mandate.grantedBy().value())
                .set(MANDATE.VALID_FROM, mandate.from())
                .set(MANDATE.VALID_UNTIL, mandate.until())
                .execute();
    }

    @Override
    public List<Mandate> mandates(Tx tx, Instant at) {
        return tx.dsl()
                .selectFrom(MANDATE)
                .where(MANDATE.VALID_UNTIL.gt(at))
                .fetch(row -> new Mandate(
                        new OfficerId(row.get(MANDATE.OFFICER)),
                        Arrays.stream(row.get(MANDATE.CLASSES))
                                .map(PersonClass::valueOf)
                                .collect(Collectors.toUnmodifiableSet()),
                        row.get(MANDATE.REASON),
                        new OfficerId(row.get(MANDATE.GRANTED_BY)),
                        row.get(MANDATE.VALID_FROM),
                        row.get(MANDATE.VALID_UNTIL)));
    }

    @Override
    public boolean setAddress(Tx tx, OfficerId officer, @Nullable String address) {
        return tx.dsl()
                        .update(OFFICER)
                        .set(OFFICER.ADDRESS, address)
                        .where(OFFICER.ID.eq(officer.value()))
                        .execute()
                == 1;
    }

    @Override
    public Map<Officer, String> addresses(Tx tx) {
        return tx.dsl()
                .selectFrom(OFFICER)
                .where(OFFICER.ADDRESS.isNotNull())
                .orderBy(OFFICER.ID)
                .fetchMap(this::officer, row -> row.get(OFFICER.ADDRESS));
    }

    @Override
    public void putAbsence(Tx tx, Absence absence) {
        OfficerId deputy = absence.deputy();
        tx.dsl()
                .insertInto(ABSENCE)
                .set(ABSENCE.ID, UUID.randomUUID())
                .set(ABSENCE.OFFICER, absence.officer().value())
                .set(ABSENCE.DEPUTY, deputy == null ? null : deputy.value())
                .set(ABSENCE.STARTS, absence.from())
                .set(ABSENCE.ENDS, absence.until())
                .set(ABSENCE.DECLARED_BY, absence.declaredBy().value())
                .execute();
    }

    @Override
    public List<Absence> absences(Tx tx, Instant at) {
        return tx.dsl()
                .selectFrom(ABSENCE)
                .where(ABSENCE.ENDS.gt(at))
                .orderBy(ABSENCE.STARTS, ABSENCE.OFFICER)
                .fetch(row -> new Absence(
                        new OfficerId(row.get(ABSENCE.OFFICER)),
                        row.get(ABSENCE.DEPUTY) == null ? null : new OfficerId(row.get(ABSENCE.DEPUTY)),
                        row.get(ABSENCE.STARTS),
                        row.get(ABSENCE.ENDS),
                        new OfficerId(row.get(ABSENCE.DECLARED_BY))));
    }

    @Override
    public int endAbsences(Tx tx, OfficerId officer, Instant at) {
        int begun = tx.dsl()
                .update(ABSENCE)
                .set(ABSENCE.ENDS, at)
                .where(ABSENCE.OFFICER.eq(officer.value()))
                .and(ABSENCE.STARTS.lt(at))
                .and(ABSENCE.ENDS.gt(at))
                .execute();
        return begun
                + tx.dsl()
                        .deleteFrom(ABSENCE)
                        .where(ABSENCE.OFFICER.eq(officer.value()))
                        .and(ABSENCE.STARTS.ge(at))
                        .execute();
    }

    private Officer officer(Record row) {
        return new Officer(
                new OfficerId(row.get(OFFICER.ID)),
                party,
                new InstitutionId(row.get(OFFICER.INSTITUTION)),
                row.get(OFFICER.NAME),
                Arrays.stream(row.get(OFFICER.ROLES)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
