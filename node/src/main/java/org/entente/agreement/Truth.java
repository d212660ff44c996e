package org.entente.agreement;

/// Kleene's strong three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, section 64). The order
/// FALSE < UNKNOWN < TRUE makes `and` the lesser and `or` the greater of two.
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
