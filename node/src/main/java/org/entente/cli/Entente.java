package org.entente.cli;

import java.io.PrintStream;
import java.util.Locale;
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
        },
        exitCodeListHeading = "%nExit codes / Códigos de salida:%n",
        exitCodeList = {
            "0:Done. / Hecho.",
            "1:A lawful \"no\", a failed check or a failure. / Un «no» conforme a derecho, una revisión o un fallo.",
            "2:Wrong use, or it cannot be decided. / Uso incorrecto, o indecidible."
        })
public final class Entente extends LiveCommands implements Callable<Integer> {
    public static final String VERSION = "0.1.0";

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            description = {"en or es; default: the terminal's language", "en o es; por omisión, el de la terminal"})
    String language = Locale.getDefault().getLanguage();

    Entente() {
        super(System.out);
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
        CommandLine.usage(this, System.out);
        return 0;
    }

    /// Runs one command line; returns its exit code: 0 done, 1 a "no" or a failure, 2 wrong use or cannot decide.
    public static int run(NodeHost host, Diagnosis diagnosis, String... arguments) {
        Entente entente = new Entente();
        CommandLine line = tree(entente, host, diagnosis, System.out);
        line.setExecutionExceptionHandler((exception, _, _) -> report(entente.language(), exception));
        return line.execute(arguments);
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
                .addSubcommand(new FindCommand(entente, out))
                .addSubcommand(new RequestCommand(entente, out))
                .addSubcommand(new ReleaseCommand(entente, out))
                .addSubcommand(new OperationCommand(entente, out))
                .addSubcommand(new LogCommand(entente, out))
                .addSubcommand(new ProofCommand(entente, out))
                .addSubcommand(new AgreementCommand(entente, out))
                .addSubcommand(new LauncherCommand.Test(entente))
                .addSubcommand(new LauncherCommand.Bench(entente));
    }

    private static int report(Language language, Exception exception) {
        switch (exception) {
            case EntenteException ours -> {
                System.err.println(
                        Texts.what(ours).in(language) + " [" + ours.code().name() + "]");
                System.err.println(Texts.hint(ours).in(language));
            }
            case NodeClient.NodeRefusal refusal -> {
                System.err.println(refusal.detail().in(language) + " [" + refusal.code() + "]");
                System.err.println(refusal.hint().in(language));
            }
            default -> exception.printStackTrace(System.err);
        }
        return 1;
    }
}
