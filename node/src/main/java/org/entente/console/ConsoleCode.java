package org.entente.console;

import org.entente.kernel.Code;

/// Error codes of the console, 3080 to 3099.
enum ConsoleCode implements Code {
    CONSOLE_PAGE_UNKNOWN(3080, Kind.CALLER),
    CONSOLE_INPUT(3081, Kind.CALLER),
    CONSOLE_FAULT(3082, Kind.OURS),
    CONSOLE_FORM_STALE(3083, Kind.CALLER);

    private final int number;
    private final Kind kind;

    ConsoleCode(int number, Kind kind) {
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
