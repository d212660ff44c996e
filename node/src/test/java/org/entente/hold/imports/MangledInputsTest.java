package org.entente.hold.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.entente.hold.FacetKind;
import org.entente.hold.HoldCode;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PersonClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever bytes come, an importer ends: with drafts and findings, or with a format error that says so.
class MangledInputsTest {
    private static final String SDN = """
            36,"AEROSUPUESTA",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0-\s
            37,"SUPUESTO ""EL"" PRIMERO, Juan",individual,"SDNTK] [TCO",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\
            "DOB 1960 to 1962; C.U.R.P. SUPJ610101HDFZZZ00 (Mexico); \
            Passport A1234567 (Mexico) issued 01 Jan 2000 expires 01 Jan 2010; \
            Cedula No. 6068015 (Colombia); Member ABC."
            """;

    private static final String SAT = """
            Listado completo
            No,RFC,Nombre del Contribuyente,Situación del contribuyente,A,B,C,D
            1,SUP090909ZZ9,"SUPUESTA, S.A.",Definitivo,500-1,01/02/2019,500-1,02/02/2019
            2,XXXXXXXXXXXX,Información suprimida,Presunto,500-2,01/02/2019,500-2,02/02/2019
            """;

    private static final String UN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>JUAN</FIRST_NAME>
            <SECOND_NAME>SUPUESTO</SECOND_NAME>
            <REFERENCE_NUMBER>ZZi.001</REFERENCE_NUMBER><LISTED_ON>2015-07-01-04:00</LISTED_ON>
            <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>EL EJEMPLO</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT>
            <NUMBER>X991234</NUMBER></INDIVIDUAL_DOCUMENT>
            </INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>
            """;

    private static final String CASEWORK = """
            {"format":"entente-casework","version":1,"invented":true}
            {"id":"P-1","kind":"person","class":"suspect","status":"alleged",\
            "basis":{"instrument":"US-28-USC","article":"533"},"retainUntil":"2031-06-30",\
            "facets":[{"key":"main","kind":"primary","statements":[{"property":"name","value":"SUPUESTO, Juan"}]}]}
            """;

    @TempDir
    Path folder;

    @Test
    void everyPrefixAndEveryFlippedByteOfEveryFormatIsReadToAnEnd() throws IOException {
        for (String[] source : new String[][] {
            {"us-sdn", "sdn", SDN}, {"mx-69b", "file", SAT}, {"un", "file", UN}, {"casework", "file", CASEWORK}
        }) {
            byte[] whole = source[2].getBytes(StandardCharsets.UTF_8);
            int read = 0;
            for (int length = 0; length <= whole.length; length++) {
                read += readsToAnEnd(source[0], source[1], Arrays.copyOf(whole, length)) ? 1 : 0;
            }
            for (int at = 0; at < whole.length; at++) {
                for (int mask : new int[] {0x01, 0x80}) {
                    byte[] mangled = whole.clone();
                    mangled[at] ^= (byte) mask;
                    read += readsToAnEnd(source[0], source[1], mangled) ? 1 : 0;
                }
            }
            assertTrue(read > 0, source[0]);
        }
    }

    private boolean readsToAnEnd(String profile, String part, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("mangled"), bytes);
        try {
            CollectingSink sink = CollectingSink.read(profile, Map.of(part, file));
            assertTrue(sink.drafts.size() <= 2);
            return true;
        } catch (EntenteException refused) {
            assertEquals(HoldCode.HOLD_FILE_FORMAT, refused.code());
            return false;
        }
    }

    @Test
    void aDocumentTypeIsRefusedAndNoOtherFileIsRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "SECRET");
        String attack = UN.replace(
                        "<CONSOLIDATED_LIST>",
                        "<!DOCTYPE l [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><CONSOLIDATED_LIST>")
                .replace("EL EJEMPLO", "&x;");
        Path file = Files.writeString(folder.resolve("attack.xml"), attack);
        EntenteException refused =
                assertThrows(EntenteException.class, () -> CollectingSink.read("un", Map.of("file", file)));
        assertEquals(HoldCode.HOLD_FILE_FORMAT, refused.code());
    }

    @Test
    void aTaxListSavedAgainAsUtf8ReadsTheSame() throws IOException {
        Path latin = Files.write(folder.resolve("latin"), SAT.getBytes(Charset.forName("windows-1252")));
        Path utf = Files.write(folder.resolve("utf"), ("\uFEFF" + SAT).getBytes(StandardCharsets.UTF_8));
        CollectingSink one = CollectingSink.read("mx-69b", Map.of("file", latin));
        CollectingSink two = CollectingSink.read("mx-69b", Map.of("file", utf));
        assertEquals(2, one.drafts.size());
        assertEquals(one.drafts, two.drafts);
        assertEquals(one.findings, two.findings);
    }

    @Test
    void theRemarksSayWhatTheySay() throws IOException {
        CollectingSink sink = CollectingSink.read(
                "us-sdn",
                Map.of(
                        "sdn",
                        Files.writeString(
                                folder.resolve("sdn.csv"),
                                SDN.replace("Member ABC", "a.k.a. 'EL O''REY'; Linked To: SUPUESTA, S.A. DE C.V"))));
        assertEquals(
                List.of(),
                sink.findings.stream()
                        .filter(finding -> finding.reason().outcome() == Finding.Outcome.REJECTED)
                        .toList());
        Draft person = sink.drafts.getLast();
        assertEquals(
                "SUPUESTO \"EL\" PRIMERO, Juan", sink.said(Property.NAME).get(1).value());
        assertEquals(
                List.of("SDNTK", "TCO"),
                person.facets().getFirst().statements().stream()
                        .filter(said -> said.property() == Property.PROGRAMME)
                        .map(Draft.Said::value)
                        .toList());
        Map<Property, Draft.Said> said = person.facets().getFirst().statements().stream()
                .collect(Collectors.toMap(Draft.Said::property, statement -> statement, (first, _) -> first));
        assertEquals("1960/1962", one(said, Property.BIRTH_DATE).canonical());
        assertEquals("A1234567", one(said, Property.PASSPORT).canonical());
        assertEquals(
                "A1234567 (Mexico) issued 01 Jan 2000 expires 01 Jan 2010",
                one(said, Property.PASSPORT).value());
        assertEquals(
                "Cedula No. 6068015 (Colombia)", one(said, Property.IDENTIFIER).value());
        assertEquals("6068015", one(said, Property.IDENTIFIER).canonical());
        assertEquals(FacetKind.WEAK_ALIAS, person.facets().getLast().kind());
        assertEquals(List.of(new Draft.Link(LinkKind.LINKED_TO, null, "SUPUESTA, S.A. DE C.V.")), person.links());
    }

    private static Draft.Said one(Map<Property, Draft.Said> said, Property property) {
        return Objects.requireNonNull(said.get(property));
    }

    @Test
    void aCaseworkLineWithoutBasisClassOrRetentionIsRejectedWithItsReasonAndTheOthersGoOn() throws IOException {
        String line = CASEWORK.lines().toList().get(1);
        String file = CASEWORK.lines().toList().getFirst() + "\n"
                + String.join(
                        "\n",
                        line.replace("\"basis\":{\"instrument\":\"US-28-USC\",\"article\":\"533\"},", ""),
                        line.replace("\"class\":\"suspect\",", ""),
                        line.replace("\"retainUntil\":\"2031-06-30\",", ""),
                        line.replace("2031-06-30", "2020-01-01"),
                        line.replace("\"suspect\"", "\"not-a-person\""),
                        line.replace("\"status\"", "\"guilty\":true,\"status\""),
                        line.replace("\"name\"", "\"nombre\""),
                        line.substring(0, 40),
                        line,
                        line);
        CollectingSink sink =
                CollectingSink.read("casework", Map.of("file", Files.writeString(folder.resolve("c.jsonl"), file)));
        assertEquals(
                List.of(
                        Finding.Reason.BASIS_MISSING,
                        Finding.Reason.PERSON_CLASS_MISSING,
                        Finding.Reason.RETENTION_MISSING,
                        Finding.Reason.RETENTION_PAST,
                        Finding.Reason.PERSON_CLASS_UNFIT,
                        Finding.Reason.FIELD_UNKNOWN,
                        Finding.Reason.FIELD_UNKNOWN,
                        Finding.Reason.ROW_BROKEN,
                        Finding.Reason.LOCATOR_TWICE),
                sink.findings.stream().map(Finding::reason).toList());
        assertEquals(1, sink.drafts.size());
        assertEquals(PersonClass.SUSPECT, sink.drafts.getFirst().terms().personClass());
        assertEquals(10, sink.findings.getLast().row() - 1);
    }

    @Test
    void theExampleInTheSpecificationIsTakenWithoutAFinding() throws IOException {
        Path spec = Path.of(System.getProperty("entente.root", "..")).resolve("spec/casework.md");
        String example = Files.readAllLines(spec).stream()
                .filter(line -> line.startsWith("{\""))
                .collect(Collectors.joining("\n"));
        CollectingSink sink =
                CollectingSink.read("casework", Map.of("file", Files.writeString(folder.resolve("s.jsonl"), example)));
        assertEquals(List.of(), sink.findings);
        assertEquals(1, sink.drafts.size());
    }
}
