package org.entente.law;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.entente.access.AccessCode;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Institution;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.db.Tx;
import org.entente.exchange.Desk;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.Schedule;
import org.entente.kernel.Texts;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// LAW: how a new version of an agreement comes into force. A lawyer of a central authority proposes
/// it, a second one approves, the node signs; two of the other party do the same or one declines.
/// Thread-safe; each change is one transaction.
public final class Enactment {
    private static final Logger LOG = LoggerFactory.getLogger(Enactment.class);

    private final Surroundings around;
    private final Versions versions;

    public Enactment(Surroundings around) {
        this.around = around;
        this.versions = new Versions(around);
    }

    /// Where the exchange brings what arrives for this room. It asks access for the peer itself.
    public Desk desk() {
        return new LawDesk(around, versions);
    }

    /// Reads and tries a pack; nothing is kept.
    public Draft read(Officer officer, AgreementId id, PackFiles files) {
        require(officer, LawAction.READ);
        around.agreements().current(id);
        return Draft.of(files);
    }

    /// First officer of the proposing party.
    ///
    /// @throws EntenteException AGREEMENT_OTHER_PARTIES; AGREEMENT_VERSION_NOT_NEW; AGREEMENT_DAY_UNFIT;
    ///     AGREEMENT_NOT_IN_THIS_STATE while another change is pending
    public Proposing propose(Officer officer, AgreementId id, PackFiles files, LocalDate day) {
        requireCentral(officer, LawAction.PROPOSE, id);
        return switch (Draft.of(files)) {
            case Draft.Unsound unsound -> new Proposing.Unsound(unsound.problems());
            case Draft.Sound sound -> new Proposing.Proposed(keep(officer, id, files, sound.agreement(), day));
        };
    }

    private LawVersion keep(Officer officer, AgreementId id, PackFiles files, Agreement next, LocalDate day) {
        if (!next.id().equals(id)) {
            throw new EntenteException(
                    AgreementCode.AGREEMENT_OTHER_PARTIES, id.value(), next.id().value());
        }
        Instant now = around.now();
        versions.requireSuccessor(next, day, now.plus(Limits.PROPOSED_BEFORE), now);
        LawVersion row = new LawVersion(
                id,
                next.packHash(),
                next.version(),
                day,
                true,
                VersionState.PROPOSED,
                officer.id(),
                null,
                "",
                null,
                null,
                now,
                now);
        around.transactions().run(tx -> {
            versions.begin(tx, id, now);
            versions.add(tx, row);
            around.duty(tx, row, "law.proposed", officer.label());
            // The files before the commit: a row never names a pack that is not there.
            around.archive().keep(files);
        });
        return row;
    }

    /// An officer of this party approves. The second one of a proposal makes the node sign and send.
    ///
    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN; AGREEMENT_NOT_IN_THIS_STATE;
    ///     AGREEMENT_SAME_OFFICER; AGREEMENT_DAY_UNFIT if its day is too near for the other party to
    ///     hear of it
    public LawVersion approve(Officer officer, AgreementId id, Bytes pack) {
        requireCentral(officer, LawAction.DECIDE, id);
        return around.transactions().in(tx -> {
            Instant now = around.now();
            LawVersion row = versions.lock(tx, id, pack);
            Versions.require(row, VersionState.PROPOSED);
            if (!Versions.isInTime(row, now)) {
                throw new EntenteException(
                        AgreementCode.AGREEMENT_DAY_UNFIT,
                        Objects.requireNonNull(row.day()).toString(),
                        now.plus(Limits.SIGNED_BEFORE).toString(),
                        "");
            }
            if (officer.id().equals(row.first())) {
                throw new EntenteException(AgreementCode.AGREEMENT_SAME_OFFICER, row.version());
            }
            LawVersion next = row.first() == null
                    ? row.approvedFirst(officer.id(), now)
                    : sign(tx, row.approvedSecond(officer.id()), now);
            versions.update(tx, next);
            around.duty(
                    tx, next, next.state() == VersionState.PROPOSED ? "law.approved" : "law.signed", officer.label());
            return next;
        });
    }

    /// What the other party has not signed yet goes to it with the pack; what it has, only with our line.
    private LawVersion sign(Tx tx, LawVersion row, Instant now) {
        Bytes theirs = row.signatures();
        Bytes own = row.note().sign(around.post().signer(row.agreement()));
        if (theirs != null) {
            Bytes body = LawWire.encode(new LawWire.Signed(row.pack(), own));
            EnvelopeId told = around.send(tx, row.agreement(), LawWire.SIGNED, body);
            return row.signed(VersionState.AGREED, LawNote.merged(theirs, own), told.hex(), now);
        }
        Bytes body = LawWire.encode(new LawWire.Proposed(
                row.version(),
                Objects.requireNonNull(row.day()),
                around.archive().read(row.pack()),
                own));
        EnvelopeId told = around.send(tx, row.agreement(), LawWire.PROPOSED, body);
        return row.signed(VersionState.SIGNED, own, told.hex(), now);
    }

    /// One officer suffices to say no, while this party has not signed.
    ///
    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN; AGREEMENT_NOT_IN_THIS_STATE
    public LawVersion decline(Officer officer, AgreementId id, Bytes pack, String reason) {
        requireCentral(officer, LawAction.DECIDE, id);
        String why = reason.strip();
        if (why.isEmpty() || why.length() > Limits.REASON_LENGTH_MAX) {
            throw new UnfitValueException(
                    "a reason has 1 to " + Limits.REASON_LENGTH_MAX + " characters",
                    "un motivo tiene de 1 a " + Limits.REASON_LENGTH_MAX + " caracteres");
        }
        return around.transactions().in(tx -> {
            LawVersion row = versions.lock(tx, id, pack);
            Versions.require(row, VersionState.PROPOSED);
            return end(tx, row, VersionState.DECLINED, why, officer);
        });
    }

