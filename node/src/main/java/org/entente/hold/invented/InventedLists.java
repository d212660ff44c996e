package org.entente.hold.invented;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Files in the form of the published lists, of nobody: for a rehearsal, or where a list is wanted and none is at hand.
/// Equal seeds give equal files.
public final class InventedLists {
    private static final DateTimeFormatter MEXICAN_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<String> STATUSES =
            List.of("Presunto", "Definitivo", "Desvirtuado", "Sentencia Favorable");
    /// Letters, no words: enough for a name that must be transliterated. In the scripts of the Council's list.
    private static final List<String> SCRIPTS =
            List.of("ابتثجحدرزسشصعغفقكلمنهوي", "абвгдежзиклмнопрстуф", "一二三四五六七八九十");

    private static final String HEADER = "No,RFC,Nombre del Contribuyente,Situación del contribuyente,"
            + "Oficio,Publicación presuntos,Oficio DOF,Publicación DOF presuntos";

    private final RandomGenerator random;
    private final InventedIdentifiers identifiers;

    private InventedLists(long seed) {
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        identifiers = new InventedIdentifiers(random);
    }

    /// Writes them into the folder.
    ///
    /// @param count rows of each list
    /// @return by import profile, the files by part
    public static Map<String, Map<String, Path>> write(Path folder, long seed, int count) throws IOException {
        InventedLists lists = new InventedLists(seed);
        Path sdn = folder.resolve("sdn.csv");
        Path addresses = folder.resolve("add.csv");
        Path aliases = folder.resolve("alt.csv");
        lists.treasury(sdn, addresses, aliases, count);
        Path taxpayers = folder.resolve("69b.csv");
        lists.taxpayers(taxpayers, count);
        Path council = folder.resolve("un.xml");
        lists.council(council, count);
        return Map.of(
                "us-sdn", Map.of("sdn", sdn, "add", addresses, "alt", aliases),
                "mx-69b", Map.of("file", taxpayers),
                "un", Map.of("file", council));
    }

    private void treasury(Path sdn, Path addresses, Path aliases, int count) throws IOException {
        try (BufferedWriter subjects = Files.newBufferedWriter(sdn);
                BufferedWriter places = Files.newBufferedWriter(addresses);
                BufferedWriter others = Files.newBufferedWriter(aliases)) {
            String none = ",-0- ".repeat(7);
            for (int i = 0; i < count; i++) {
                int id = 9_000_000 + i;
                Person person = identifiers.anyone();
                String company = InventedNames.company(random, i);
                boolean isPerson = i % 2 == 0;
                subjects.write(
                        isPerson
                                ? id + ",\"" + person.name() + "\",\"individual\",\"" + Population.PROGRAMME + "\""
                                        + none + ",\"DOB " + person.born() + "; POB " + InventedNames.place(random)
                                        + "; nationality Mexico; R.F.C. " + person.rfc() + " (Mexico); C.U.R.P. "
                                        + person.curp() + " (Mexico).\"\n"
                                : id + ",\"" + company + "\",-0- ,\"" + Population.PROGRAMME + "\"" + none
                                        + ",\"R.F.C. " + identifiers.companyRfc(company) + " (Mexico).\"\n");
                places.write(id + "," + i + ",\"" + InventedNames.address(random)
                        + "\",\"Villa Ejemplo\",\"Mexico\",-0- \n");
                others.write(id + "," + i + ",\"aka\",\"" + person.damagedName(random) + "\",-0- \n");
            }
        }
    }

    private void taxpayers(Path file, int count) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            rows.write(HEADER + "\n");
            for (int i = 1; i <= count; i++) {
                String company = InventedNames.company(random, i);
                String day =
                        LocalDate.of(2016, 1, 1).plusDays(random.nextInt(3_000)).format(MEXICAN_DAY);
                rows.write(i + "," + identifiers.companyRfc(company) + ",\"" + company + "\","
                        + STATUSES.get(i % STATUSES.size()) + ",500-00-" + i + " de fecha supuesta," + day + ",500-00-"
                        + i + " de fecha supuesta," + day + "\n");
            }
        }
    }

    private void council(Path file, int count) throws IOException {
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            rows.write("<CONSOLIDATED_LIST><INDIVIDUALS>\n");
            for (int i = 0; i < count; i++) {
                Person person = identifiers.anyone();
                rows.write("""
                        <INDIVIDUAL><FIRST_NAME>%s</FIRST_NAME><SECOND_NAME>%s</SECOND_NAME>
                        <UN_LIST_TYPE>INVENTED</UN_LIST_TYPE><REFERENCE_NUMBER>ZZi.%d</REFERENCE_NUMBER>
                        <LISTED_ON>2020-01-02</LISTED_ON><NAME_ORIGINAL_SCRIPT>%s</NAME_ORIGINAL_SCRIPT>
                        <NATIONALITY><VALUE>Invented</VALUE></NATIONALITY>
                        <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>%s</ALIAS_NAME></INDIVIDUAL_ALIAS>
                        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE>
                        <DATE>%s</DATE></INDIVIDUAL_DATE_OF_BIRTH>
                        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>
                        <NUMBER>%s</NUMBER></INDIVIDUAL_DOCUMENT>
                        </INDIVIDUAL>
                        """.formatted(
                                person.given(),
                                person.paternal(),
                                i,
                                otherScript(),
                                person.damagedName(random),
                                person.born(),
                                identifiers.passport()));
            }
            rows.write("</INDIVIDUALS></CONSOLIDATED_LIST>\n");
        }
    }

    private String otherScript() {
        String letters = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            name.append(i % 6 == 5 ? ' ' : letters.charAt(random.nextInt(letters.length())));
        }
        return name.toString().strip();
    }
}
