package org.entente.match.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.match.score.Part;
import org.junit.jupiter.api.Test;

class OrganisationNameTest {
    private static final long SEED = 69_002L;

    @Test
    void legalFormsOfBothCountriesComeToOneWriting() {
        for (String[] row : new String[][] {
            {"S.A. de C.V.", "Aceros, S.A. de C.V.", "ACEROS SA DE CV", "Aceros, S. A. de C. V.", "Aceros S.A. DE CV."},
            {"S.A. de C.V.", "Aceros, Sociedad Anónima de Capital Variable"},
            {"S. de R.L. de C.V.", "Aceros, S. de R.L. de C.V.", "ACEROS S DE RL DE CV"},
            {"S.A.P.I. de C.V.", "Aceros, S.A.P.I. de C.V.", "Aceros SAPI DE CV"},
            {"S.P.R. de R.L.", "Aceros S.P.R. DE R.L.", "Aceros S. DE P.R. DE R.L.", "ACEROS, S.P.R. DE R.I."},
            {"S.P.R. de R.L.", "Aceros, Sociedad de Producción Rural de Responsabilidad Limitada"},
            {"S.C.", "Aceros, S.C.", "Aceros Sociedad Civil"},
            {"A.C.", "Aceros A.C.", "Aceros, Asociación Civil"},
            {
                "LLC",
                "Aceros, LLC",
                "Aceros L.L.C.",
                "Limited Liability Company Aceros",
                "Aceros Limited Liability Company"
            },
            {"Inc.", "Aceros, Inc.", "ACEROS INCORPORATED"},
            {"Corp.", "Aceros Corp.", "Aceros Corporation"},
            {"Ltd.", "Aceros Ltd.", "Aceros Limited", "Aceros Co., Ltd.", "Aceros Pty Ltd"},
            {"L.P.", "Aceros, L.P.", "Aceros Limited Partnership"},
            {"OJSC", "OAO Aceros", "Open Joint Stock Company Aceros", "Aceros OJSC"},
            {"JSC", "Aceros Joynt Stock Company", "Акционерное общество Aceros"},
            {"GmbH", "Aceros GmbH", "Aceros Gesellschaft mit beschränkter Haftung"},
            {"company", "Aceros Company", "Aceros & Co."}
        }) {
            for (int i = 1; i < row.length; i++) {
                OrganisationName name = OrganisationName.parse(row[i]);
                assertEquals(row[0], name.legalForm().map(LegalForm::name).orElse(""), row[i]);
                assertEquals(List.of("ACEROS"), name.words(), row[i]);
            }
        }
    }

    @Test
    void formsAreEquivalentAcrossLanguages() {
        LegalForm mexican = form("X, S. de R.L. de C.V.");
        assertEquals(LegalForm.Agreement.EQUIVALENT, mexican.compare(form("X LLC")));
        assertEquals(LegalForm.Agreement.EQUIVALENT, form("X, S.A. de C.V.").compare(form("X Inc.")));
        assertEquals(LegalForm.Agreement.DIFFERENT, mexican.compare(form("X, S.A. de C.V.")));
        assertEquals(LegalForm.Agreement.EQUIVALENT, mexican.compare(form("X Company")));
        assertEquals(LegalForm.Agreement.SAME, mexican.compare(form("X S DE RL CV")));
    }

    @Test
    void oneOrganisationUnderTwoWritings() {
        for (String[] pair : new String[][] {
            {"CARTEL DE JALISCO NUEVA GENERACION", "CJNG"},
            {"CARTEL DE JALISCO NUEVA GENERACION", "New Generation Cartel of Jalisco"},
            {"AERO CONTINENTE S.A.", "AEROCONTINENTE S.A."},
            {"Laredo Drug Trafficking Organization", "LAREDO DTO"},
            {"Transportes Zarzaparrilla, S.A. de C.V.", "Zarzaparrilla Trucking Co."},
            {"Zarzaparrilla Hermanos", "ZARZAPARRILLA HNOS., S.A. DE C.V."},
            {"Zarzaparrilla International Inc.", "Zarzaparrilla Intl., Incorporated"},
            {"Compañía Zarzaparrilla, S.A.", "CIA. ZARSAPARRILLA SA"},
            {"W&G Arquitectos, S.A. de C.V.", "W AND G ARQUITECTOS"},
            {"G y R Arquitectos", "GR ARQUITECTOS"},
            {"Brigade Forty-Four", "Brigade 44"}
        }) {
            OrganisationMatch match = compare(pair[0], pair[1]);
            assertTrue(match.isSameName(), String.join(" | ", pair) + " " + match);
        }
    }

