package org.entente.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// A version of the law as this node keeps it. `day` is the first (UTC) on which it is in force, null
/// for the one the parties began with; `own` whether this party proposed it; `first` and `second` are
/// this party's officers; `reason` says why it was declined, or the code with which the other node
/// refused it; `signatures` is the note with the lines there are; `envelope` carried this party's last
/// word.
public record LawVersion(
        AgreementId agreement,
        Bytes pack,
        String version,
        @Nullable LocalDate day,
        boolean own,
        VersionState state,
        @Nullable OfficerId first,
        @Nullable OfficerId second,
        String reason,
        @Nullable Bytes signatures,
        @Nullable String envelope,
        Instant created,
        Instant changed) {

    /// The moment from which it is in force, if both sign.
    public Instant since() {
        return day == null ? Instant.EPOCH : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The last moment at which a party may sign it: the other is to hear of it before its day.
    public Instant signedBefore() {
        return since().minus(Limits.SIGNED_BEFORE);
    }

    /// This party's officers that proposed or approved it.
    public List<OfficerId> officers() {
        List<OfficerId> officers = new ArrayList<>();
        if (first != null) {
            officers.add(first);
        }
        if (second != null) {
            officers.add(second);
        }
        return List.copyOf(officers);
    }

    /// What both parties sign.
    LawNote note() {
        return new LawNote(agreement, version, pack, since());
    }

    LawVersion moved(VersionState to, String why, Instant at) {
        return new LawVersion(
                agreement, pack, version, day, own, to, first, second, why, signatures, envelope, created, at);
    }

    LawVersion approvedFirst(OfficerId by, Instant at) {
        return new LawVersion(
                agreement, pack, version, day, own, state, by, second, reason, signatures, envelope, created, at);
    }

    LawVersion approvedSecond(OfficerId by) {
        return new LawVersion(
                agreement, pack, version, day, own, state, first, by, reason, signatures, envelope, created, changed);
    }

    LawVersion signed(VersionState to, Bytes note, @Nullable String told, Instant at) {
        return new LawVersion(agreement, pack, version, day, own, to, first, second, reason, note, told, created, at);
    }
}
