package org.entente.agreement;

/// What somebody stated about a case. A fact that nobody stated is absent from the question, which is not the same as
/// no.
public sealed interface Fact {
    /// As a rulings table and a trace write it: `yes`, `no`, the option's key, the number.
    String text();

    record YesNo(boolean value) implements Fact {
        @Override
        public String text() {
            return value ? "yes" : "no";
        }
    }

    /// One of the options the pack declares for the fact.
    record Choice(String option) implements Fact {
        @Override
        public String text() {
            return option;
        }
    }

    /// A whole number, 0 to 1,000,000, in the unit the pack's text for the fact names.
    record Amount(long value) implements Fact {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }

    Fact YES = new YesNo(true);
    Fact NO = new YesNo(false);

    static Fact of(boolean value) {
        return value ? YES : NO;
    }

    /// The fact a text stands for where no pack is at hand: the inverse of [#text].
    static Fact read(String text) {
        if (text.equals("yes") || text.equals("no")) {
            return of(text.equals("yes"));
        }
        return text.matches("[0-9]{1,7}") ? new Amount(Long.parseLong(text)) : new Choice(text);
    }

    static Fact choice(String option) {
        return new Choice(option);
    }
}
