package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;

/// Firearms as a seizing and a tracing authority write them: makers and calibres by any of their names, serials with
/// confused and ground-off characters. One in eight is of a lot: the next serial of the same maker and model; one in
/// twenty has the serial of a firearm of another maker.
final class Firearms {
    private record Model(List<String> makers, String name, int calibre, String serial) {}

    /// Names of one cartridge.
    private static final List<List<String>> CALIBRES = List.of(
            List.of("9MM", "9X19", "9MM LUGER", "9MM PARABELLUM", "9X19MM", "9 MM"),
            List.of("7.62X39", "7.62X39MM", "7.62 X 39"),
            List.of(".223", ".223 REM", "5.56", "5.56X45", "5.56 NATO", "223 REMINGTON"),
            List.of(".38 SUPER", "38 SUPER", ".38 SUPER AUTO", "38 SUP"),
            List.of(".45", ".45 ACP", "45 AUTO", ".45 AUTO"),
            List.of(".50 BMG", "50 BMG", "12.7X99", ".50"),
            List.of(".40", ".40 S&W", "40 S&W"),
            List.of(".380", ".380 ACP", "9MM CORTO", "9X17", "380 AUTO"),
            List.of(".22", ".22 LR", "22LR", "22 L.R."),
            List.of("7.62X51", ".308", ".308 WIN", "7.62 NATO"),
            List.of("5.7X28", "5.7X28MM", "5.7"),
            List.of("12 GA", "12GA", "CALIBRE 12", "12"));

    /// `A` of a serial's form is a letter, `9` a digit; the rest stands as it is.
    private static final List<Model> MODELS = List.of(
            model("GLOCK/GLOCK GMBH/GLOCK INC", "19/17/26", 0, "AAA999"),
            model("BERETTA/PIETRO BERETTA/BERETTA USA", "92FS/PX4", 0, "A99999Z"),
            model("ROMARM/ROMARM-CUGIR/CUGIR/ROMARM S.A.", "WASR-10/GP WASR 10/63", 1, "1990AA9999"),
            model("NORINCO/CHINA NORTH INDUSTRIES", "MAK-90/56S", 1, "9999999"),
            model("ZASTAVA/ZASTAVA ARMS", "N-PAP/PAP M70", 1, "N-PAP999999"),
            model("COLT/COLT'S MFG/COLT MANUFACTURING", "AR-15/M4 CARBINE", 2, "LE999999"),
            model("BUSHMASTER/BUSHMASTER FIREARMS", "XM15-E2S", 2, "BFI999999"),
            model("SMITH & WESSON/S&W/SMITH AND WESSON", "M&P15/M&P 15", 2, "SU99999"),
            model("COLT/COLT'S MFG", "GOVERNMENT/1911", 3, "38SS99999"),
            model("SPRINGFIELD ARMORY/SPRINGFIELD", "1911-A1/XD", 4, "NM999999"),
            model("BARRETT/BARRETT FIREARMS/BARRETT MFG", "82A1/M82A1/M107", 5, "AA999999"),
            model("SMITH & WESSON/S&W", "SW40VE/M&P40", 6, "PBA9999"),
            model("TAURUS/FORJAS TAURUS", "PT 840/PT840", 6, "SCA99999"),
            model("BERSA/BERSA S.A.", "THUNDER/THUNDER 380", 7, "E99999"),
            model("RUGER/STURM RUGER/STURM, RUGER & CO.", "10/22", 8, "999-99999"),
            model("FN/FN HERSTAL/FABRIQUE NATIONALE/FNH USA", "FIVE-SEVEN/57", 10, "386999999"),
            model("FN/FN HERSTAL/FNH", "SCAR 17S/SCAR", 9, "H0C99999"),
            model("DPMS/DPMS INC/PANTHER ARMS", "LR-308", 9, "FFK999999"),
            model("MOSSBERG/O.F. MOSSBERG", "500/MAVERICK 88", 11, "MV99999A"));

    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final double TWO_SIDES = 0.55;
    private static final double LOT = 0.125;
    private static final double SERIAL_OF_ANOTHER = 0.05;
    private static final double CONFUSED = 0.22;
    private static final double GROUND_OFF = 0.12;

    private final long seed;

    Firearms(long seed) {
        this.seed = seed;
    }

