package org.entente.match;

import java.util.Optional;

/// The 32 federal entities in the order of their official number (INEGI), with the letters that a CURP gives them and
/// their ISO 3166-2 code. Mexico City is DF in a CURP still.
public enum MexicanState {
    AGUASCALIENTES("AS", "AGU"),
    BAJA_CALIFORNIA("BC", "BCN"),
    BAJA_CALIFORNIA_SUR("BS", "BCS"),
    CAMPECHE("CC", "CAM"),
    COAHUILA("CL", "COA"),
    COLIMA("CM", "COL"),
    CHIAPAS("CS", "CHP"),
    CHIHUAHUA("CH", "CHH"),
    CIUDAD_DE_MEXICO("DF", "CMX"),
    DURANGO("DG", "DUR"),
    GUANAJUATO("GT", "GUA"),
    GUERRERO("GR", "GRO"),
    HIDALGO("HG", "HID"),
    JALISCO("JC", "JAL"),
    MEXICO("MC", "MEX"),
    MICHOACAN("MN", "MIC"),
    MORELOS("MS", "MOR"),
    NAYARIT("NT", "NAY"),
    NUEVO_LEON("NL", "NLE"),
    OAXACA("OC", "OAX"),
    PUEBLA("PL", "PUE"),
    QUERETARO("QT", "QUE"),
    QUINTANA_ROO("QR", "ROO"),
    SAN_LUIS_POTOSI("SP", "SLP"),
    SINALOA("SL", "SIN"),
    SONORA("SR", "SON"),
    TABASCO("TC", "TAB"),
    TAMAULIPAS("TS", "TAM"),
    TLAXCALA("TL", "TLA"),
    VERACRUZ("VZ", "VER"),
    YUCATAN("YN", "YUC"),
    ZACATECAS("ZS", "ZAC"),
    /// No state: what a CURP and an elector's key say of who was born in another country.
    BORN_ABROAD("NE", "NE");

    private final String curp;
    private final String iso;

    MexicanState(String curp, String iso) {
        this.curp = curp;
        this.iso = "MX-" + iso;
    }

    /// The two letters in a CURP.
    public String curp() {
        return curp;
    }

    /// ISO 3166-2; `MX-NE` for [#BORN_ABROAD].
    public String iso() {
        return iso;
    }

    public static Optional<MexicanState> ofCurp(String letters) {
        for (MexicanState state : values()) {
            if (state.curp.equals(letters)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    /// By the two digits in an elector's key: 01 to 32; 87 and 88 (born abroad, naturalised).
    public static Optional<MexicanState> ofElectoralNumber(int number) {
        if (number == 87 || number == 88) {
            return Optional.of(BORN_ABROAD);
        }
        return number >= 1 && number <= 32 ? Optional.of(values()[number - 1]) : Optional.empty();
    }
}
