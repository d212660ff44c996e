package org.entente.match.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.match.organisation.LegalForm.Family;
import org.jspecify.annotations.Nullable;

/// The legal forms of companies, by their writings. The table is our own: the forms of Mexico (Ley General de
/// Sociedades Mercantiles, Ley Agraria, Código Civil Federal, Ley del Mercado de Valores) and of the United States,
/// and of other countries whose companies stand on the published lists; which writings abroad mean which form was
/// compared with the organisation types of opensanctions/rigour (MIT).
final class LegalForms {
    /// A writing is its words without particles, joined, so that "S.A. de C.V.", "SA CV" and "S A DE C V" are one.
    private static final List<String> ROWS = List.of(
            "STOCK|S.A. de C.V.|SACV SOCIEDADANONIMACAPITALVARIABLE SADECV",
            "STOCK|S.A.|SA SOCIEDADANONIMA SOCIEDADEANONIMA SOCIETEANONYME",
            "STOCK|S.A.P.I. de C.V.|SAPICV SAPI SOCIEDADANONIMAPROMOTORAINVERSIONCAPITALVARIABLE SAPIDECV"
                    + " SOCIEDADANONIMAPROMOTORAINVERSION",
            "STOCK|S.A.B. de C.V.|SABCV SAB SOCIEDADANONIMABURSATILCAPITALVARIABLE",
            "STOCK|S.A.S.|SAS SASCV SASU SOCIEDADPORACCIONESSIMPLIFICADA SOCIEDADACCIONESSIMPLIFICADA SPA SAC"
                    + " SAL SAOG SAOC"
                    + " SAK SAE",
            "LIMITED|S. de R.L. de C.V.|SRLCV SOCIEDADRESPONSABILIDADLIMITADACAPITALVARIABLE SDERLDECV SRLMICV SRLMI",
            "LIMITED|S. de R.L.|SRL SOCIEDADRESPONSABILIDADLIMITADA SARL SARLU SOCIETEARESPONSABILITELIMITEE"
                    + " LTDA LIMITADA"
                    + " CIALTDA SOCIETATEACURASPUNDERELIMITATA EIRL SOCIETACURASPUNDERELIMITATA",
            "RURAL|S.P.R. de R.L.|SPRRL SPR SPRRI SPRRS SPRRLCV SOCIEDADPRODUCCIONRURALRESPONSABILIDADLIMITADA"
                    + " SOCIEDADPRODUCCIONRURAL",
            "CIVIL|S.C.|SC SOCIEDADCIVIL SCP SCU",
            "COOPERATIVE|S.C. de R.L.|SCRL SCRLCV SCS SOCIEDADCOOPERATIVA SCL SOCCOOP COOPERATIVA COOP SCPRL"
                    + " SCCRLCV SCCRL",
            "ASSOCIATION|A.C.|AC ASOCIACIONCIVIL IAP ABP IBP ANO NPO NGO EV ONG",
            "PARTNERSHIP|A. en P.|AP AENP ASOCIACIONPARTICIPACION",
            "PARTNERSHIP|S. en C.|SENC SOCIEDADCOMANDITA SENCPORA SNC SENNC KG",
            "STOCK|SOFOM|SOFOM SOFOMENR SOFOMER ENR",
            "STOCK|Inc.|INC INCORPORATED INCORPORATION",
            "STOCK|Corp.|CORP CORPORATION CORPN",
            "LIMITED|LLC|LLC LIMITEDLIABILITYCOMPANY LIMITEDLIABILITYCO LC PLLC LTDLIABILITYCO LIMITEDLIABILITY"
                    + " LTDLIABILITYCOMPANY",
            "LIMITED|Ltd.|LTD LIMITED COLTD COLIMITED COMPANYLIMITED LTDCO PTELTD PRIVATELIMITED PVTLTD PTYLTD"
                    + " PTY PTE PVT"
                    + " PRIVATELIMITEDCOMPANY PTELIMITED PTYLIMITED PVTLIMITED LIMITEDCOMPANY HKLTD",
            "PARTNERSHIP|L.P.|LP LIMITEDPARTNERSHIP LLP LIMITEDLIABILITYPARTNERSHIP LLLP GP PARTNERSHIP",
            "STOCK|PLC|PLC PUBLICLIMITEDCOMPANY PUBLICLIMITED",
            "STOCK|JSC|JSC JOINTSTOCKCOMPANY JOINTSTOCKCO AO AKTSIONERNOEOBSHCHESTVO AKTSIONERNOYEOBSHCHESTVO"
                    + " JOINTSTOCK"
                    + " AKCIONERNOEOBSESTVO AKTSIONERNOEOBSCHESTVO AKCIONERNOEOBSHCHESTVO AKTSIONERNOEOBSHESTVO",
            "STOCK|OJSC|OJSC OAO OPENJOINTSTOCKCOMPANY OPENJOINTSTOCKCO OTKRYTOEAKTSIONERNOEOBSHCHESTVO"
                    + " OTKRYTOEAKCIONERNOEOBSESTVO OTKRITOEAKTSIONERNOEOBSHCHESTVO",
            "STOCK|PJSC|PJSC PAO PUBLICJOINTSTOCKCOMPANY PUBLICHNOEAKTSIONERNOEOBSHCHESTVO"
                    + " PUBLICNOEAKCIONERNOEOBSESTVO",
            "STOCK|CJSC|CJSC ZAO CLOSEDJOINTSTOCKCOMPANY ZAKRYTOEAKTSIONERNOEOBSHCHESTVO ZAKRYTOEAKCIONERNOEOBSESTVO",
            "LIMITED|OOO|OOO TOO TOV OBSHCHESTVOSOGRANICHENNOIOTVETSTVENNOSTYU"
                    + " OBSHCHESTVOSOGRANICHENNOYOTVETSTVENNOSTYU"
                    + " OBSESTVOSOGRANICENNOJOTVETSTVENNOSTU OBSHCHESTVOOGRANICHENNOIOTVETSTVENNOSTYU",
            "STATE|FGUP|FGUP FEDERALSTATEUNITARYENTERPRISE STATEUNITARYENTERPRISE FSUE STATEENTERPRISE",
            "STOCK|AG|AG AKTIENGESELLSCHAFT AKG",
            "LIMITED|GmbH|GMBH GESELLSCHAFTMITBESCHRANKTERHAFTUNG GMBHCOKG MBH UG",
            "LIMITED|Sp. z o.o.|SPZOO SPOLKAZOGRANICZONAODPOWIEDZIALNOSCIA",
            "STOCK|N.V.|NV OYJ ASA AB OY AS",
            "LIMITED|B.V.|BV BVBA APS KFT SRO DOO OOD EOOD OU SIA UAB",
            "STOCK|A.D.|AD EAD DD ANONIMSIRKETI ANONIMSIRKETI AKTIEBOLAG",
            "LIMITED|Ltd. Şti.|LIMITEDSIRKETI LTDSTI LTDSIRKETI LIMITEDSTI",
            "LIMITED|FZE|FZE FZC FZCO FZLLC DMCC FREEZONEESTABLISHMENT FREEZONECOMPANY DWCLLC WLL",
            "STOCK|Tbk|PT TBK BHD SDNBHD KK",
            "ASSOCIATION|foundation|STIFTUNG",
            "UNSAID|company|COMPANY CO COMP COY CIA COMPANIA COMPAGNIE KOMPANIYA COMPANHIA FIRM KOMPANIJA"
                    + " KOMPANIA CIE");

