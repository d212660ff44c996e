package org.entente.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entente.cli.demo.DemoCommand;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The command line. Commands on a live node are clients of its API; offline commands call libraries and touch no node.
@Command(
        name = "entente",
        mixinStandardHelpOptions = true,
        version = "entente " + Entente.VERSION,
        description = {
            "Two states, one agreement: hold, find, ask, release, act, prove.",
            "Dos Estados, un acuerdo: resguardar, hallar, solicitar, entregar, actuar, probar."
        })
public final class Entente extends LiveCommands implements Callable<Integer> {
    public static final String VERSION = "0.1.0";

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            scope = ScopeType.INHERIT,
            description = {"en or es; default: the terminal's language", "en o es; por omisión, el de la terminal"})
    String language = Locale.getDefault().getLanguage();

    private final Terminal terminal;

    Entente(Terminal terminal) {
        super(terminal.out());
        this.terminal = terminal;
    }

    /// Where everything is printed.
    public Terminal terminal() {
        return terminal;
    }

    /// The language of everything printed.
    public Language language() {
        return language.equals("es") ? Language.ES : Language.EN;
    }

    @Override
    Entente entente() {
        return this;
    }

    String text(String key, Object... facts) {
        return Texts.of("cli").text(key, language(), facts);
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, terminal.out());
        return 0;
    }

    /// Runs one command line; returns its exit code: 0 done, 1 a "no" or a failure, 2 wrong use or cannot decide.
    public static int run(Terminal terminal, NodeHost host, Diagnosis diagnosis, String... arguments) {
        Entente entente = new Entente(terminal);
        CommandLine line = tree(entente, host, diagnosis, terminal.out());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        // Known before the line is read: its faults are told in it.
        asked(arguments).ifPresent(language -> entente.language = language);
        SpokenHelp.teach(line, entente.language());
        line.setExecutionExceptionHandler((exception, _, _) -> report(terminal.err(), entente.language(), exception));
        line.setParameterExceptionHandler((fault, _) -> {
            new UsageFault(fault, entente.language()).lines().forEach(terminal.err()::println);
            return 2;
        });
        return line.execute(arguments);
    }

    private static Optional<String> asked(String... arguments) {
        String prefix = "--lang=";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith(prefix)) {
                return Optional.of(arguments[i].substring(prefix.length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }

    static CommandLine tree(Entente entente, NodeHost host, Diagnosis diagnosis, PrintStream out) {
        return new CommandLine(entente)
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new NodeCommand(host))
                .addSubcommand(new DemoCommand(entente, host))
                .addSubcommand(new DoctorCommand(entente, diagnosis, out))
                .addSubcommand(new PeerCommand(entente, out))
                .addSubcommand(new OfficerCommand(entente, out))
                .addSubcommand(new MandateCommand(entente, out))
                .addSubcommand(new ImportCommand(entente, out))
                .addSubcommand(new HoldingsCommand(entente, out))
                .addSubcommand(new ReviewCommand(entente, out))
                .addSubcommand(new FindCommand(entente, out))
                .addSubcommand(new CommandLine(new RequestCommand(entente, out))
                        .addSubcommand(new WhoKnowsCommand(entente, out)))
                .addSubcommand(new FiguresCommand(entente, out))
                .addSubcommand(new ContactCommand(entente, out))
                .addSubcommand(new ReleaseCommand(entente, out))
                .addSubcommand(new ChallengeCommand(entente, out))
                .addSubcommand(new OperationCommand(entente, out))
                .addSubcommand(new LogCommand(entente, out))
                .addSubcommand(new ProofCommand(entente, out))
                .addSubcommand(new AgreementCommand(entente, out))
                .addSubcommand(new LauncherCommand.Test(entente))
                .addSubcommand(new LauncherCommand.Bench(entente));
    }

    private static int report(PrintStream err, Language language, Exception exception) {
        switch (exception) {
            case EntenteException ours -> {
                err.println(Texts.what(ours).in(language) + " [" + ours.code().name() + "]");
                err.println(Texts.hint(ours).in(language));
            }
            case NodeClient.NodeRefusal refusal -> {
                err.println(refusal.detail().in(language) + " [" + refusal.code() + "]");
                err.println(refusal.hint().in(language));
            }
            default -> {
                err.println(Texts.of("cli").text("fault.program", language));
                exception.printStackTrace(err);
            }
        }
        return 1;
    }
}
