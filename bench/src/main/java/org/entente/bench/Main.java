package org.entente.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.entente.bench.match.MatchBench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./entente bench NAME`: runs one bench and prints its figures. Exit 0 when it ran, whatever the figures say.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Run one measurement and print its figures beside their goals and limits.",
            "Hacer una medición y mostrar sus cifras junto a sus metas y límites."
        })
public final class Main implements Callable<Integer> {
    enum Name {
        FIND,
        START,
        IMPORT,
        ASK,
        MATCH
    }

    /// Invented people a side for the match bench.
    private static final int MATCHED_SUBJECTS = 1_000_000;

    @Parameters(
            paramLabel = "NAME",
            description = {"find, start, import, ask or match.", "find, start, import, ask o match."})
    Name name = Name.FIND;

    @Option(
            names = "--json",
            description = {"One JSON object a line, one line a figure.", "Un objeto JSON por renglón y por cifra."})
    boolean json;

    @Option(
            names = "--runs",
            defaultValue = "5",
            paramLabel = "N",
            description = {"start: how often to start.", "start: cuántas veces arrancar."})
    int runCount = 5;

    @Option(
            names = "--elements",
            defaultValue = "4096",
            paramLabel = "N",
            description = {"find: elements a batch.", "find: elementos por lote."})
    int elementCount = 4_096;

    @Option(
            names = "--requests",
            defaultValue = "10000",
            paramLabel = "N",
            description = {"ask: open requests in the inbox.", "ask: solicitudes abiertas en la bandeja."})
    int requestCount = 10_000;

    @Option(
            names = "--exchanged",
            defaultValue = "1000",
            paramLabel = "N",
            description = {
                "ask: requests exchanged between two nodes; 0 for none.",
                "ask: solicitudes intercambiadas entre dos nodos; 0 para ninguna."
            })
    int exchangedCount = 1_000;

    @Option(
            names = "--attachment",
            defaultValue = "200",
            paramLabel = "MB",
            description = {
                "ask: size of a file sent between two nodes of 64 MB of heap; 0 for none.",
                "ask: tamaño de un archivo enviado entre dos nodos con 64 MB de memoria; 0 para ninguno."
            })
    int attachmentMegabytes = 200;

    @Option(
            names = "--subjects",
            paramLabel = "N",
            description = {
                "start, import: no lists, and so many invented subjects a side, 3,000 at least. match: one million.",
                "start, import: sin listas y con tantas personas inventadas por parte, 3,000 como mínimo."
                        + " match: un millón."
            })
    int subjectCount;

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description = {"start, import: folder with the published lists.", "start, import: carpeta de las listas."})
    @Nullable
    Path lists;

    @Option(
            names = "--only",
            paramLabel = "ROW",
            description = {"match: this row alone, by its name.", "match: solo este renglón, por su nombre."})
    @Nullable
    String only;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = {"match: the seed of all that is invented.", "match: la semilla de todo lo inventado."})
    long seed = 1;

    private final PrintStream out;
    private Duration rest = StartBench.REST;

    private Main(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        int exit = run(out, StartBench.REST, arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /// The program without its process. `rest` is how long nodes come to rest before their memory is read.
    static int run(PrintStream out, Duration rest, String... arguments) {
        Main main = new Main(out);
        main.rest = rest;
        CommandLine line = new CommandLine(main);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line.execute(arguments);
    }

    /// A request takes no larger file.
    private static boolean isSize(int megabytes) {
        return megabytes >= 0 && megabytes <= 512;
    }

    @Override
    public Integer call() throws IOException {
        if (runCount < 1
                || elementCount < 1
                || subjectCount < 0
                || requestCount < 1
                || exchangedCount < 0
                || !isSize(attachmentMegabytes)) {
            throw new IllegalArgumentException("--runs, --elements, --subjects, --requests: 1 or more");
        }
        Lists from = subjectCount > 0 ? new Lists.Invented(subjectCount) : Lists.find(lists);
        Bench bench = switch (name) {
            case FIND -> new FindBench(elementCount);
            case START -> new StartBench(runCount, from, rest);
            case IMPORT -> new ImportBench(from);
            case ASK -> new AskBench(requestCount, exchangedCount, attachmentMegabytes * 1_000_000L);
            case MATCH ->
                new MatchBench(Lists.dataFolder(), only, seed, subjectCount > 0 ? subjectCount : MATCHED_SUBJECTS);
        };
        if (json) {
            bench.run(figure -> out.println(figure.json()));
        } else {
            Table table = new Table();
            bench.run(table::add);
            out.print(table.text());
        }
        return 0;
    }
}