    /// Particles inside a form.
    private static final Set<String> PARTICLES = Set.of("DE", "DEL", "Y", "EN", "THE", "OF", "AND", "E");

    /// Writings of up to three letters that stand at the beginning of a name; all others of that length only end one.
    private static final Set<String> LEADING =
            Set.of("OOO", "OAO", "ZAO", "PAO", "JSC", "LLC", "PT", "SRL", "ANO", "AO", "TOV", "CIA");

    /// Longest form in words.
    private static final int WORD_COUNT_MAX = 12;

    /// A writing of fewer letters is a form only as it stands; a longer one may have one wrong letter.
    private static final int WRONG_LETTER_LENGTH_MIN = 12;

    private static final Map<String, LegalForm> FORMS = new HashMap<>();
    private static final List<String> LONG = new ArrayList<>();

    static {
        for (String row : ROWS) {
            String[] cells = row.split("\\|");
            LegalForm form = new LegalForm(cells[1], Family.valueOf(cells[0]));
            for (String writing : cells[2].split(" ")) {
                FORMS.put(writing, form);
                if (writing.length() >= WRONG_LETTER_LENGTH_MIN) {
                    LONG.add(writing);
                }
            }
        }
    }

    private LegalForms() {}

    /// The form of a name, and the words that are left, at least one.
    record Parsed(@Nullable LegalForm form, List<String> words) {}

