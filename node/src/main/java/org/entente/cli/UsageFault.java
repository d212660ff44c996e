package org.entente.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in the person's words: picocli's own speak English and name Java's types.
record UsageFault(ParameterException thrown, Language language) {
    private static final Texts TEXTS = Texts.of("cli");

    /// The fault, and where the help is.
    List<String> lines() {
        String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        return List.of(fault(), TEXTS.text("fault.help", language, command));
    }

    private String fault() {
        return switch (thrown) {
            case MissingParameterException missing ->
                say(
                        "fault.missing",
                        missing.getMissing().stream()
                                .map(UsageFault::name)
                                .distinct()
                                .collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice -> say("fault.twice", name(twice.getOverwritten()));
            case UnmatchedArgumentException unknown -> unknown(unknown);
            default -> value();
        };
    }

    private String unknown(UnmatchedArgumentException unknown) {
        String first = unknown.getUnmatched().getFirst();
        List<String> meant = unknown.getSuggestions();
        return say("fault.unknown", first)
                + (meant.isEmpty() ? "" : " " + say("fault.meant", String.join(", ", meant)));
    }

    private String value() {
        @Nullable ArgSpec argument = thrown.getArgSpec();
        if (argument != null) {
            return say("fault.value", name(argument), String.valueOf(thrown.getValue()), wanted(argument));
        }
        boolean isOurs = thrown.getCommandLine().getCommandSpec().subcommands().isEmpty()
                || !String.valueOf(thrown.getMessage()).startsWith("Missing required subcommand");
        return isOurs
                ? String.valueOf(thrown.getMessage())
                : say(
                        "fault.subcommand",
                        String.join(
                                ", ",
                                thrown.getCommandLine()
                                        .getCommandSpec()
                                        .subcommands()
                                        .keySet()));
    }

    private String wanted(ArgSpec argument) {
        Class<?>[] types = argument.auxiliaryTypes();
        Class<?> type = types[types.length - 1];
        if (argument.isMultiValue()
                && Map.class.isAssignableFrom(argument.type())
                && !String.valueOf(thrown.getValue()).contains("=")) {
            return say("fault.wanted.pair");
        }
        if (type.isEnum()) {
            return say(
                    "fault.wanted.one",
                    Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (type == LocalDate.class) {
            return say("fault.wanted.date");
        }
        if (type == Instant.class) {
            return say("fault.wanted.instant");
        }
        if (type == UUID.class) {
            return say("fault.wanted.id");
        }
        boolean isNumber = type == int.class || type == long.class || Number.class.isAssignableFrom(type);
        return say(isNumber ? "fault.wanted.number" : "fault.wanted.other");
    }

    private String say(String key, Object... facts) {
        return TEXTS.text(key, language, facts);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
