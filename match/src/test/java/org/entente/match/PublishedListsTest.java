package org.entente.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The verdicts on the published lists are those counted independently (goal 9 of the matching goals).
class PublishedListsTest {
    private static final Pattern CURP = Pattern.compile("C\\.U\\.R\\.P\\. (?:# )?([^ ;.]+)");
    private static final Pattern ELECTOR = Pattern.compile("Electoral Registry No\\. ([A-Z0-9]{18})\\b");
    private static final Pattern RFC = Pattern.compile("R\\.?F\\.?C\\.? (?:# )?([^;(]+)");

    @Test
    void treasuryListHas447ValidCurpsOf450() throws IOException {
        String list = Files.readString(SharedData.file("lists/ofac_sdn_2024-07-02.csv"));
        List<String> all = new ArrayList<>();
        Set<String> valid = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (Matcher found = CURP.matcher(list); found.find(); ) {
            all.add(found.group(1));
            Identifier.Parsed curp = (Identifier.Parsed) Identifiers.parse(IdentifierType.CURP, found.group(1));
            (curp.isValid() ? valid : failed).add(curp.canonical());
        }
        assertEquals(451, all.size());
        assertEquals(450, Set.copyOf(all).size());
        assertEquals(
                Set.of("AIMM67125HCHRRG06", "GURR730821HCLRMG", "RAPO720720HTMSRD03", "GOVI810421HDFNKN02"), failed);
        assertEquals(450, valid.size() + failed.size());
        // 447 by occurrence: one valid CURP stands twice.
        assertEquals(447, all.size() - failed.size());
    }

    @Test
    void everyElectorsKeyOf18CharactersOnTheTreasuryListIsValid() throws IOException {
        String list = Files.readString(SharedData.file("lists/ofac_sdn_2024-07-02.csv"));
        int keys = 0;
        for (Matcher found = ELECTOR.matcher(list); found.find(); keys++) {
            Explanation key = Identifiers.explain(IdentifierType.INE_KEY, found.group(1));
            assertEquals(List.of(), key.against(), found.group(1));
        }
        assertEquals(21, keys);
    }

    @Test
    void everyRejectedTaxKeyHasItsReason() throws IOException {
        Pattern second = Pattern.compile("^\\d+,([^,]+),");
        int wrongDigits = 0;
        int wrongDates = 0;
        for (String row :
                Files.readAllLines(SharedData.file("lists/mx_sat_69b_2024-10.csv"), StandardCharsets.ISO_8859_1)) {
            Matcher found = second.matcher(row);
            if (found.find()) {
                List<Finding> against =
                        Identifiers.explain(IdentifierType.RFC, found.group(1)).against();
                wrongDigits += against.stream().anyMatch(Finding.WrongCheckDigit.class::isInstance) ? 1 : 0;
                wrongDates += against.stream().anyMatch(Finding.NoSuchDate.class::isInstance) ? 1 : 0;
            }
        }
        assertEquals(List.of(30, 0), List.of(wrongDigits, wrongDates));
    }

    @Test
    void treasuryListHas286RfcsWithHomoclave() throws IOException {
        String list = Files.readString(SharedData.file("lists/ofac_sdn_2024-07-02.csv"));
        Set<String> wellFormed = new TreeSet<>();
        Set<String> withHomoclave = new TreeSet<>();
        for (Matcher found = RFC.matcher(list); found.find(); ) {
            Identifier.Parsed rfc = (Identifier.Parsed) Identifiers.parse(IdentifierType.RFC, found.group(1));
            if (rfc.isWellFormed()) {
                wellFormed.add(rfc.canonical());
            }
            if (rfc.canonical().matches("[A-ZÑ&]{3,4}\\d{6}.+")) {
                withHomoclave.add(rfc.canonical());
            }
        }
        assertEquals(283, wellFormed.size());
        assertEquals(286, withHomoclave.size());
    }

    @Test
    void taxListHas12569ValidAnd30FailingAnd87MaskedRfcs() throws IOException {
        int valid = 0;
        int failing = 0;
        int masked = 0;
        Set<String> dated = new TreeSet<>();
        List<String> rows =
                Files.readAllLines(SharedData.file("lists/mx_sat_69b_2024-10.csv"), StandardCharsets.ISO_8859_1);
        Pattern second = Pattern.compile("^\\d+,([^,]+),");
        for (String row : rows) {
            Matcher found = second.matcher(row);
            if (!found.find()) {
                continue;
            }
            switch (Identifiers.parse(IdentifierType.RFC, found.group(1))) {
                case Identifier.Parsed rfc -> {
                    if (rfc.isValid()) {
                        valid++;
                    } else {
                        failing++;
                    }
                    if (rfc.isWellFormed() && !rfc.failed().contains(Check.Rule.DATE)) {
                        dated.add(rfc.canonical());
                    }
                }
                case Identifier.Masked _ -> masked++;
                case Identifier.Placeholder _, Identifier.Unreadable _ -> throw new AssertionError(row);
            }
        }
        assertEquals(List.of(12_569, 30, 87, 12_517), List.of(valid, failing, masked, dated.size()));
    }
}
