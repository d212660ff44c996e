package org.entente.ask;

import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.db.Tx;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;

/// Who knows of a quiet request on this side: at most ten, each named by one who knew. Where one arrives, the
/// lawyers of the central authority see it until one of them names who knows.
final class QuietLane {
    private QuietLane() {}

    /// Who knows of a new request: its author and whom the author names, a lawyer for the check among them;
    /// nobody for an ordinary request.
    ///
    /// @throws EntenteException ASK_OFFICER_UNKNOWN; ASK_LAWYER_MISSING
    static SortedSet<OfficerId> first(Surroundings around, Officer author, Set<OfficerId> named) {
        SortedSet<OfficerId> knows = new TreeSet<>(Comparator.comparing(OfficerId::value));
        if (named.isEmpty()) {
            return knows;
        }
        boolean hasLawyer = false;
        for (OfficerId one : named) {
            Officer officer = known(around, author, one);
            hasLawyer |= officer.has(Role.LAWYER) && !one.equals(author.id());
        }
        if (!hasLawyer) {
            throw new EntenteException(AskCode.ASK_LAWYER_MISSING);
        }
        knows.addAll(named);
        knows.add(author.id());
        return Collections.unmodifiableSortedSet(knows);
    }

    /// An account of this party.
    static Officer known(Surroundings around, Officer by, OfficerId whom) {
        return around.transactions()
                .in(tx -> around.roll().officer(tx, whom))
                .filter(officer -> officer.party().equals(by.party()))
                .orElseThrow(() -> new EntenteException(AskCode.ASK_OFFICER_UNKNOWN, whom.value()));
    }

    static void name(Surroundings around, Files files, Tx tx, Filed filed, OfficerId whom, Officer by) {
        files.name(tx, filed.number(), new Knower(whom, by.label(), around.now()));
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask.noted",
                Map.of("by", by.label(), "request", filed.number().value(), "officer", "officer:" + whom));
    }

    /// Names one more. Who takes a request that nobody was named for knows of it too.
    static List<Knower> name(
            Surroundings around, Files files, Tx tx, Officer by, RequestNumber number, OfficerId whom) {
        Filed filed = files.lock(tx, by, number);
        if (!filed.request().head().quiet()) {
            throw new EntenteException(AskCode.ASK_NOT_QUIET, number.value());
        }
        Set<OfficerId> knows = new HashSet<>(filed.knows());
        for (OfficerId one : List.of(by.id(), whom)) {
            if (knows.add(one)) {
                if (knows.size() > Limits.KNOWS_MAX) {
                    throw new EntenteException(
                            AskCode.ASK_KNOWS_SPENT, number.value(), Integer.toString(Limits.KNOWS_MAX));
                }
                name(around, files, tx, filed, one, by);
            }
        }
        return files.knowers(tx, number);
    }
}
