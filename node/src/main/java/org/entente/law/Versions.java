package org.entente.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.PartyTerms;
import org.entente.agreement.pack.PackReader;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.law.store.VersionStore;

/// The versions this node keeps, and what a new one must be to take its place among them. Both sides
/// hold a proposal to the same.
final class Versions {
    private final Surroundings around;
    private final VersionStore store = new VersionStore();

    Versions(Surroundings around) {
        this.around = around;
    }

    List<LawVersion> list(Tx tx, AgreementId id) {
        return store.list(tx, id, Limits.LIST_MAX);
    }

    List<LawVersion> pending(Tx tx, AgreementId id) {
        return store.in(tx, id, VersionState.all(VersionState::isPending));
    }

    /// @throws EntenteException AGREEMENT_PROPOSALS_SPENT if too many of the other party's came to nothing of late
    void requireFew(Tx tx, AgreementId id, Instant now) {
        List<VersionState> vain = VersionState.all(state -> state.isDead() || state == VersionState.PROPOSED);
        if (store.vainCount(tx, id, vain, now.minus(Limits.VAIN_PERIOD)) >= Limits.VAIN_MAX) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_PROPOSALS_SPENT,
                    Integer.toString(Limits.VAIN_MAX),
                    Long.toString(Limits.VAIN_PERIOD.toDays()));
        }
    }

    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN
    LawVersion lock(Tx tx, AgreementId id, Bytes pack) {
        return store.lock(tx, id, pack)
                .orElseThrow(() -> new EntenteException(AgreementCode.AGREEMENT_PROPOSAL_UNKNOWN, pack.hex()));
    }

    void update(Tx tx, LawVersion row) {
        store.update(tx, row);
        if (row.state() == VersionState.AGREED) {
            Agreement agreement = PackReader.read(around.archive().read(row.pack()));
            tx.afterCommit(() -> around.agreements().add(agreement, row.since()));
        } else if (row.state() == VersionState.NOT_TAKEN) {
            tx.afterCommit(() -> around.agreements().withdraw(row.agreement(), row.pack()));
        }
    }

    /// The version that the parties pinned when they began. Until they have, the folder of the
    /// configuration may change.
    void begin(Tx tx, AgreementId id, Instant at) {
        Agreement current = around.agreements().current(id);
        if (around.post().peerKey(id).isPresent() && store.isEmpty(tx, id)) {
            store.insert(
                    tx,
                    new LawVersion(
                            id,
                            current.packHash(),
                            current.version(),
                            null,
                            true,
                            VersionState.FIRST,
                            null,
                            null,
                            "",
                            null,
                            null,
                            at,
                            at));
        }
    }

    /// @throws EntenteException AGREEMENT_NOT_IN_THIS_STATE while another change is pending;
    ///     AGREEMENT_VERSION_NOT_NEW
    void add(Tx tx, LawVersion row) {
        pending(tx, row.agreement()).stream().findFirst().ifPresent(pending -> {
            throw notNow(pending);
        });
        boolean known = store.in(tx, row.agreement(), VersionState.all(VersionState::isBinding)).stream()
                .anyMatch(one -> one.pack().equals(row.pack()) || one.version().equals(row.version()));
        if (known) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_VERSION_NOT_NEW,
                    row.version(),
                    around.agreements().current(row.agreement()).version());
        }
        store.delete(tx, row);
        store.insert(tx, row);
    }

    /// @throws EntenteException AGREEMENT_OTHER_PARTIES; AGREEMENT_VERSION_NOT_NEW; AGREEMENT_DAY_UNFIT
    ///     unless the day is after `earliest`, not before the pack's own, and at most so many days after the
    ///     moment of the proposal
    void requireSuccessor(Agreement next, LocalDate day, Instant earliest, Instant proposed) {
        Agreement current = around.agreements().current(next.id());
        if (!parties(next).equals(parties(current))) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_OTHER_PARTIES,
                    parties(current).toString(),
                    parties(next).toString());
        }
        if (Arrays.compare(number(next), number(current)) <= 0) {
            throw new EntenteException(AgreementCode.AGREEMENT_VERSION_NOT_NEW, next.version(), current.version());
        }
        LocalDate own = next.text().inForceFrom();
        LocalDate first = LocalDate.ofInstant(earliest, ZoneOffset.UTC).plusDays(1);
        LocalDate last = LocalDate.ofInstant(proposed, ZoneOffset.UTC).plusDays(Limits.AHEAD_DAYS_MAX);
        if (day.isBefore(first) || day.isBefore(own) || day.isAfter(last)) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_DAY_UNFIT,
                    day.toString(),
                    (own.isAfter(first) ? own : first).toString(),
                    last.toString());
        }
    }

    private static int[] number(Agreement agreement) {
        return Arrays.stream(agreement.version().split("[.]"))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    private static Set<Party> parties(Agreement agreement) {
        Set<Party> parties = new HashSet<>();
        agreement.text().parties().stream().map(PartyTerms::party).forEach(parties::add);
        return parties;
    }

    /// Whether a party may still sign it.
    static boolean isInTime(LawVersion row, Instant at) {
        return !at.isAfter(row.signedBefore());
    }

    /// Whether the other party's signature comes too late to bind anybody.
    static boolean isUnanswered(LawVersion row, Instant at) {
        return at.isAfter(row.since().plus(Limits.ANSWERED_WITHIN));
    }

    static void require(LawVersion row, VersionState state) {
        if (row.state() != state) {
            throw notNow(row);
        }
    }

    static EntenteException notNow(LawVersion row) {
        return new EntenteException(
                AgreementCode.AGREEMENT_NOT_IN_THIS_STATE,
                row.version(),
                row.state().word());
    }
}
