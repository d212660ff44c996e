package org.entente.bench.match;

import java.util.ArrayList;
import java.util.List;
import org.entente.match.Vin;
import org.entente.match.score.Field;
import org.entente.match.score.Kind;

/// Vehicles as two authorities write them: damaged VINs, plates of either country, makers and colours in either
/// language. One in ten is of a fleet: neighbours in the VIN, otherwise the same vehicle. Every record that has a
/// truth to be found has a VIN, if a damaged one, or the plate.
final class Vehicles {
    /// Maker in one language or abbreviation and another; the world manufacturer codes of its plants; models.
    private record Maker(List<String> names, List<String> plants, List<String> models) {}

    private static final List<Maker> MAKERS = List.of(
            maker("CHEVROLET/CHEV/CHEVY", "1G1/3G1/1GC/3GC", "SILVERADO/AVEO/TAHOE/MALIBU/CHEYENNE"),
            maker("FORD/FORD MOTOR", "1FT/3FA/1FA/1FM", "F-150/RANGER/FUSION/EXPLORER/LOBO"),
            maker("NISSAN/NISSAN MEXICANA", "3N1/1N4/1N6", "VERSA/SENTRA/FRONTIER/TSURU/NP300"),
            maker("VOLKSWAGEN/VW", "3VW/WVW/1VW", "JETTA/VENTO/GOL/TIGUAN"),
            maker("TOYOTA", "5TD/JTD/4T1/3TM", "TACOMA/HILUX/COROLLA/CAMRY/TUNDRA"),
            maker("HONDA", "1HG/3HG/5FN", "CIVIC/ACCORD/CR-V/PILOT"),
            maker("RAM/DODGE/DODGE RAM", "1C6/3C6/3D7", "1500/2500/4000/PROMASTER"),
            maker("GMC/GENERAL MOTORS", "1GT/3GT/1GK", "SIERRA/YUKON/ACADIA"),
            maker("JEEP", "1C4/1J4", "GRAND CHEROKEE/WRANGLER/COMPASS"),
            maker("KIA/KIA MOTORS", "3KP/KNA", "RIO/FORTE/SPORTAGE"),
            maker("MAZDA", "3MZ/JM1", "MAZDA 3/CX-5/MAZDA 2"),
            maker("FREIGHTLINER/FREIGHT", "1FU/3AK", "CASCADIA/M2/COLUMBIA"),
            maker("KENWORTH/KW", "1XK/3WK", "T680/T800/W900"),
            maker("INTERNATIONAL/NAVISTAR", "1HT/3HS", "PROSTAR/LT/DURASTAR"));

    private static final List<List<String>> COLOURS = List.of(
            List.of("WHITE", "BLANCO", "WHI"),
            List.of("BLACK", "NEGRO", "BLK"),
            List.of("SILVER", "PLATA", "SIL"),
            List.of("GRAY", "GRIS", "GRY"),
            List.of("RED", "ROJO", "RED"),
            List.of("BLUE", "AZUL", "BLU"),
            List.of("GREEN", "VERDE", "GRN"),
            List.of("BROWN", "CAFE", "BRO"),
            List.of("GOLD", "DORADO", "GLD"),
            List.of("YELLOW", "AMARILLO", "YEL"));

    /// Position 10 from 1995 to 2025; the letters I, O, Q, U, Z and the digit 0 are not used (49 CFR 565.15).
    private static final String YEARS = "STVWXY123456789ABCDEFGHJKLMNPRS";

    private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String CONFUSED = "0O1I5S8B2ZDO6G";

    private static final double TWO_SIDES = 0.5;
    private static final double FLEET = 0.1;
    private static final double VIN_MISSING = 0.15;
    private static final double VIN_DAMAGED = 0.22;

    private final long seed;

    Vehicles(long seed) {
        this.seed = seed;
    }

