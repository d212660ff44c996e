package org.entente.boot;

import org.entente.kernel.Code;

/// Error codes of boot, 3250 to 3299.
public enum BootCode implements Code {
    BOOT_CONFIG_MISSING(3250, Kind.CALLER),
    BOOT_CONFIG_UNREADABLE(3251, Kind.CALLER),
    BOOT_CONFIG_UNKNOWN_KEY(3252, Kind.CALLER),
    BOOT_CONFIG_VALUE(3253, Kind.CALLER),
    BOOT_NEEDS_TLS(3254, Kind.CALLER),
    BOOT_HOME_TAKEN(3255, Kind.CALLER),
    BOOT_HOME_LOCKED(3256, Kind.CALLER),
    BOOT_PACK_UNKNOWN(3257, Kind.CALLER),
    /// Fact: the port.
    BOOT_PORT_TAKEN(3258, Kind.CALLER);

    private final int number;
    private final Kind kind;

    BootCode(int number, Kind kind) {
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