    /// Records of `count` firearms, a little over half of which stand on both sides.
    List<Labelled> records(int count) {
        List<Labelled> records = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Firearm firearm = firearm(number);
            Draw draw = Draw.of(seed, 32, number);
            boolean mexican = draw.chance(0.5);
            records.add(record(firearm, mexican, number, records.size(), draw));
            if (draw.chance(TWO_SIDES)) {
                records.add(record(firearm, !mexican, number, records.size(), draw));
            }
        }
        return records;
    }

    private record Firearm(Model model, String modelName, String serial) {}

    private Firearm firearm(int number) {
        Draw draw = Draw.of(seed, 31, number);
        double kind = draw.unit();
        if (number > 0 && kind < LOT) {
            Firearm before = plain(Draw.of(seed, 31, number - 1));
            return new Firearm(before.model, before.modelName, next(before.serial, 1 + number % 4));
        }
        Firearm own = plain(Draw.of(seed, 31, number));
        if (number > 0 && kind < LOT + SERIAL_OF_ANOTHER) {
            Firearm before = plain(Draw.of(seed, 31, number - 1));
            return before.model.equals(own.model) ? own : new Firearm(own.model, own.modelName, before.serial);
        }
        return own;
    }

    private static Firearm plain(Draw draw) {
        draw.unit();
        Model model = draw.one(MODELS);
        StringBuilder serial = new StringBuilder();
        for (char letter : model.serial.toCharArray()) {
            serial.append(
                    switch (letter) {
                        case '9' -> (char) ('0' + draw.below(10));
                        case 'A' -> LETTERS.charAt(draw.below(LETTERS.length()));
                        default -> letter;
                    });
        }
        return new Firearm(model, draw.one(List.of(model.name.split("/"))), serial.toString());
    }

    /// The serial's last digits counted on.
    private static String next(String serial, int step) {
        int end = serial.length();
        while (end > 0 && !Character.isDigit(serial.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && Character.isDigit(serial.charAt(start - 1)) && end - start < 4) {
            start--;
        }
        int digits = end - start;
        int limit = (int) Math.pow(10, digits);
        int number = (Integer.parseInt(serial.substring(start, end)) + step) % limit;
        return serial.substring(0, start) + String.valueOf(limit + number).substring(1) + serial.substring(end);
    }

    private static Labelled record(Firearm firearm, boolean mexican, int number, int at, Draw draw) {
        String id = (mexican ? "MX-" : "US-") + at;
        Sheet sheet = new Sheet(id);
        sheet.put(Field.SERIAL, written(firearm.serial, draw));
        sheet.put(Field.MAKER, draw.chance(0.04) ? "" : draw.one(firearm.model.makers()));
        sheet.put(Field.MODEL, draw.chance(0.12) ? "" : firearm.modelName);
        List<String> calibre = CALIBRES.get(firearm.model.calibre());
        sheet.put(Field.CALIBRE, draw.chance(0.06) ? "" : draw.one(calibre));
        return Labelled.of(id, sheet.facet(Kind.FIREARM), "W" + number);
    }

    /// As read off the frame: `*` for each ground-off character; spaces and dashes as the writer likes.
    private static String written(String serial, Draw draw) {
        String text = serial;
        if (draw.chance(GROUND_OFF)) {
            int count = draw.chance(0.7) ? 1 : 2;
            int at = draw.below(text.length() - count);
            text = text.substring(0, at) + "*".repeat(count) + text.substring(at + count);
        } else if (draw.chance(CONFUSED)) {
            text = confused(text, draw);
        }
        return switch (draw.below(6)) {
            case 0 -> text.replace("-", "");
            case 1 -> text.length() > 5 ? text.substring(0, 3) + " " + text.substring(3) : text;
            default -> text;
        };
    }

    private static String confused(String serial, Draw draw) {
        String pairs = "0O1I8B5S2Z6G";
        int start = draw.below(serial.length());
        for (int tried = 0; tried < serial.length(); tried++) {
            int at = (start + tried) % serial.length();
            int pair = pairs.indexOf(serial.charAt(at));
            if (pair >= 0) {
                return serial.substring(0, at) + pairs.charAt(pair ^ 1) + serial.substring(at + 1);
            }
        }
        return serial;
    }

    private static Model model(String makers, String names, int calibre, String serial) {
        return new Model(List.of(makers.split("/")), names, calibre, serial);
    }
}
