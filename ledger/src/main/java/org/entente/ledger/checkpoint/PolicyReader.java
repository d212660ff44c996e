package org.entente.ledger.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.StrictText;
import org.entente.ledger.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// Reads the text of C2SP tlog-policy line by line; names may only point backwards.
final class PolicyReader {
    private final List<VerifierKey> logs = new ArrayList<>();
    private final Map<String, VerifierKey> witnesses = new LinkedHashMap<>();
    private final List<Policy.Group> groups = new ArrayList<>();
    private @Nullable String quorum;

    static Policy read(byte[] bytes) {
        if (bytes.length > Limits.POLICY_BYTES) {
            throw malformed("size " + bytes.length);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean sound =
                text.endsWith("\n") && text.chars().allMatch(c -> c == '\t' || c == '\n' || (c >= ' ' && c != 0x7f));
        if (!sound) {
            throw malformed("control character or no final newline");
        }
        PolicyReader reader = new PolicyReader();
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            reader.readLine(line);
        }
        if (reader.quorum == null) {
            throw malformed("no quorum");
        }
        return new Policy(reader.logs, reader.witnesses, reader.groups, reader.quorum);
    }

    private void readLine(String line) {
        if (line.isBlank() || line.stripLeading().startsWith("#")) {
            return;
        }
        List<String> items = Arrays.stream(line.split("[ \t]+"))
                .filter(item -> !item.isEmpty())
                .toList();
        if (logs.size() + witnesses.size() + groups.size() >= Limits.POLICY_LINES) {
            throw malformed("too many lines");
        }
        String keyword = items.getFirst();
        if (keyword.equals("log")) {
            readLog(items);
        } else if (keyword.equals("witness")) {
            readWitness(items);
        } else if (keyword.equals("group")) {
            readGroup(items);
        } else if (keyword.equals("quorum")) {
            readQuorum(items);
        } else {
            throw malformed("keyword");
        }
    }

    private void readLog(List<String> items) {
        requireCount(items, 2, 3);
        logs.add(key(items.get(1)));
    }

    private void readWitness(List<String> items) {
        requireCount(items, 3, 4);
        requireNew(items.get(1));
        witnesses.put(items.get(1), key(items.get(2)));
    }

    private void readGroup(List<String> items) {
        requireCount(items, 4, Integer.MAX_VALUE);
        requireNew(items.get(1));
        List<String> members = items.subList(3, items.size());
        if (!members.stream().allMatch(this::isDefined)) {
            throw malformed("member not defined above");
        }
        long threshold = threshold(items.get(2), members.size());
        if (threshold < 1 || threshold > members.size()) {
            throw malformed("threshold");
        }
        groups.add(new Policy.Group(items.get(1), (int) threshold, members));
    }

    private static long threshold(String item, int members) {
        if (item.equals("any")) {
            return 1;
        }
        return item.equals("all") ? members : StrictText.decimal(item, Fault.POLICY_MALFORMED);
    }

    private void readQuorum(List<String> items) {
        requireCount(items, 2, 2);
        String name = items.get(1);
        if (quorum != null || !(name.equals(Policy.NONE) || isDefined(name))) {
            throw malformed("quorum");
        }
        quorum = name;
    }

    private void requireNew(String name) {
        if (name.equals(Policy.NONE) || isDefined(name)) {
            throw malformed("name used twice");
        }
    }

    private boolean isDefined(String name) {
        return witnesses.containsKey(name)
                || groups.stream().anyMatch(group -> group.name().equals(name));
    }

    private static void requireCount(List<String> items, int least, int most) {
        if (items.size() < least || items.size() > most) {
            throw malformed("items on a line");
        }
    }

    private static VerifierKey key(String item) {
        byte[] octets = item.getBytes(StandardCharsets.ISO_8859_1);
        return VerifierKey.parse(StrictText.utf8(octets, Fault.POLICY_MALFORMED));
    }

    private static LedgerException malformed(String fact) {
        return new LedgerException(Fault.POLICY_MALFORMED, fact);
    }
}