    @Test
    void aSharedOrdinaryWordOrFormNeverCarriesAMatch() {
        for (String[] pair : new String[][] {
            {"Zarzaparrilla Corp.", "Guanábana Corp."},
            {"Zarzaparrilla Company", "Company of Guanábana"},
            {
                "Comercializadora del Norte Zarzaparrilla, S.A. de C.V.",
                "Comercializadora del Norte Guanábana, S.A. de C.V."
            },
            {"Servicios Empresariales Zarzaparrilla, S.C.", "Servicios Empresariales, S.C."},
            {"Management Company", "Zarzaparrilla Management Company"},
            {"Grupo Constructor", "Grupo Constructor e Inmobiliario de Proyectos Integrales, S.A. de C.V."},
            {"Transportes", "Transportes Marítimos del Pacífico Oriental, S.A. de C.V."}
        }) {
            OrganisationMatch match = compare(pair[0], pair[1]);
            assertFalse(match.isSameName(), String.join(" | ", pair) + " " + match);
            assertFalse(match.isDistinctive(), String.join(" | ", pair));
        }
    }

    @Test
    void numbersMustAgree() {
        assertTrue(compare("Zarzaparrilla 5, S.A.", "Zarzaparrilla Cinco, S.A.").isSameName());
        assertFalse(compare("Manantiales 5, S.A.", "Manantiales 6, S.A.").isSameName());
        assertEquals(
                List.of("number different"),
                compare("Zarzaparrilla 5", "Zarzaparrilla 6").parts().stream()
                        .filter(part -> part.what().equals("number"))
                        .map(part -> part.what() + " " + part.level())
                        .toList());
    }

    @Test
    void theExplanationNamesBothWritingsAndTheLevel() {
        OrganisationMatch match = compare("Farmacia Zarzaparrilla, S.A. de C.V.", "FARMACIAS ZARSAPARRILLA");
        assertEquals(
                List.of(
                        "ordinary word FARMACIA FARMACIAS same meaning",
                        "distinctive word ZARZAPARRILLA ZARSAPARRILLA phonetic",
                        "legal form S.A. de C.V.  one-sided"),
                match.parts().stream()
                        .map(part -> part.what() + " " + part.left() + " " + part.right() + " " + part.level())
                        .toList());
    }

    @Test
    void partsSumExactlyInEitherOrderAndTheFastSumIsTheSame() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> pieces = List.of(
                "Zarzaparrilla",
                "Sarsaparrilla",
                "Guanábana",
                "ZG",
                "Z",
                "y",
                "Transportes",
                "Servicios",
                "México",
                "Grupo",
                "5",
                "cinco",
                "del",
                "Norte",
                "S.A. de C.V.",
                "LLC",
                "&",
                "Zarza",
                "parrilla",
                "Inc.",
                "(",
                "//",
                "Ñandú",
                "汉字",
                "Общество",
                "III",
                "Farmacias",
                "%",
                "'s",
                "-");
        int exchanged = 0;
        for (int i = 0; i < 20_000; i++) {
            String left = text(random, pieces);
            String right = text(random, pieces);
            String seeded = "seed " + SEED + ": " + left + " | " + right;
            OrganisationName one = OrganisationName.parse(left);
            OrganisationName other = OrganisationName.parse(right);
            OrganisationMatch match = OrganisationName.compare(one, other);
            double sum = 0;
            for (Part part : match.parts()) {
                sum += part.bits();
                assertEquals(Bits.of(part.m(), part.u()), part.bits(), seeded + part);
                assertTrue(part.m() > 0 && part.m() <= 1 && part.u() > 0 && part.u() <= 1, seeded + part);
            }
            assertEquals(sum, match.bits(), seeded);
            assertEquals(sum, OrganisationName.bits(one, other), seeded);
            assertEquals(one.words(), OrganisationName.parse(left).words(), seeded);
            exchanged += sum == OrganisationName.bits(other, one) ? 0 : 1;
        }
        assertEquals(0, exchanged);
    }

    @Test
    void anyTextIsReadWithoutAnException() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        String alphabet = "AEIOSÑñ019 .,-&/%'()\u0301\u0000汉ЖÆ";
        OrganisationName before = OrganisationName.parse("");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            OrganisationName name = OrganisationName.parse(text.toString());
            OrganisationName.compare(before, name);
            assertEquals(text.toString(), name.text());
            before = name;
        }
        OrganisationName endless = OrganisationName.parse("Zarza ".repeat(500));
        assertTrue(endless.words().size() <= OrganisationName.WORD_COUNT_MAX);
        OrganisationName.compare(endless, endless);
    }

    private static String text(RandomGenerator random, List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(7); count > 0; count--) {
            text.append(pieces.get(random.nextInt(pieces.size()))).append(' ');
        }
        return text.toString();
    }

    private static LegalForm form(String name) {
        return OrganisationName.parse(name).legalForm().orElseThrow();
    }

    private static OrganisationMatch compare(String left, String right) {
        return OrganisationName.compare(OrganisationName.parse(left), OrganisationName.parse(right));
    }
}
