package org.entente.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The machine-readable zone of a travel document (ICAO Doc 9303, parts 3 to 7): its fields and every check digit. A
/// wrong digit is reported and the fields are kept. The name line has no check digit and may be cut: letters after the
/// last place are lost. States write Ñ as N or as NXX.
///
/// Dates are `YYMMDD` as printed, `<` where a part is unknown; the zone does not say the century. Texts are without
/// fillers. `issuer` and `nationality` are the codes of part 3, section 5, mostly ISO 3166-1 alpha-3.
public record MachineReadableZone(
        Format format,
        String documentCode,
        String issuer,
        String surnames,
        String givenNames,
        boolean nameIsCut,
        String documentNumber,
        String nationality,
        String birthDate,
        Sex sex,
        String expiryDate,
        String optionalData,
        List<FieldCheck> checks) {

    /// Lines by characters. A visa has the size of TD3 or TD2 and no composite digit.
    public enum Format {
        TD1(3, 30),
        TD2(2, 36),
        TD3(2, 44);

        private final int lines;
        private final int width;

        Format(int lines, int width) {
            this.lines = lines;
            this.width = width;
        }
    }

    public enum CheckedField {
        DOCUMENT_NUMBER,
        BIRTH_DATE,
        EXPIRY_DATE,
        /// The personal number of a passport; `<` is allowed when it is empty.
        OPTIONAL_DATA,
        COMPOSITE
    }

    /// A check digit: what belongs there and what stands there.
    public record FieldCheck(CheckedField field, char expected, char found) {
        public boolean passed() {
            return expected == found || (field == CheckedField.OPTIONAL_DATA && expected == '0' && found == '<');
        }
    }

    public MachineReadableZone {
        checks = List.copyOf(checks);
    }

    public List<FieldCheck> failed() {
        return checks.stream().filter(check -> !check.passed()).toList();
    }

    /// Reads two or three lines, also when they were joined or their spaces and line ends changed. Empty when the
    /// characters are not those of one of the three formats.
    public static Optional<MachineReadableZone> read(String text) {
        String zone = text.toUpperCase(Locale.ROOT).replaceAll("\\s+", "");
        if (!zone.chars().allMatch(letter -> letter == '<' || isCounted((char) letter))) {
            return Optional.empty();
        }
        for (Format format : Format.values()) {
            if (zone.length() == format.lines * format.width) {
                return Optional.of(format == Format.TD1 ? threeLines(zone) : twoLines(format, zone));
            }
        }
        return Optional.empty();
    }

    private static MachineReadableZone threeLines(String zone) {
        String first = zone.substring(0, 30);
        String second = zone.substring(30, 60);
        String number = first.substring(5, 14);
        char numberDigit = first.charAt(14);
        String optional = first.substring(15, 30);
        // A longer number runs on into the optional data; its digit is the last before the filler (part 5, note j).
        int end = optional.indexOf('<');
        if (numberDigit == '<' && end > 1) {
            number += optional.substring(0, end - 1);
            numberDigit = optional.charAt(end - 1);
            optional = optional.substring(end);
        }
        List<FieldCheck> checks = new ArrayList<>(4);
        checks.add(check(CheckedField.DOCUMENT_NUMBER, number, numberDigit));
        checks.add(check(CheckedField.BIRTH_DATE, second.substring(0, 6), second.charAt(6)));
        checks.add(check(CheckedField.EXPIRY_DATE, second.substring(8, 14), second.charAt(14)));
        String composite =
                first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29);
        checks.add(check(CheckedField.COMPOSITE, composite, second.charAt(29)));
        String name = zone.substring(60);
        return new MachineReadableZone(
                Format.TD1,
                filled(first.substring(0, 2)),
                filled(first.substring(2, 5)),
                surnames(name),
                givenNames(name),
                isCut(name),
                filled(number),
                filled(second.substring(15, 18)),
                second.substring(0, 6),
                sex(second.charAt(7)),
                second.substring(8, 14),
                filled(optional + second.substring(18, 29)),
                checks);
    }

    private static MachineReadableZone twoLines(Format format, String zone) {
        String first = zone.substring(0, format.width);
        String second = zone.substring(format.width);
        boolean visa = first.charAt(0) == 'V';
        boolean passport = format == Format.TD3 && !visa;
        int optionalEnd = visa ? format.width : format == Format.TD3 ? 42 : 35;
        List<FieldCheck> checks = new ArrayList<>(5);
        checks.add(check(CheckedField.DOCUMENT_NUMBER, second.substring(0, 9), second.charAt(9)));
        checks.add(check(CheckedField.BIRTH_DATE, second.substring(13, 19), second.charAt(19)));
        checks.add(check(CheckedField.EXPIRY_DATE, second.substring(21, 27), second.charAt(27)));
        if (passport) {
            checks.add(check(CheckedField.OPTIONAL_DATA, second.substring(28, 42), second.charAt(42)));
        }
        if (!visa) {
            String composite =
                    second.substring(0, 10) + second.substring(13, 20) + second.substring(21, format.width - 1);
            checks.add(check(CheckedField.COMPOSITE, composite, second.charAt(format.width - 1)));
        }
        String name = first.substring(5);
        return new MachineReadableZone(
                format,
                filled(first.substring(0, 2)),
                filled(first.substring(2, 5)),
                surnames(name),
                givenNames(name),
                isCut(name),
                filled(second.substring(0, 9)),
                filled(second.substring(10, 13)),
                second.substring(13, 19),
                sex(second.charAt(20)),
                second.substring(21, 27),
                filled(second.substring(28, optionalEnd)),
                checks);
    }

    /// The digit for a field: weights 7, 3, 1; digits count as themselves, A to Z as 10 to 35, `<` as 0; modulo 10
    /// (part 3, section 4.9).
    public static char checkDigit(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            int value = letter == '<' ? 0 : isCounted(letter) ? Character.digit(letter, 36) : -1;
            if (value < 0) {
                throw new IllegalArgumentException("outside the machine-readable alphabet at " + i);
            }
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return (char) ('0' + sum % 10);
    }

    private static FieldCheck check(CheckedField field, String text, char found) {
        return new FieldCheck(field, checkDigit(text), found);
    }

    private static boolean isCounted(char letter) {
        return Shape.isDigit(letter) || Shape.isLetter(letter);
    }

    private static Sex sex(char letter) {
        return letter == 'F' ? Sex.F : letter == 'M' ? Sex.M : Sex.X;
    }

    private static String surnames(String name) {
        int end = name.indexOf("<<");
        return filled(end < 0 ? name : name.substring(0, end));
    }

    private static String givenNames(String name) {
        int end = name.indexOf("<<");
        return end < 0 ? "" : filled(name.substring(end + 2));
    }

    /// No filler at the end: more may have followed.
    private static boolean isCut(String name) {
        return name.charAt(name.length() - 1) != '<';
    }

    private static String filled(String text) {
        return text.replace('<', ' ').strip().replaceAll(" +", " ");
    }
}