    /// Records of `count` vehicles, about half of which stand on both sides.
    List<Labelled> records(int count) {
        List<Labelled> records = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Vehicle vehicle = vehicle(number);
            Draw draw = Draw.of(seed, 2, number);
            boolean mexican = draw.chance(0.5);
            // Where one record has no VIN both have the plate: nothing else could connect them.
            int without = draw.chance(VIN_MISSING) ? draw.below(2) : -1;
            records.add(record(vehicle, mexican, id(mexican, records), without >= 0, without == 0, number, draw));
            if (draw.chance(TWO_SIDES)) {
                boolean other = !mexican;
                records.add(record(vehicle, other, id(other, records), without >= 0, without == 1, number, draw));
            }
        }
        return records;
    }

    private record Vehicle(
            int maker, String model, int year, int colour, String vin, String plate, String otherPlate) {}

    /// Of a fleet it is the vehicle before it with the next serial number and a plate of its own.
    private Vehicle vehicle(int number) {
        Draw draw = Draw.of(seed, 1, number);
        boolean isOfFleet = number > 0 && draw.chance(FLEET);
        Draw like = isOfFleet ? Draw.of(seed, 1, number - 1) : draw;
        if (isOfFleet) {
            like.chance(FLEET);
        }
        int maker = like.below(MAKERS.size());
        String model = like.one(MAKERS.get(maker).models());
        int year = 1995 + like.below(YEARS.length());
        int colour = like.below(COLOURS.size());
        String head = like.one(MAKERS.get(maker).plants()) + descriptor(like);
        int serial = Integer.parseInt(like.digits(6)) + (isOfFleet ? 1 + number % 3 : 0);
        String plant = String.valueOf(VIN_LETTERS.charAt(like.below(VIN_LETTERS.length())));
        String digits = String.valueOf(1_000_000 + serial % 1_000_000).substring(1);
        String open = head + "0" + YEARS.charAt(year - 1995) + plant + digits;
        String vin = open.substring(0, 8) + Vin.checkCharacter(open) + open.substring(9);
        Draw own = Draw.of(seed, 3, number);
        return new Vehicle(maker, model, year, colour, vin, plate(own), plate(own));
    }

    private static String descriptor(Draw draw) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < 5; at++) {
            text.append(
                    draw.chance(0.5)
                            ? String.valueOf(draw.below(10))
                            : String.valueOf(VIN_LETTERS.charAt(draw.below(VIN_LETTERS.length()))));
        }
        return text.toString();
    }

    private static String plate(Draw draw) {
        String letters = "" + VIN_LETTERS.charAt(draw.below(23)) + VIN_LETTERS.charAt(draw.below(23))
                + VIN_LETTERS.charAt(draw.below(23));
        return draw.chance(0.5)
                ? letters + "-" + draw.digits(3) + "-" + VIN_LETTERS.charAt(draw.below(23))
                : draw.digits(1) + letters + draw.digits(3);
    }

    private static String id(boolean mexican, List<Labelled> records) {
        return (mexican ? "MX-" : "US-") + records.size();
    }

    private static Labelled record(
            Vehicle vehicle, boolean mexican, String id, boolean withPlate, boolean withoutVin, int number, Draw draw) {
        Sheet sheet = new Sheet(id);
        if (!withoutVin) {
            sheet.put(Field.VIN, draw.chance(VIN_DAMAGED) ? damaged(vehicle.vin, draw) : vehicle.vin);
        }
        if (withPlate || draw.chance(0.7)) {
            String plate = withPlate || draw.chance(0.6) ? vehicle.plate : vehicle.otherPlate;
            sheet.put(Field.PLATE, draw.chance(0.3) ? plate.replace("-", "") : plate);
        }
        Maker maker = MAKERS.get(vehicle.maker);
        sheet.put(Field.MAKER, draw.chance(0.7) ? maker.names().getFirst() : draw.one(maker.names()));
        sheet.put(Field.MODEL, draw.chance(0.1) ? "" : vehicle.model);
        int year = draw.chance(0.05) ? vehicle.year + 1 : vehicle.year;
        sheet.put(Field.MODEL_YEAR, draw.chance(0.08) ? "" : String.valueOf(year));
        List<String> colour = COLOURS.get(draw.chance(0.06) ? draw.below(COLOURS.size()) : vehicle.colour);
        sheet.put(Field.COLOUR, mexican ? colour.get(1) : draw.chance(0.7) ? colour.get(0) : colour.get(2));
        return Labelled.of(id, sheet.facet(Kind.VEHICLE), "V" + number);
    }

    /// Misread, exchanged, one short, or only the last eight, as on a windscreen half covered.
    private static String damaged(String vin, Draw draw) {
        double how = draw.unit();
        if (how < 0.12) {
            return vin.substring(9);
        }
        if (how < 0.3) {
            int at = 10 + draw.below(6);
            return vin.substring(0, at) + vin.charAt(at + 1) + vin.charAt(at) + vin.substring(at + 2);
        }
        if (how < 0.42) {
            int at = draw.below(17);
            return vin.substring(0, at) + vin.substring(at + 1);
        }
        String text = vin;
        for (int times = draw.chance(0.3) ? 2 : 1; times > 0; times--) {
            int at = draw.below(17);
            int confused = CONFUSED.indexOf(text.charAt(at));
            text = confused >= 0
                    ? text.substring(0, at) + CONFUSED.charAt(confused ^ 1) + text.substring(at + 1)
                    : Spelling.damaged(text, draw);
        }
        return text;
    }

    private static Maker maker(String names, String plants, String models) {
        return new Maker(List.of(names.split("/")), List.of(plants.split("/")), List.of(models.split("/")));
    }
}
