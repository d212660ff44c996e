package org.entente.ledger.bundle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.ledger.checkpoint.Policy;
import org.entente.ledger.leaf.Opening;
import org.entente.ledger.note.VerifierKey;

/// What a maker of a bundle, or whoever passes it on, could otherwise choose: the words of the policy inside, whose
/// entries are opened, and which of their fields are shown (`spec/bundle.md`, "One form").
final class OneForm {
    private static final String QUORUM = "either";
    private static final String REPLY = "in-reply-to";
    /// Of every opened entry; a reply also shows what it replies to.
    private static final Set<String> SHOWN = Set.of("basis", "created", BundleCheck.ENVELOPE_KEY, "purpose", "type");

    private OneForm() {}

    /// Where the bundle differs from its one form; empty if nowhere.
    static Optional<String> failure(ProofBundle bundle) {
        if (!isPolicyOfPair(bundle)) {
            return Optional.of("policy.txt");
        }
        Crossing request = bundle.crossings().getFirst();
        boolean byAsker = request.sent().opening().isPresent();
        String maker = (byAsker ? request.sent() : request.received()).origin();
        return bundle.crossings().stream()
                .filter(crossing -> !isOpened(crossing, maker))
                .findFirst()
                .map(crossing -> crossing.step().prefix() + ".opening");
    }

    /// Both logs, both witnesses, any one of them: in ascending order of the party codes, which are the names.
    private static boolean isPolicyOfPair(ProofBundle bundle) {
        Crossing request = bundle.crossings().getFirst();
        SortedMap<String, String> origins = new TreeMap<>();
        origins.put(request.header().from(), request.sent().origin());
        origins.put(request.header().to(), request.received().origin());
        List<String> codes = List.copyOf(origins.keySet());
        Policy policy = bundle.suggestedPolicy();
        return names(policy.logs()).equals(List.copyOf(origins.values()))
                && List.copyOf(policy.witnesses().keySet()).equals(codes)
                && parties(names(policy.witnesses().values().stream().toList()))
                        .equals(parties(List.copyOf(origins.values())))
                && policy.groups().equals(List.of(new Policy.Group(QUORUM, 1, codes)))
                && policy.quorum().equals(QUORUM);
    }

    private static boolean isOpened(Crossing crossing, String maker) {
        boolean sentByMaker = crossing.sent().origin().equals(maker);
        Optional<Opening> own = (sentByMaker ? crossing.sent() : crossing.received()).opening();
        Optional<Opening> other = (sentByMaker ? crossing.received() : crossing.sent()).opening();
        Set<String> shown = new TreeSet<>(SHOWN);
        crossing.header().inReplyTo().ifPresent(_ -> shown.add(REPLY));
        return other.isEmpty()
                && own.map(opening -> opening.shown().keySet().equals(shown)).orElse(false);
    }

    private static List<String> names(List<VerifierKey> keys) {
        return keys.stream().map(VerifierKey::name).toList();
    }

    private static List<String> parties(List<String> names) {
        return names.stream().map(BundleCheck::party).toList();
    }
}
