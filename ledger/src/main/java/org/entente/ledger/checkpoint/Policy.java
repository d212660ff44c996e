package org.entente.ledger.checkpoint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.VerifierKey;

/// A trust policy (C2SP tlog-policy): known logs, known witnesses, and the quorum of witnesses a checkpoint needs.
/// Names of witnesses and groups are opaque octets, held here as ISO 8859-1 text.
public record Policy(List<VerifierKey> logs, Map<String, VerifierKey> witnesses, List<Group> groups, String quorum) {
    /// The predefined quorum that asks for nothing.
    public static final String NONE = "none";

    public Policy {
        logs = List.copyOf(logs);
        witnesses = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(witnesses));
        groups = List.copyOf(groups);
        check(logs, witnesses, groups, quorum);
    }

    /// Witnesses when at least `threshold` of its members do.
    public record Group(String name, int threshold, List<String> members) {
        public Group {
            members = List.copyOf(members);
            boolean sound = !members.isEmpty()
                    && threshold >= 1
                    && threshold <= members.size()
                    && new HashSet<>(members).size() == members.size();
            if (!sound) {
                throw new LedgerException(Fault.POLICY_MALFORMED, "group");
            }
        }
    }

    public static Policy parse(byte[] bytes) {
        return PolicyReader.read(bytes);
    }

    /// The one text we write for a policy: logs, witnesses, groups in order, quorum; no URL, no comment.
    public String text() {
        StringBuilder out = new StringBuilder();
        logs.forEach(log -> out.append("log ").append(log.text()).append('\n'));
        witnesses.forEach((name, key) -> out.append("witness ")
                .append(name)
                .append(' ')
                .append(key.text())
                .append('\n'));
        for (Group group : groups) {
            out.append("group ").append(group.name()).append(' ').append(group.threshold());
            group.members().forEach(member -> out.append(' ').append(member));
            out.append('\n');
        }
        return out.append("quorum ").append(quorum).append('\n').toString();
    }

    /// Whether these witnesses (policy names) are a quorum.
    public boolean isQuorum(Set<String> cosigners) {
        if (quorum.equals(NONE)) {
            return true;
        }
        Set<String> holding = new HashSet<>(cosigners);
        for (Group group : groups) {
            long members = group.members().stream().filter(holding::contains).count();
            if (members >= group.threshold()) {
                holding.add(group.name());
            }
        }
        return holding.contains(quorum);
    }

    /// Judges a checkpoint under this policy.
    public Judgement judge(SignedCheckpoint signed) {
        return judge(signed, witness -> true);
    }

    /// As [#judge(SignedCheckpoint)], counting only witnesses that `counts` admits towards the quorum; the lines of
    /// all known witnesses must verify all the same.
    public Judgement judge(SignedCheckpoint signed, Predicate<VerifierKey> counts) {
        String origin = signed.checkpoint().origin();
        List<VerifierKey> known = new ArrayList<>(
                logs.stream().filter(log -> log.name().equals(origin)).toList());
        if (known.isEmpty()) {
            return new Judgement.UnknownLog(origin);
        }
        known.addAll(witnesses.values());
        return switch (signed.note().open(known)) {
            case Opening.Forged forged -> new Judgement.Forged(forged.keyName());
            case Opening.Unsigned _ -> new Judgement.NotSignedByLog(origin);
            case Opening.Opened opened -> judge(opened, origin, counts);
        };
    }

    private Judgement judge(Opening.Opened opened, String origin, Predicate<VerifierKey> counts) {
        VerifierKey log = null;
        Map<VerifierKey, SignatureLine> cosigned = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (Opening.Signed signed : opened.signed()) {
            if (logs.contains(signed.key())) {
                log = signed.key();
            } else if (counts.test(signed.key())) {
                cosigned.put(signed.key(), signed.line());
                names.add(nameOf(signed.key()));
            }
        }
        if (log == null) {
            return new Judgement.NotSignedByLog(origin);
        }
        return isQuorum(names) ? new Judgement.Accepted(log, cosigned) : new Judgement.NoQuorum(origin);
    }

    private String nameOf(VerifierKey witness) {
        return witnesses.entrySet().stream()
                .filter(entry -> entry.getValue().equals(witness))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static void check(
            List<VerifierKey> logs, Map<String, VerifierKey> witnesses, List<Group> groups, String quorum) {
        requireDistinctKeys(logs, SignatureType.ED25519);
        requireDistinctKeys(List.copyOf(witnesses.values()), SignatureType.COSIGNATURE_V1);
        Set<String> defined = new HashSet<>(witnesses.keySet());
        for (Group group : groups) {
            if (!defined.containsAll(group.members()) || !defined.add(group.name())) {
                throw new LedgerException(Fault.POLICY_MALFORMED, "group members or name");
            }
        }
        boolean quorumKnown = quorum.equals(NONE) || defined.contains(quorum);
        if (defined.contains(NONE) || !quorumKnown || !defined.stream().allMatch(Policy::isName)) {
            throw new LedgerException(Fault.POLICY_MALFORMED, "quorum or name");
        }
    }

    private static void requireDistinctKeys(List<VerifierKey> keys, SignatureType type) {
        long distinct = keys.stream().map(VerifierKey::publicKey).distinct().count();
        if (distinct != keys.size() || keys.stream().anyMatch(key -> key.type() != type)) {
            throw new LedgerException(Fault.POLICY_MALFORMED, "duplicate key or wrong type");
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c != 0x7f && c <= 0xff);
    }
}
