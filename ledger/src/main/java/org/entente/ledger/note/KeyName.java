package org.entente.ledger.note;

import org.entente.ledger.Fault;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;

/// Key names: not empty, no Unicode space, no plus, no control character (C2SP signed-note, "Format").
final class KeyName {
    private static final int NEXT_LINE = 0x85;

    private KeyName() {}

    static void check(String name, Fault otherwise) {
        boolean sound = !name.isEmpty()
                && name.length() <= Limits.KEY_NAME_CHARS
                && name.codePoints().allMatch(KeyName::isAllowed);
        if (!sound) {
            throw new LedgerException(otherwise, "key name");
        }
    }

    private static boolean isAllowed(int c) {
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return c > ' ' && c != '+' && c != NEXT_LINE && !surrogate && !Character.isSpaceChar(c);
    }
}
