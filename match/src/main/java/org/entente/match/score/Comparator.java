package org.entente.match.score;

import java.util.Arrays;
import java.util.Set;
import org.entente.match.Firearms;
import org.entente.match.SerialAgreement;
import org.entente.match.name.Spelling;

/// How the values of a field are compared.
enum Comparator {
    /// [Level#EXACT]; [Level#SWAPPED]; [Level#NEAR] one digit wrong or two neighbours changed over; [Level#PART] two of
    /// day, month and year, or within a month, or a year or ten apart within three days; [Level#YEAR]; dates known
    /// to the month or the year agree at PART and YEAR.
    DATE,
    /// EXACT or OTHER.
    CATEGORY,
    /// A place, an occupation, a street: NEAR one edit in four letters, PART a word of four letters or a number shared.
    TEXT,
    /// PART: all but the last two characters, NEAR one edit.
    POSTCODE,
    /// PART: the same before the @.
    EMAIL,
    /// NEAR: one edit.
    NUMBER,
    /// Of a firearm: NEAR one edit or characters that worn metal confuses, PART what can still be read is the same.
    SERIAL,
    /// A maker by its usual name: NEAR one edit in four letters.
    MAKER,
    /// PART: two cartridges that one chamber takes.
    CALIBRE,
    /// Not compared on its own: the parts of a person's name are compared together.
    NAME;

    /// Characters that must be the same in two serial numbers before their likeness says anything.
    private static final int SERIAL_READ_MIN = 3;

    /// Three slips in an address of so many letters are still the address.
    private static final int EMAIL_LONG = 15;

    private static final Set<Field> NAMES =
            Set.of(Field.NAME, Field.GIVEN_NAME, Field.SURNAME, Field.PATERNAL_SURNAME, Field.MATERNAL_SURNAME);

    private static final Comparator[] BY_FIELD =
            Arrays.stream(Field.values()).map(Comparator::chosen).toArray(Comparator[]::new);

    static Comparator of(Field field) {
        return BY_FIELD[field.index()];
    }

    private static Comparator chosen(Field field) {
        if (NAMES.contains(field)) {
            return NAME;
        }
        if (field.identifier().isPresent()) {
            return NUMBER;
        }
        return switch (field) {
            case BIRTH_DATE -> DATE;
            case SEX, MODEL_YEAR -> CATEGORY;
            case POSTCODE -> POSTCODE;
            case EMAIL -> EMAIL;
            case SERIAL -> SERIAL;
            case MAKER -> MAKER;
            case CALIBRE -> CALIBRE;
            case BIRTH_PLACE, NATIONALITY, OCCUPATION, ADDRESS, LOCALITY, REGION, COUNTRY, MODEL, COLOUR -> TEXT;
            default -> NUMBER;
        };
    }

    Level compare(PreparedValue one, PreparedValue other) {
        if (one.term == other.term) {
            return this == DATE && one.isPartialDate() ? partial(one, other) : Level.EXACT;
        }
        return switch (this) {
            case DATE -> dates(one, other);
            case CATEGORY, NAME -> Level.OTHER;
            case TEXT, MAKER -> texts(one, other);
            case SERIAL -> serials(one, other);
            case CALIBRE ->
                Firearms.compareCalibres(one.value.text(), other.value.text()) == Firearms.CalibreAgreement.DIFFERENT
                        ? Level.OTHER
                        : Level.PART;
            case POSTCODE -> postcodes(one, other);
            case EMAIL -> emails(one, other);
            case NUMBER ->
                one.mayBeWithin(other, 2) && Spelling.distance(one.letters, other.letters, 2) <= 2
                        ? Level.NEAR
                        : Level.OTHER;
        };
    }

    private static Level partial(PreparedValue one, PreparedValue other) {
        if (one.year != other.year) {
            return Level.OTHER;
        }
        return one.month != 0 && one.month == other.month ? Level.PART : Level.YEAR;
    }

    private static Level dates(PreparedValue one, PreparedValue other) {
        if (one.isPartialDate() || other.isPartialDate()) {
            return partial(one, other);
        }
        if (one.year == other.year && one.month == other.day && one.day == other.month) {
            return Level.SWAPPED;
        }
        if (isOneSlip(one.letters, other.letters)) {
            return Level.NEAR;
        }
        int same =
                (one.year == other.year ? 1 : 0) + (one.month == other.month ? 1 : 0) + (one.day == other.day ? 1 : 0);
        if (same == 2 || isNearby(Math.abs(one.days() - other.days()))) {
            return Level.PART;
        }
        return one.year == other.year ? Level.YEAR : Level.OTHER;
    }

    /// Within a month, or a year or ten beside a day or two: how ages become birth dates.
    private static boolean isNearby(int days) {
        return days <= 31 || Math.abs(days - 372) <= 3 || Math.abs(days - 3720) <= 3;
    }

    /// One digit is another, or two neighbours have changed places.
    private static boolean isOneSlip(char[] one, char[] other) {
        if (one.length != other.length) {
            return false;
        }
        int first = -1;
        int count = 0;
        for (int at = 0; at < one.length; at++) {
            if (one[at] != other[at]) {
                first = count == 0 ? at : first;
                count++;
            }
        }
        boolean changedOver = count == 2
                && first + 1 < one.length
                && one[first] == other[first + 1]
                && one[first + 1] == other[first];
        return count == 1 || changedOver;
    }

    private static Level texts(PreparedValue one, PreparedValue other) {
        int longer = Math.max(one.letters.length, other.letters.length);
        int limit = longer >= 9 ? 4 : longer >= 4 ? 2 : 1;
        if (one.mayBeWithin(other, limit) && Spelling.distance(one.letters, other.letters, limit) <= limit) {
            return Level.NEAR;
        }
        int i = 0;
        int j = 0;
        while (i < one.words.length && j < other.words.length) {
            if (one.words[i] == other.words[j]) {
                return Level.PART;
            }
            if (one.words[i] < other.words[j]) {
                i++;
            } else {
                j++;
            }
        }
        return Level.OTHER;
    }

    private static Level serials(PreparedValue one, PreparedValue other) {
        SerialAgreement agreement = SerialAgreement.of(one.canonical, other.canonical);
        return switch (agreement.level()) {
            case EXACT, CONFUSABLE, ONE_EDIT -> agreement.read() >= SERIAL_READ_MIN ? Level.NEAR : Level.OTHER;
            case COVERED -> agreement.read() >= SERIAL_READ_MIN ? Level.PART : Level.OTHER;
            case DIFFERENT -> Level.OTHER;
        };
    }

    private static Level postcodes(PreparedValue one, PreparedValue other) {
        if (one.mayBeWithin(other, 2) && Spelling.distance(one.letters, other.letters, 2) <= 2) {
            return Level.NEAR;
        }
        int shorter = Math.min(one.letters.length, other.letters.length);
        int same = 0;
        while (same < shorter && one.letters[same] == other.letters[same]) {
            same++;
        }
        return same >= 3 && same >= shorter - 3 ? Level.PART : Level.OTHER;
    }

    private static Level emails(PreparedValue one, PreparedValue other) {
        int limit = Math.min(one.letters.length, other.letters.length) >= EMAIL_LONG ? 6 : 4;
        if (one.mayBeWithin(other, limit) && Spelling.distance(one.letters, other.letters, limit) <= limit) {
            return Level.NEAR;
        }
        return one.words.length > 0 && other.words.length > 0 && one.words[0] == other.words[0]
                ? Level.PART
                : Level.OTHER;
    }
}
