package org.entente.console;

/// One option of a list, a radio group or check boxes. `hint` may be empty.
record Choice(String value, String label, String hint) {
    Choice(String value, String label) {
        this(value, label, "");
    }
}
