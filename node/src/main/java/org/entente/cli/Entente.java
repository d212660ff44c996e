package org.entente.cli;

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
    public Integer call() {
        CommandLine.usage(this, System.out);
        return 0;
    }

    /// Runs one command line; returns its exit code: 0 done, 1 a "no" or a failure, 2 wrong use or cannot decide.
    public static int run(NodeHost host, Diagnosis diagnosis, String... arguments) {
        Entente entente = new Entente();
        CommandLine line = new CommandLine(entente)
                .addSubcommand(new CommandLine.HelpCommand())
                .addSubcommand(new NodeCommand(host))
                .addSubcommand(new DemoCommand(entente, host))
                .addSubcommand(new DoctorCommand(entente, diagnosis, System.out))
                .addSubcommand(new PeerCommand(System.out))
                .addSubcommand(new AgreementCommand(entente, System.out))
                .addSubcommand(new ProofCommand(entente, System.out));
        line.setExecutionExceptionHandler((exception, _, _) -> report(entente.language(), exception));
        return line.execute(arguments);
    }

    private static int report(Language language, Exception exception) {
        switch (exception) {
            case EntenteException ours -> {
                System.err.println(
                        Texts.what(ours).in(language) + " [" + ours.code().name() + "]");
                System.err.println(Texts.hint(ours).in(language));
            }
            case NodeClient.NodeRefusal refusal ->
                System.err.println(refusal.detail().in(language) + " [" + refusal.code() + "]");
            default -> exception.printStackTrace(System.err);
        }
        return 1;
    }
}
