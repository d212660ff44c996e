package org.entente.cli;

import org.entente.kernel.Code;

/// Error codes of the command line, 3200 to 3249.
public enum CliCode implements Code {
    CLI_NODE_AWAY(3200, Kind.OURS),
    CLI_NODE_REFUSED(3201, Kind.CALLER),
    CLI_FILE_UNREADABLE(3202, Kind.CALLER),
    CLI_ANSWER_BROKEN(3203, Kind.OURS),
    CLI_NODE_DIED(3205, Kind.OURS),
    CLI_NO_HOME(3206, Kind.CALLER),
    CLI_STEP_BROKEN(3207, Kind.OURS),
    CLI_INTERRUPTED(3208, Kind.CALLER),
    CLI_NOT_SIGNED_IN(3209, Kind.CALLER),
    /// Facts: the file, the line.
    CLI_FILE_BROKEN(3210, Kind.CALLER),
    /// Fact: what was asked for.
    CLI_NO_FORM(3211, Kind.CALLER),
    CLI_NODE_RUNS(3212, Kind.CALLER),
    /// Facts: the option, what it takes.
    CLI_OPTION_UNFIT(3213, Kind.CALLER),
    CLI_DEMO_OTHERWISE(3247, Kind.CALLER),
    CLI_PORT_TAKEN(3248, Kind.CALLER),
    CLI_DEMO_RUNS(3249, Kind.CALLER);

    private final int number;
    private final Kind kind;

    CliCode(int number, Kind kind) {
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
