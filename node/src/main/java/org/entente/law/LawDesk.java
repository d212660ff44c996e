package org.entente.law;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.AgreementCode;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackFiles;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.law.store.VersionStore;
import org.entente.ledger.note.VerifierKey;

/// What arrives for this room: packs the other party signed, its signature under ours, and its no.
final class LawDesk implements Desk {
    private final Surroundings around;
    private final Versions versions;
    private final VersionStore store = new VersionStore();

    LawDesk(Surroundings around, Versions versions) {
        this.around = around;
        this.versions = versions;
    }

    @Override
    public Set<String> types() {
        return Set.of(LawWire.PROPOSED, LawWire.SIGNED, LawWire.DECLINED);
    }

    @Override
    public void receive(Tx tx, Arrival arrival) {
        around.access().require(arrival.sender(), LawAction.RECEIVE, Marking.UNMARKED);
        Agreement law = around.agreements().current(arrival.sender().agreement());
        boolean central =
                arrival.from().equals(Surroundings.central(law, arrival.sender().party()))
                        && arrival.to().equals(Surroundings.central(law, around.own()));
        if (!central) {
            throw broken(arrival);
        }
        Bytes body = around.post().open(tx, arrival.id(), arrival.to());
        switch (arrival.type()) {
            case LawWire.PROPOSED -> proposed(tx, arrival, LawWire.parseProposed(body));
            case LawWire.SIGNED -> signed(tx, arrival, LawWire.parseSigned(body));
            case LawWire.DECLINED -> declined(tx, arrival, LawWire.parseDeclined(body));
            default -> throw broken(arrival);
        }
    }

    /// A pack is held to here what it was held to there.
    private void proposed(Tx tx, Arrival arrival, LawWire.Proposed proposed) {
        AgreementId id = arrival.sender().agreement();
        if (!(read(arrival, proposed.files()) instanceof Draft.Sound(Agreement next))
                || !next.id().equals(id)
                || !next.version().equals(proposed.version())) {
            throw broken(arrival);
        }
        // By the moment it is here, so that the officers have time to sign; by its own it could lapse at once.
        versions.requireSuccessor(
                next, proposed.day(), arrival.received().plus(Limits.SIGNED_BEFORE), arrival.created());
        Instant now = around.now();
        LawVersion row = new LawVersion(
                id,
                next.packHash(),
                next.version(),
                proposed.day(),
                false,
                VersionState.PROPOSED,
                null,
                null,
                "",
                null,
                null,
                now,
                now);
        Bytes line = line(arrival, row, proposed.note());
        LawVersion theirs = row.signed(VersionState.PROPOSED, line, null, now);
        Optional<LawVersion> ours =
                store.lock(tx, id, row.pack()).filter(one -> one.state().isPending() && one.own());
        if (ours.isPresent()) {
            crossed(tx, ours.get(), theirs, line);
        } else {
            versions.begin(tx, id, now);
            versions.requireFew(tx, id, now);
            versions.add(tx, theirs);
            // The files before the commit: a row never names a pack that is not there.
            around.archive().keep(proposed.files());
        }
        around.duty(tx, theirs, "law.proposal-received", arrival.sender().label());
    }

    /// Whatever a pack of the other party does to the reader, it is refused, and holds up nothing behind it.
    private static Draft read(Arrival arrival, PackFiles files) {
        try {
            return Draft.of(files);
        } catch (RuntimeException unreadable) {
            // Anything else than a lawful no would be sent again for ever.
            throw new EntenteException(AgreementCode.AGREEMENT_WORD_BROKEN, unreadable, arrival.type());
        }
    }

    /// Both proposed the same pack: that of the other counts as its signature, if it is for the same day.
    private void crossed(Tx tx, LawVersion ours, LawVersion theirs, Bytes line) {
        if (!ours.since().equals(theirs.since())) {
            throw Versions.notNow(ours);
        }
        VersionState to = ours.state() == VersionState.SIGNED ? VersionState.AGREED : ours.state();
        versions.update(tx, ours.signed(to, LawNote.merged(ours.signatures(), line), ours.envelope(), around.now()));
    }

    private void signed(Tx tx, Arrival arrival, LawWire.Signed signed) {
        LawVersion row = versions.lock(tx, arrival.sender().agreement(), signed.pack());
        Bytes line = line(arrival, row, signed.note());
        // When it was signed is the sender's word alone; when it came is ours.
        if (!Versions.isInTime(row, arrival.created().minus(Agreements.AHEAD_MAX))
                || Versions.isUnanswered(row, arrival.received())) {
            throw broken(arrival);
        }
        if (row.state().isBinding()) {
            return;
        }
        Versions.require(row, VersionState.SIGNED);
        LawVersion next =
                row.signed(VersionState.AGREED, LawNote.merged(row.signatures(), line), row.envelope(), around.now());
        versions.update(tx, next);
        around.duty(tx, next, "law.signature-received", arrival.sender().label());
    }

    private void declined(Tx tx, Arrival arrival, LawWire.Declined declined) {
        LawVersion row = versions.lock(tx, arrival.sender().agreement(), declined.pack());
        Versions.require(row, VersionState.SIGNED);
        LawVersion next = row.moved(VersionState.DECLINED, declined.reason(), around.now());
        versions.update(tx, next);
        around.duty(tx, next, "law.declined", arrival.sender().label());
    }

    /// The other party's own line under the note, and no other.
    private Bytes line(Arrival arrival, LawVersion row, Bytes note) {
        VerifierKey key = around.post().peerKey(row.agreement()).orElseThrow(() -> broken(arrival));
        return row.note().lineOf(note, key).orElseThrow(() -> broken(arrival));
    }

    private static EntenteException broken(Arrival arrival) {
        return new EntenteException(AgreementCode.AGREEMENT_WORD_BROKEN, arrival.type());
    }
}
