package org.entente.keys;

import org.entente.kernel.Code;

/// What can go wrong with keys.
public enum KeyCode implements Code {
    KEY_ABSENT(1200, Kind.OURS),
    KEY_EXISTS(1201, Kind.OURS),
    KEY_UNREADABLE(1202, Kind.STORAGE),
    KEY_STORAGE(1203, Kind.STORAGE),
    KEY_WRONG_USE(1204, Kind.OURS),
    SEAL_BROKEN(1205, Kind.PEER),
    NODE_KEY_ABSENT(1206, Kind.OURS),
    NODE_KEY_MALFORMED(1207, Kind.OURS),
    NODE_KEY_EXPOSED(1208, Kind.OURS);

    private final int number;
    private final Kind kind;

    KeyCode(int number, Kind kind) {
        this.number = number;
        this.kind = kind;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
