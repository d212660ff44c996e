package org.entente.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entente.cli.CliCode;
import org.entente.kernel.EntenteException;

/// The folder of published lists: finds the newest file of each, and reads straight from the files which taxpayers
/// stand
/// on both, so that the story's claim is held against something the nodes had no part in.
final class Lists {
    private static final Pattern RFC = Pattern.compile("R\\.?F\\.?C\\.? ([A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3})\\b");
    private static final Pattern NARCOTICS = Pattern.compile("\"[^\"]*(SDNTK|ILLICIT-DRUGS-EO14059)[^\"]*\"");
    private static final Pattern TAXPAYER = Pattern.compile("^[0-9]+,\"?([A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{3})\"?,");

    private static final Pattern DATE = Pattern.compile("([0-9]{4}-[0-9]{2})(-[0-9]{2})?(?=\\.[a-z]+$)");

    private Lists() {}

    static Map<String, Path> sdn(Path folder) {
        return Map.of(
                "sdn", named(folder, "ofac_sdn"),
                "add", named(folder, "ofac_add"),
                "alt", named(folder, "ofac_alt"));
    }

    /// The last file by name whose name begins so; names end in their date.
    static Path named(Path folder, String beginning) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .reduce((_, last) -> last)
                    .orElseThrow(() -> new EntenteException(
                            CliCode.CLI_FILE_UNREADABLE,
                            folder.resolve(beginning + "*").toString()));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
    }

    /// The dates of the list and of its parts, which stand at the end of their names (`2024-07-02`, or a month), as the
    /// API takes them.
    static String asOf(Map<String, Path> files) {
        String main = files.containsKey("sdn") ? "sdn" : "file";
        StringBuilder dates = new StringBuilder();
        new TreeMap<>(files).forEach((part, file) -> {
            Matcher date = DATE.matcher(file.toString());
            if (date.find()) {
                dates.append(part.equals(main) ? "&asOf=" : "&asOf." + part + "=")
                        .append(date.group(2) == null ? date.group(1) + "-01" : date.group());
            }
        });
        return dates.toString();
    }

    static Set<String> taxpayersOnBoth(Path folder) {
        TreeSet<String> designated = new TreeSet<>();
        TreeSet<String> listed = new TreeSet<>();
        try (BufferedReader lines = Files.newBufferedReader(named(folder, "ofac_sdn"), StandardCharsets.UTF_8)) {
            lines.lines().filter(line -> NARCOTICS.matcher(line).find()).forEach(line -> {
                Matcher rfc = RFC.matcher(line);
                while (rfc.find()) {
                    designated.add(rfc.group(1));
                }
            });
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
        try (BufferedReader lines = Files.newBufferedReader(named(folder, "mx_sat_69b"), StandardCharsets.ISO_8859_1)) {
            lines.lines().map(TAXPAYER::matcher).filter(Matcher::find).forEach(row -> listed.add(row.group(1)));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
        designated.retainAll(listed);
        return designated;
    }
}
