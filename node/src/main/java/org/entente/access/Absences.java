package org.entente.access;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;

/// Absences and deputies. A deputy gets work, never rights: who stands in for somebody already
/// has every role of theirs, in the same institution. Each change is a DUTY leaf. Thread-safe.
public final class Absences implements Roll {
    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final Ledger ledger;
    private final AgreementId agreement;
    private final Clock clock;

    public Absences(
            Transactions transactions,
            Accounts accounts,
            Access access,
            Ledger ledger,
            AgreementId agreement,
            Clock clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.ledger = ledger;
        this.agreement = agreement;
        this.clock = clock;
    }

    /// Declares one's own absence; an operator declares that of others.
    ///
    /// @throws EntenteException ACCESS_DENIED; ACCESS_OFFICER_UNKNOWN; ACCESS_ABSENCE_UNFIT;
    ///     ACCESS_DEPUTY_UNFIT
    public Absence declare(Officer actor, OfficerId officer, Instant from, Instant until, @Nullable OfficerId deputy) {
        requireMay(actor, officer);
        Instant now = clock.instant();
        boolean fits = from.isBefore(until)
                && until.isAfter(now)
                && !from.isAfter(now.plus(Limits.ABSENCE_AHEAD_MAX))
                && !until.isAfter(from.plus(Limits.ABSENCE_LENGTH_MAX));
        if (!fits) {
            throw unfit();
        }
        return transactions.in(tx -> {
            Officer absent = known(tx, officer);
            List<Absence> known = accounts.absences(tx, now);
            List<Absence> own =
                    known.stream().filter(one -> one.officer().equals(officer)).toList();
            if (own.size() >= Limits.ABSENCES_MAX || own.stream().anyMatch(one -> one.overlaps(from, until))) {
                throw unfit();
            }
            if (deputy != null) {
                requireDeputy(tx, absent, deputy, known, from, until);
            }
            Absence absence = new Absence(officer, deputy, from, until, actor.id());
            accounts.putAbsence(tx, absence);
            Map<String, String> fields = new HashMap<>(Map.of(
                    "officer", officer.value(),
                    "by", actor.label(),
                    "from", from.toString(),
                    "until", until.toString()));
            if (deputy != null) {
                fields.put("deputy", deputy.value());
            }
            record(tx, "access.absence-declared", fields);
            return absence;
        });
    }

    /// Ends what the officer has declared and what is still to come: they are here.
    ///
    /// @return how many absences ended
    /// @throws EntenteException ACCESS_DENIED; ACCESS_OFFICER_UNKNOWN
    public int end(Officer actor, OfficerId officer) {
        requireMay(actor, officer);
        return transactions.in(tx -> {
            known(tx, officer);
            int ended = accounts.endAbsences(tx, officer, clock.instant());
            if (ended > 0) {
                record(tx, "access.absence-ended", Map.of("officer", officer.value(), "by", actor.label()));
            }
            return ended;
        });
    }

    /// Absences that have not ended, the first to begin first: for an operator all, for others
    /// those of their own institution.
    public List<Absence> all(Officer reader) {
        access.require(reader, AccessAction.SEE_ABSENCES, Marking.UNMARKED);
        boolean every = access.offers(reader, AccessAction.DECLARE_FOR_OTHERS);
        return transactions.in(tx -> accounts.absences(tx, clock.instant()).stream()
                .filter(one -> every || isColleague(tx, reader, one.officer()))
                .toList());
    }

    /// Who may stand in for an officer, by account.
    ///
    /// @throws EntenteException ACCESS_DENIED; ACCESS_OFFICER_UNKNOWN
    public List<Officer> deputies(Officer actor, OfficerId officer) {
        requireMay(actor, officer);
        return transactions.in(tx -> {
            Officer absent = known(tx, officer);
            return accounts.all(tx).stream().filter(one -> fits(absent, one)).toList();
        });
    }

    @Override
    public Optional<Officer> officer(Tx tx, OfficerId id) {
        return accounts.officer(tx, id);
    }

    @Override
    public List<Officer> all(Tx tx) {
        return accounts.all(tx);
    }

    @Override
    public StandIns standIns(Tx tx, Instant at) {
        return new StandIns(accounts.absences(tx, at).stream()
                .filter(one -> one.isInForce(at))
                .toList());
    }

    private void requireMay(Officer actor, OfficerId officer) {
        AccessAction action =
                actor.id().equals(officer) ? AccessAction.DECLARE_ABSENCE : AccessAction.DECLARE_FOR_OTHERS;
        access.require(actor, action, Marking.UNMARKED);
    }

    private boolean isColleague(Tx tx, Officer reader, OfficerId other) {
        return accounts.officer(tx, other)
                .filter(one -> one.institution().equals(reader.institution()))
                .isPresent();
    }

    private void requireDeputy(
            Tx tx, Officer absent, OfficerId deputy, List<Absence> known, Instant from, Instant until) {
        boolean present = known.stream().noneMatch(one -> one.officer().equals(deputy) && one.overlaps(from, until));
        if (!present
                || accounts.officer(tx, deputy).filter(one -> fits(absent, one)).isEmpty()) {
            throw new EntenteException(AccessCode.ACCESS_DEPUTY_UNFIT, deputy.value());
        }
    }

    private static boolean fits(Officer absent, Officer deputy) {
        return !deputy.id().equals(absent.id())
                && deputy.institution().equals(absent.institution())
                && deputy.roles().containsAll(absent.roles());
    }

    private Officer known(Tx tx, OfficerId officer) {
        return accounts.officer(tx, officer)
                .orElseThrow(() -> new EntenteException(AccessCode.ACCESS_OFFICER_UNKNOWN, officer.value()));
    }

    private static EntenteException unfit() {
        return new EntenteException(AccessCode.ACCESS_ABSENCE_UNFIT, Long.toString(Limits.ABSENCE_LENGTH_MAX.toDays()));
    }

    private void record(Tx tx, String type, Map<String, String> fields) {
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(fields)));
    }
}
