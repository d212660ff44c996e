package org.entente.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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
        CommandLine line = tree(entente, named(branches(entente, host, diagnosis, terminal.out()), arguments));
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
        return tree(entente, branches(entente, host, diagnosis, out));
    }

    private static CommandLine tree(Entente entente, List<Branch> branches) {
        CommandLine tree = new CommandLine(entente).addSubcommand(new CommandLine.HelpCommand());
        branches.forEach(branch -> tree.addSubcommand(branch.made.get()));
        return tree;
    }

    /// The branch that the line names before anything else; all of them where it names none, for the help and for a
    /// word that is no command. Reading the annotations of all takes 0.1 s of a warm machine.
    private static List<Branch> named(List<Branch> branches, String... arguments) {
        int word = arguments.length > 1 && arguments[0].equals("--lang") ? 2 : 0;
        return word == arguments.length
                ? branches
                : branches.stream()
                        .filter(branch -> branch.name().equals(arguments[word]))
                        .findFirst()
                        .map(List::of)
                        .orElse(branches);
    }

    private static List<Branch> branches(Entente entente, NodeHost host, Diagnosis diagnosis, PrintStream out) {
        return List.of(
                new Branch(NodeCommand.class, () -> new NodeCommand(host)),
                new Branch(DemoCommand.class, () -> new DemoCommand(entente, host)),
                new Branch(DoctorCommand.class, () -> new DoctorCommand(entente, diagnosis, out)),
                new Branch(PeerCommand.class, () -> new PeerCommand(entente, out)),
                new Branch(OfficerCommand.class, () -> new OfficerCommand(entente, out)),
                new Branch(MandateCommand.class, () -> new MandateCommand(entente, out)),
                new Branch(ImportCommand.class, () -> new ImportCommand(entente, out)),
                new Branch(HoldingsCommand.class, () -> new HoldingsCommand(entente, out)),
                new Branch(ReviewCommand.class, () -> new ReviewCommand(entente, out)),
                new Branch(FindCommand.class, () -> new FindCommand(entente, out)),
                new Branch(
                        RequestCommand.class,
                        () -> new CommandLine(new RequestCommand(entente, out))
                                .addSubcommand(new WhoKnowsCommand(entente, out))
                                .addSubcommand(new AssistanceCommand(entente, out))),
                new Branch(ForewarningCommand.class, () -> new ForewarningCommand(entente, out)),
                new Branch(FiguresCommand.class, () -> new FiguresCommand(entente, out)),
                new Branch(ContactCommand.class, () -> new ContactCommand(entente, out)),
                new Branch(ReleaseCommand.class, () -> new ReleaseCommand(entente, out)),
                new Branch(ChallengeCommand.class, () -> new ChallengeCommand(entente, out)),
                new Branch(OperationCommand.class, () -> new OperationCommand(entente, out)),
                new Branch(LogCommand.class, () -> new LogCommand(entente, out)),
                new Branch(ProofCommand.class, () -> new ProofCommand(entente, out)),
                new Branch(AgreementCommand.class, () -> new AgreementCommand(entente, out)),
                new Branch(LauncherCommand.Test.class, () -> new LauncherCommand.Test(entente)),
                new Branch(LauncherCommand.Bench.class, () -> new LauncherCommand.Bench(entente)));
    }

    /// A command of the first level, made when it is wanted.
    private record Branch(Class<?> type, Supplier<Object> made) {
        String name() {
            return Objects.requireNonNull(type.getAnnotation(Command.class)).name();
        }
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
