package org.entente.agreement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// The agreements this node stands under, each in all its versions. Which one is in force follows from
/// the clock and from nothing else, so that two nodes that hold the same versions change at the same
/// moment. Thread-safe; a version may be added while others read; none that was in force is ever removed.
public final class Agreements {
    /// A version and the moment from which it is in force, which may be to come.
    public record Version(Agreement agreement, Instant since) {}

    /// How long a request that was sealed under a version is still taken after a newer one came into
    /// force: the other node may not have had both signatures yet.
    public static final Duration SUCCEEDED_FOR = Duration.ofDays(7);
    /// How long the envelope of a request lives at most: what was sealed in time is here by then.
    public static final Duration CARRIED_FOR = Duration.ofDays(60);
    /// How far the other node's clock may be ahead when it seals under a version that is new; as for
    /// its envelopes.
    public static final Duration AHEAD_MAX = Duration.ofMinutes(5);

    private final Clock clock;
    private volatile Map<AgreementId, List<Version>> versions = Map.of();

    public Agreements(Clock clock) {
        this.clock = clock;
    }

    /// Each in force since ever, and none after it.
    public Agreements(Collection<Agreement> agreements) {
        this(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        agreements.forEach(agreement -> add(agreement, Instant.EPOCH));
    }

    /// A version both parties signed, or the one they began with; [Instant#MIN] for one that is only
    /// kept. One that is known stays as it is, unless it was only kept.
    public synchronized void add(Agreement agreement, Instant since) {
        List<Version> all = new ArrayList<>(versions.getOrDefault(agreement.id(), List.of()));
        all.removeIf(one -> one.agreement().packHash().equals(agreement.packHash())
                && one.since().equals(Instant.MIN));
        if (all.stream().noneMatch(one -> one.agreement().packHash().equals(agreement.packHash()))) {
            all.add(new Version(agreement, since));
            all.sort(Comparator.comparing(Version::since));
            Map<AgreementId, List<Version>> changed = new HashMap<>(versions);
            changed.put(agreement.id(), List.copyOf(all));
            versions = Map.copyOf(changed);
        }
    }

    /// Takes back a version that is still to come; nothing happens if it is in force or unknown.
    public synchronized void withdraw(AgreementId id, Bytes packHash) {
        Instant now = clock.instant();
        List<Version> all = new ArrayList<>(versions.getOrDefault(id, List.of()));
        if (all.removeIf(one ->
                one.agreement().packHash().equals(packHash) && one.since().isAfter(now))) {
            Map<AgreementId, List<Version>> changed = new HashMap<>(versions);
            changed.put(id, List.copyOf(all));
            versions = Map.copyOf(changed);
        }
    }

    /// The newest version in force.
    ///
    /// @throws EntenteException AGREEMENT_UNKNOWN
    public Agreement current(AgreementId id) {
        Instant now = clock.instant();
        return versions(id).stream()
                .filter(one -> !one.since().isAfter(now))
                .reduce((_, newer) -> newer)
                .orElseThrow(() -> new EntenteException(AgreementCode.AGREEMENT_UNKNOWN, id.value()))
                .agreement();
    }

    /// A version by its pack, in force or not any more.
    ///
    /// @throws EntenteException AGREEMENT_UNKNOWN; AGREEMENT_VERSION_UNKNOWN
    public Agreement at(AgreementId id, Bytes packHash) {
        return versions(id).stream()
                .map(Version::agreement)
                .filter(one -> one.packHash().equals(packHash))
                .findFirst()
                .orElseThrow(() ->
                        new EntenteException(AgreementCode.AGREEMENT_VERSION_UNKNOWN, id.value(), packHash.hex()));
    }

    /// The version of that pack, if what the other node sealed at a moment may be under it: it was in
    /// force then, or its successor has been for no longer than [#SUCCEEDED_FOR]. That moment is the other node's
    /// word; the one it was received is this node's, and ends it whatever the other says.
    ///
    /// @throws EntenteException AGREEMENT_UNKNOWN
    public Optional<Agreement> acceptable(AgreementId id, Bytes packHash, Instant sealed, Instant received) {
        List<Version> all = versions(id);
        for (int i = 0; i < all.size(); i++) {
            Version one = all.get(i);
            if (one.agreement().packHash().equals(packHash)) {
                boolean begun = !one.since().isAfter(sealed.plus(AHEAD_MAX));
                Instant over = sealed.minus(SUCCEEDED_FOR);
                Instant gone = received.minus(SUCCEEDED_FOR).minus(CARRIED_FOR);
                Instant end = over.isAfter(gone) ? over : gone;
                boolean ended = i + 1 < all.size() && all.get(i + 1).since().isBefore(end);
                return begun && !ended ? Optional.of(one.agreement()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Every version, the oldest first.
    ///
    /// @throws EntenteException AGREEMENT_UNKNOWN
    public List<Version> versions(AgreementId id) {
        List<Version> all = versions.get(id);
        if (all == null) {
            throw new EntenteException(AgreementCode.AGREEMENT_UNKNOWN, id.value());
        }
        return all;
    }

    /// Each agreement in its current version.
    public List<Agreement> all() {
        return versions.keySet().stream().map(this::current).toList();
    }
}
