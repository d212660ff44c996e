package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.agreement.pack.ShippedPack;
import org.junit.jupiter.api.Test;

/// The table of the shipped pack's trace: further firearms of one recovery.
class FormTableTest {
    private static final Measure.FormField TABLE =
            ShippedPack.read().measure("firearm-trace").field("furtherFirearms").orElseThrow();
    private static final String ROW = "QWE-01\tInvented Arms\tpistol\t9 mm\tM1\tUS\tnone\t";

    private static FormTable.Read read(String typed) {
        return FormTable.read(TABLE, typed);
    }

    private static List<String> problems(String typed) {
        return read(typed).problems().stream()
                .map(problem -> problem.getClass().getSimpleName() + problem.row())
                .toList();
    }

    @Test
    void aSpreadsheetCsvAndSemicolonsAreOneTable() {
        assertEquals(
                ROW, read("QWE-01\tInvented Arms\tpistol\t9 mm\tM1\tUS\tnone").text());
        assertEquals(
                ROW,
                read(" QWE-01 , Invented Arms,pistol,9 mm,M1,US,none\r\n\r\n").text());
        assertEquals(ROW, read("QWE-01;Invented Arms;pistol;9 mm;M1;US;none;").text());
        assertEquals(List.of(), problems("QWE-01;Invented Arms;pistol;9 mm;M1;US;none;"));
    }

    @Test
    void aQuotedCellMayHoldTheSeparatorAndAMark() {
        assertEquals(
                "Q,1\tSmith, \"S\" Arms\tpistol\t9 mm\tM1\tUS\tnone\t",
                read("\"Q,1\",\"Smith, \"\"S\"\" Arms\",pistol,9 mm,M1,US,none").text());
        assertEquals(List.of("Cells1"), problems("\"Q,Invented Arms,pistol,9 mm,M1,US,none"));
    }

    @Test
    void aHeaderInEitherLanguageOrdersTheColumns() {
        assertEquals(
                ROW,
                read("Tipo,Número de serie,Fabricante,Calibre,Modelo,País de origen,Importador\n"
                                + "Pistola,QWE-01,Invented Arms,9 mm,M1,US,none")
                        .text());
        assertEquals(
                ROW,
                read("serial,manufacturer,firearmType,calibre,model,countryOfOrigin,importer\n"
                                + ROW.replace('\t', ','))
                        .text());
    }

    @Test
    void eachProblemNamesItsRow() {
        String good = "QWE-01,Invented Arms,pistol,9 mm,M1,US,none";
        assertEquals(
                List.of("Unfit2", "Missing3", "Cells4"),
                problems(String.join(
                        "\n", good, good.replace("pistol", "cannon"), good.replace("QWE-01", ""), good + ",x,y,z")));
        assertEquals(List.of("Unfit1"), problems("x".repeat(61) + good.substring(6)));
    }

    @Test
    void oneRowTooManyIsSaidOnce() {
        String rows = IntStream.range(0, TABLE.rowsMax() + 5)
                .mapToObj(i -> "S" + i + ",Invented Arms,pistol,9 mm,M1,US,none")
                .collect(Collectors.joining("\n"));
        assertEquals(List.of("TooMany" + (TABLE.rowsMax() + 1)), problems(rows));
    }

    @Test
    void whatIsKeptIsTakenAndNothingElse() {
        assertTrue(TABLE.takes(ROW));
        assertTrue(TABLE.takes(ROW + "\n" + ROW));
        for (String other : List.of(
                ROW + "\n",
                "\n" + ROW,
                ROW + "\n\n" + ROW,
                ROW.replace("\t", ","),
                ROW.replace("pistol", "Pistola"),
                ROW + "\t",
                " " + ROW,
                ROW + "\r\n" + ROW,
                ROW.replace("M1", "M\u00001"))) {
            assertFalse(TABLE.takes(other), () -> other.replace("\t", "|").replace("\n", "/"));
        }
    }

    @Test
    void whateverIsTypedIsKeptInAFormThatIsTakenOrHasAProblem() {
        Random random = new Random(20261129);
        String signs = "aÑ9,;\t\"\n\r \u0000\u0085-";
        for (int round = 0; round < 4_000; round++) {
            StringBuilder typed = new StringBuilder(random.nextBoolean() ? "QWE,A,pistol,9,M,US,none," : "");
            for (int i = random.nextInt(40); i > 0; i--) {
                typed.append(signs.charAt(random.nextInt(signs.length())));
            }
            FormTable.Read read = read(typed.toString());
            assertTrue(
                    !read.problems().isEmpty() || read.text().isEmpty() || TABLE.takes(read.text()),
                    () -> typed.toString().replace("\t", "|"));
            assertEquals(
                    read.text(), read.problems().isEmpty() ? read(read.text()).text() : read.text());
        }
    }
}
