package org.entente.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/// The help in one language. A description is an array of two, English and Spanish; the headings and what picocli
/// itself adds come from the texts.
final class SpokenHelp extends Help {
    private static final Texts TEXTS = Texts.of("cli");

    private final Language language;

    private SpokenHelp(CommandSpec command, ColorScheme colors, Language language) {
        super(command, colors);
        this.language = language;
    }

    /// From here on the tree speaks this language.
    static void teach(CommandLine tree, Language language) {
        tree.setHelpFactory((command, colors) -> new SpokenHelp(command, colors, language));
        teach(tree.getCommandSpec(), language);
        Map<String, String> exits = new LinkedHashMap<>();
        for (String exit : List.of("0", "1", "2")) {
            exits.put(exit, TEXTS.text("usage.exit." + exit, language));
        }
        tree.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%n" + TEXTS.text("usage.exit", language) + "%n")
                .exitCodeList(exits);
    }

    private static void teach(CommandSpec command, Language language) {
        UsageMessageSpec usage = command.usageMessage();
        usage.synopsisHeading(TEXTS.text("usage.synopsis", language) + " ");
        usage.parameterListHeading("");
        usage.optionListHeading("");
        usage.commandListHeading(TEXTS.text("usage.commands", language) + "%n");
        if (command.userObject() instanceof CommandLine.HelpCommand) {
            usage.header(TEXTS.text("usage.help-command", language)).description(new String[0]);
        } else {
            usage.description(in(language, usage.description()));
        }
        usage.synopsisSubcommandLabel(TEXTS.text("usage.command", language));
        command.subcommands().values().forEach(below -> teach(below.getCommandSpec(), language));
    }

    @Override
    public IOptionRenderer createDefaultOptionRenderer() {
        IOptionRenderer renderer = super.createDefaultOptionRenderer();
        return (option, labels, colors) -> renderer.render(
                OptionSpec.builder(option)
                        .names(option.names())
                        .description(said(option, option.longestName()))
                        .build(),
                labels,
                colors);
    }

    @Override
    public IParameterRenderer createDefaultParameterRenderer() {
        IParameterRenderer renderer = super.createDefaultParameterRenderer();
        return (parameter, labels, colors) -> renderer.render(
                PositionalParamSpec.builder(parameter)
                        .description(said(parameter, parameter.paramLabel()))
                        .build(),
                labels,
                colors);
    }

    private String[] said(ArgSpec argument, String name) {
        String own = "usage." + name;
        return TEXTS.has(own) ? new String[] {TEXTS.text(own, language)} : in(language, argument.description());
    }

    private static String[] in(Language language, String... both) {
        if (both.length != 2) {
            return both;
        }
        return new String[] {
            switch (language) {
                case EN -> both[0];
                case ES -> both[1];
            }
        };
    }
}