    /// The other party, if it has signed, is always told that nothing comes of it.
    private LawVersion end(Tx tx, LawVersion row, VersionState to, String why, Actor by) {
        LawVersion next = row.moved(to, why, around.now());
        versions.update(tx, next);
        if (row.signatures() != null) {
            Bytes body = LawWire.encode(new LawWire.Declined(row.pack(), why));
            around.send(tx, row.agreement(), LawWire.DECLINED, body);
        }
        around.duty(tx, next, "law." + to.word(), by.label());
        return next;
    }

    /// Every version and proposal, the newest first, at most 500.
    public List<LawVersion> versions(Officer officer, AgreementId id) {
        require(officer, LawAction.READ);
        around.agreements().current(id);
        return around.transactions().in(tx -> versions.list(tx, id));
    }

    /// One of them.
    ///
    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN
    public LawVersion version(Officer officer, AgreementId id, Bytes pack) {
        require(officer, LawAction.READ);
        return around.transactions().in(tx -> versions.lock(tx, id, pack));
    }

    /// What it says.
    ///
    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN
    public Agreement agreement(Officer officer, AgreementId id, Bytes pack) {
        return PackReader.read(files(officer, id, pack));
    }

    /// The files of a kept version, to be read by people.
    ///
    /// @throws EntenteException AGREEMENT_PROPOSAL_UNKNOWN
    public PackFiles files(Officer officer, AgreementId id, Bytes pack) {
        return around.archive().read(version(officer, id, pack).pack());
    }

    /// Notes what the clock has put in force, and ends what nobody signed in time. Boot runs it every
    /// few seconds.
    ///
    /// @return how many versions moved
    public int sweep(Schedule schedule) {
        require(schedule, LawAction.SWEEP);
        int moved = 0;
        for (Agreement agreement : around.agreements().all()) {
            AgreementId id = agreement.id();
            List<LawVersion> pending = around.transactions().in(tx -> {
                versions.begin(tx, id, around.now());
                return versions.pending(tx, id);
            });
            for (LawVersion row : pending) {
                moved += tried(schedule, row);
            }
        }
        return moved;
    }

    /// One that cannot be moved holds up no other; the next sweep tries again.
    private int tried(Schedule schedule, LawVersion seen) {
        try {
            return sweep(schedule, seen);
        } catch (RuntimeException failed) {
            // The database, the archive or the exchange: whichever it is, the other rows go on.
            LOG.warn("version {} of the law could not be moved", seen.version(), failed);
            return 0;
        }
    }

    private int sweep(Schedule schedule, LawVersion seen) {
        String told = seen.envelope();
        // Asked outside a transaction: the outbox opens its own.
        String failure = seen.state().isPending() && told != null
                ? around.post().failure(new EnvelopeId(told)).orElse("")
                : "";
        if (next(seen, failure).isEmpty()) {
            return 0;
        }
        try {
            return move(schedule, seen, failure, true);
        } catch (EntenteException untold) {
            LOG.warn("the other party is not told that version {} of the law lapsed", seen.version(), untold);
            return move(schedule, seen, failure, false);
        }
    }

    private int move(Schedule schedule, LawVersion seen, String failure, boolean telling) {
        return around.transactions().in(tx -> {
            LawVersion row = versions.lock(tx, seen.agreement(), seen.pack());
            Optional<VersionState> to = next(row, failure);
            to.ifPresent(state -> {
                if (state == VersionState.LAPSED && row.state() == VersionState.PROPOSED && telling) {
                    end(tx, row, state, lapsed(), schedule);
                } else {
                    String why = state == VersionState.LAPSED ? lapsed() : failure;
                    LawVersion next = row.moved(state, why, around.now());
                    versions.update(tx, next);
                    around.duty(tx, next, "law." + state.word(), schedule.label());
                }
            });
            return to.isPresent() ? 1 : 0;
        });
    }

    /// As the other party's people read it: a reason is one text, so it has both languages.
    private static String lapsed() {
        Bilingual reason = Texts.of("law").bilingual("reason.lapsed");
        return reason.en() + " / " + reason.es();
    }

    private Optional<VersionState> next(LawVersion row, String failure) {
        Instant now = around.now();
        @Nullable
        VersionState next = switch (row.state()) {
            case PROPOSED -> Versions.isInTime(row, now) ? null : VersionState.LAPSED;
            case SIGNED ->
                !failure.isEmpty()
                        ? VersionState.NOT_TAKEN
                        : Versions.isUnanswered(row, now) ? VersionState.LAPSED : null;
            // Before its day nothing was made under it: what the other node refused never comes into force.
            case AGREED ->
                !row.since().isAfter(now) ? VersionState.IN_FORCE : failure.isEmpty() ? null : VersionState.NOT_TAKEN;
            case FIRST, IN_FORCE, DECLINED, LAPSED, NOT_TAKEN -> null;
        };
        return Optional.ofNullable(next);
    }

    /// A lawyer of this party's central authority.
    private void requireCentral(Officer officer, LawAction action, AgreementId id) {
        require(officer, action);
        boolean central = around.agreements()
                .current(id)
                .institution(officer.institution())
                .map(Institution::central)
                .orElse(false);
        if (!central) {
            throw new EntenteException(AccessCode.ACCESS_DENIED, action.key());
        }
    }

    private void require(Actor actor, LawAction action) {
        around.access().require(actor, action, Marking.UNMARKED);
    }
}
