package org.entente.access;

import java.time.Clock;
import java.util.Set;
import org.entente.kernel.Action;
import org.entente.kernel.Actor;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;

/// The one policy point. Every public method of a verb asks here before it does anything; what is not in the policy
/// table is denied. Thread-safe; a decision costs two map look-ups, and one query where the thing is protected.
public final class Access {
    private final Policy policy;
    private final Mandates mandates;
    private final Clock clock;

    public Access(Mandates mandates, Clock clock) {
        this(Policy.shipped(), mandates, clock);
    }

    Access(Policy policy, Mandates mandates, Clock clock) {
        this.policy = policy;
        this.mandates = mandates;
        this.clock = clock;
    }

    /// A denial's reason is a text key of this room. A protected thing without a mandate is denied with the same reason
    /// as a role that is missing: the answer must not tell that the thing is protected.
    public Decision decide(Actor actor, Action action, Marking marking) {
        Policy.Row row = policy.of(action.key());
        boolean allowed = switch (actor) {
            case Officer officer ->
                officer.roles().stream().anyMatch(row.roles()::contains)
                        && (!marking.personClass().isProtected()
                                || scopeOf(officer).contains(marking.personClass()));
            case PeerParty _ -> row.peerAllowed() && !marking.personClass().isProtected();
            case Schedule _ -> row.scheduleAllowed();
        };
        return allowed ? new Decision.Granted() : new Decision.Denied("denied");
    }

    /// As `decide`, for callers that have nothing to show in the denied case.
    ///
    /// @throws EntenteException ACCESS_DENIED naming the action, never the thing
    public void require(Actor actor, Action action, Marking marking) {
        switch (decide(actor, action, marking)) {
            case Decision.Granted _ -> {}
            case Decision.Denied _ -> throw new EntenteException(AccessCode.ACCESS_DENIED, action.key());
        }
    }

    /// What the actor may see for a purpose: protected classes only under the officer's mandates in force now; none for
    /// the peer and for schedules, whatever they say.
    public Scope scope(Actor actor, Purpose purpose) {
        return switch (actor) {
            case Officer officer -> new Scope(purpose, scopeOf(officer));
            case PeerParty _ -> new Scope(purpose, Set.of());
            case Schedule _ -> new Scope(purpose, Set.of());
        };
    }

    /// Whether any officer may do this at all: a door uses it to leave out what the person may not use.
    public boolean offers(Officer officer, Action action) {
        return officer.roles().stream()
                .anyMatch(role -> policy.of(action.key()).roles().contains(role));
    }

    Set<String> policyKeys() {
        return policy.keys();
    }

    Set<Role> rolesFor(String actionKey) {
        return policy.of(actionKey).roles();
    }

    private Set<PersonClass> scopeOf(Officer officer) {
        return mandates.visibleTo(officer.id(), clock.instant());
    }
}
