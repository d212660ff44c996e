package org.entente.match;

import java.util.List;

/// One thing that speaks against an identifier, as facts: which rule, what was expected, what stands there. Positions
/// count from 0 in [Explanation#written].
public sealed interface Finding {
    /// The rule of [Identifier.Parsed#checks] that this finding explains.
    Check.Rule rule();

    /// `expected` ascending: the lengths that the type allows.
    record WrongLength(List<Integer> expected, int found) implements Finding {
        public WrongLength {
            expected = List.copyOf(expected);
        }

        @Override
        public Check.Rule rule() {
            return Check.Rule.FORM;
        }
    }

    record WrongCharacter(int at, CharacterClass expected, char found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.FORM;
        }
    }

    /// The number is of the type's length, or has none, and yet not of its shape; also when half of a pair is missing:
    /// a firearm without its maker, a plate without its state.
    record WrongShape(String found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.FORM;
        }
    }

    /// `found` is a day that no calendar has.
    record NoSuchDate(String found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.DATE;
        }
    }

    record NoSuchState(String found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.STATE;
        }
    }

    /// A range that the issuer does not give out, such as area 000 of a social security number.
    record NeverIssued(String found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.RANGE;
        }
    }

    record WrongCheckDigit(int at, char expected, char found) implements Finding {
        @Override
        public Check.Rule rule() {
            return Check.Rule.CHECK_DIGIT;
        }
    }

    enum CharacterClass {
        LETTER,
        DIGIT,
        LETTER_OR_DIGIT,
        /// A letter, Ñ or &.
        TAXPAYER_LETTER,
        /// H, M or X.
        SEX,
        /// A letter or digit without I, O, Q.
        VEHICLE_CHARACTER
    }
}
