package org.entente.bench.match;

import java.time.LocalDate;

/// How each side gets birthdays wrong. The American rates are those of the reference measurement (7.5 of 100 wrong);
/// `missing`, `yearOnly` and `wrong` are shares of all records.
record BirthDates(double missing, double yearOnly, double wrong) {
    static final BirthDates AMERICAN = new BirthDates(0.03, 0.015, 0.075);
    static final BirthDates MEXICAN = new BirthDates(0.01, 0.003, 0.015);

    String written(LocalDate truth, Draw draw) {
        if (draw.chance(missing)) {
            return "";
        }
        if (draw.chance(yearOnly)) {
            return String.valueOf(truth.getYear());
        }
        return (draw.chance(wrong) ? wrong(truth, draw) : truth).toString();
    }

    private static LocalDate wrong(LocalDate truth, Draw draw) {
        double fault = draw.unit();
        if (fault < 0.35) {
            return truth.getDayOfMonth() <= 12
                    ? LocalDate.of(truth.getYear(), truth.getDayOfMonth(), truth.getMonthValue())
                    : truth.plusDays(draw.chance(0.5) ? 10 : 1);
        }
        if (fault < 0.65) {
            return draw.chance(0.5) ? truth.plusYears(draw.chance(0.5) ? 10 : 1) : truth.minusYears(1);
        }
        if (fault < 0.8) {
            return truth.plusDays(draw.chance(0.5) ? 1 : -1);
        }
        return fault < 0.9 ? truth.withDayOfYear(1) : truth.plusMonths(draw.chance(0.5) ? 1 : -1);
    }
}
