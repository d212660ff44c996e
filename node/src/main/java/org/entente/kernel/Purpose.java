package org.entente.kernel;

/// A purpose code of the agreement's pack ("criminal-investigation"). Which codes exist is law, not code: the pack
/// lists them, and none of them is lethal or military force or administrative migration control.
public record Purpose(String code) {
    public Purpose {
        if (!code.matches("[a-z][a-z-]{1,39}")) {
            throw new IllegalArgumentException("not a purpose code: " + code);
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
