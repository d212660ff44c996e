package org.entente.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        IMPORT
    }

    @Parameters(
            paramLabel = "NAME",
            description = {"find, start or import.", "find, start o import."})
    Name name = Name.FIND;

    @Option(
            names = "--json",
            description = {"One JSON object a line, one line a figure.", "Un objeto JSON por renglón y por cifra."})
    boolean json;

    @Option(
            names = "--runs",
            defaultValue = "3",
            paramLabel = "N",
            description = {"start: how often to start.", "start: cuántas veces arrancar."})
    int runCount = 3;

    @Option(
            names = "--elements",
            defaultValue = "4096",
            paramLabel = "N",
            description = {"find: elements a batch.", "find: elementos por lote."})
    int elementCount = 4_096;

    @Option(
            names = "--lists",
            paramLabel = "DIR",
            description = {"start, import: folder with the published lists.", "start, import: carpeta de las listas."})
    @Nullable
    Path lists;

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        int exit = line.execute(arguments);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (runCount < 1 || elementCount < 1) {
            throw new IllegalArgumentException("--runs, --elements: 1 or more");
        }
        Bench bench = switch (name) {
            case FIND -> new FindBench(elementCount);
            case START -> new StartBench(runCount, lists);
            case IMPORT -> new ImportBench(lists);
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
