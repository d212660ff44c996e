package org.entente.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.db.Tx;
import org.entente.hold.Discoverable;
import org.entente.hold.DiscoveryOrder;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Ids;
import org.entente.match.IdentifierType;

/// Holdings in memory.
final class FakeSource implements DiscoverySource {
    final Map<Bytes, String> subjectByHandle = new HashMap<>();
    final List<Bytes> forgotten = new ArrayList<>();
    /// Subjects that became protected, or whose retention ended.
    final Set<String> hidden = new HashSet<>();

    /// Runs whenever a set is read.
    Runnable onRead = () -> {};

    private final Map<Bytes, Set<String>> subjectsBySet = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    private record Held(IdentifierType type, String value, String subject, EvidentialStatus status) {}

    FakeSource holds(IdentifierType type, String value, String subject, EvidentialStatus status) {
        held.add(new Held(type, value, subject, status));
        return this;
    }

    @Override
    public void discoverable(Tx tx, Actor actor, DiscoveryOrder order, Consumer<Discoverable> sink) {
        onRead.run();
        held.stream()
                .filter(one -> one.type() == order.type() && !hidden.contains(one.subject()))
                .sorted(Comparator.comparing(Held::value))
                .forEach(one -> {
                    Bytes handle = Ids.random128();
                    subjectByHandle.put(handle, one.subject());
                    subjectsBySet
                            .computeIfAbsent(order.setId(), _ -> new HashSet<>())
                            .add(one.subject());
                    sink.accept(new Discoverable(one.value(), one.status(), handle));
                });
    }

    Set<Bytes> setsWithHandles() {
        return Set.copyOf(subjectsBySet.keySet());
    }

    @Override
    public Map<String, Long> discoverableCounts(Tx tx, Actor actor, boolean clearancesShared) {
        return held.stream()
                .filter(one -> !hidden.contains(one.subject()))
                .collect(Collectors.groupingBy(one -> one.type().key(), Collectors.counting()));
    }

    @Override
    public void keepHandles(Tx tx, Actor actor, AgreementId agreement, List<Bytes> setIds) {
        Set<Bytes> gone = new HashSet<>(subjectsBySet.keySet());
        gone.removeAll(setIds);
        forgotten.addAll(gone);
        subjectsBySet.keySet().retainAll(setIds);
    }

    @Override
    public boolean isStale(Tx tx, Actor actor, AgreementId agreement, Bytes setId) {
        return subjectsBySet.getOrDefault(setId, Set.of()).stream().anyMatch(hidden::contains);
    }
}
