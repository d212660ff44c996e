package org.entente.ledger.checkpoint;

import java.util.Arrays;
import java.util.List;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.StrictText;

/// The text of a checkpoint (C2SP tlog-checkpoint v1.0.0): origin, size, root, and extension lines, which we accept
/// from others and never write. `parse(t).text()` equals `t`.
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    public Checkpoint {
        extensions = List.copyOf(extensions);
        boolean sound = isLine(origin) && size >= 0 && extensions.stream().allMatch(Checkpoint::isLine);
        if (!sound) {
            throw new LedgerException(Fault.CHECKPOINT_MALFORMED, "origin, size or extension");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new LedgerException(Fault.CHECKPOINT_MALFORMED, "no final newline");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3) {
            throw new LedgerException(Fault.CHECKPOINT_MALFORMED, "lines " + lines.length);
        }
        long size = StrictText.decimal(lines[1], Fault.CHECKPOINT_MALFORMED);
        Hash root = Hash.fromBase64(lines[2]);
        return new Checkpoint(lines[0], size, root, Arrays.asList(lines).subList(3, lines.length));
    }

    /// The note text, final newline included.
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append(origin)
                .append('\n')
                .append(size)
                .append('\n')
                .append(root.base64())
                .append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }

    private static boolean isLine(String line) {
        return !line.isEmpty() && line.indexOf('\n') < 0;
    }
}