    /// Takes forms off the end, then off the beginning, then a long one from the middle; of several the first that
    /// says its family counts. About 2 µs; up to 50 µs where a long name has none.
    static Parsed parse(List<String> words) {
        List<String> left = new ArrayList<>(words);
        LegalForm found = null;
        for (boolean more = true; more && left.size() > 1; ) {
            int count = trailing(left);
            more = count > 0;
            if (more) {
                found = better(found, at(left, left.size() - count, left.size()));
                left.subList(left.size() - count, left.size()).clear();
            }
        }
        int count = left.size() > 1 ? leading(left) : 0;
        if (count > 0) {
            found = better(found, at(left, 0, count));
            left.subList(0, count).clear();
        }
        if (found == null) {
            found = inside(left);
        }
        return new Parsed(found, left);
    }

    private static @Nullable LegalForm better(@Nullable LegalForm one, @Nullable LegalForm other) {
        return one == null || (one.family() == Family.UNSAID && other != null) ? other : one;
    }

    private static int trailing(List<String> words) {
        for (int count = Math.min(WORD_COUNT_MAX, words.size() - 1); count > 0; count--) {
            int from = words.size() - count;
            if (!PARTICLES.contains(words.get(from)) && at(words, from, words.size()) != null) {
                return count;
            }
        }
        return 0;
    }

    private static int leading(List<String> words) {
        for (int count = Math.min(WORD_COUNT_MAX, words.size() - 1); count > 0; count--) {
            String key = key(words, 0, count);
            boolean mayLead = key.length() > 3 || LEADING.contains(key);
            LegalForm form = mayLead && !PARTICLES.contains(words.get(count - 1)) ? at(words, 0, count) : null;
            // In front, "Compañía" and "Company" are words of the name.
            if (form != null && form.family() != Family.UNSAID) {
                return count;
            }
        }
        return 0;
    }

    /// Notes follow the form on some lists: "X, S.A. DE C.V., in liquidation".
    private static @Nullable LegalForm inside(List<String> words) {
        for (int from = 1; from < words.size() - 1; from++) {
            for (int count = Math.min(WORD_COUNT_MAX, words.size() - 1 - from); count > 1; count--) {
                String key = key(words, from, from + count);
                LegalForm form = FORMS.get(key);
                if (form != null && key.length() >= 4 && !PARTICLES.contains(words.get(from))) {
                    words.subList(from, from + count).clear();
                    return form;
                }
            }
        }
        return null;
    }

    private static @Nullable LegalForm at(List<String> words, int from, int to) {
        String key = key(words, from, to);
        LegalForm exact = FORMS.get(key);
        if (exact != null || key.length() < WRONG_LETTER_LENGTH_MIN - 1) {
            return exact;
        }
        for (String writing : LONG) {
            if (Math.abs(writing.length() - key.length()) <= 1
                    && (writing.charAt(0) == key.charAt(0))
                    && Spelling.distance(writing, key, 1) <= 1) {
                return FORMS.get(writing);
            }
        }
        return null;
    }

    private static String key(List<String> words, int from, int to) {
        StringBuilder key = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (!PARTICLES.contains(words.get(i))) {
                key.append(words.get(i));
            }
        }
        return key.toString();
    }
}
