package org.entente.hold.imports;

/// One line of an import's report. `row` counts records of the part from 1, header included; `column` is the
/// publisher's or our name of the field; `value` what stood there, cut at 200 characters, and nothing where the source
/// is our own casework.
public record Finding(String part, int row, String column, String value, Reason reason) {
    static final int VALUE_LENGTH_MAX = 200;

    public Finding {
        value = value.length() > VALUE_LENGTH_MAX ? value.substring(0, VALUE_LENGTH_MAX) : value;
    }

    /// What became of the row.
    public enum Outcome {
        /// Not taken; correct it and import the corrected rows alone.
        REJECTED,
        /// Names a subject that is not in the list; none is created.
        ORPHAN,
        /// Taken; the value is kept as written and this is worth knowing.
        NOTED
    }

    /// Texts under `finding.<NAME>` in the room's text file.
    public enum Reason {
        ROW_BROKEN(Outcome.REJECTED),
        COLUMN_COUNT_WRONG(Outcome.REJECTED),
        LOCATOR_MISSING(Outcome.REJECTED),
        LOCATOR_TWICE(Outcome.REJECTED),
        NAME_MISSING(Outcome.REJECTED),
        KIND_UNKNOWN(Outcome.REJECTED),
        STATUS_UNKNOWN(Outcome.REJECTED),
        BASIS_MISSING(Outcome.REJECTED),
        RETENTION_MISSING(Outcome.REJECTED),
        RETENTION_PAST(Outcome.REJECTED),
        PERSON_CLASS_MISSING(Outcome.REJECTED),
        PERSON_CLASS_UNFIT(Outcome.REJECTED),
        FIELD_UNKNOWN(Outcome.REJECTED),
        VALUE_UNREADABLE(Outcome.REJECTED),
        VALUE_TOO_LONG(Outcome.REJECTED),
        SUBJECT_ABSENT(Outcome.ORPHAN),
        CHECK_FAILED(Outcome.NOTED),
        IDENTIFIER_COVERED(Outcome.NOTED),
        DATE_UNREADABLE(Outcome.NOTED),
        ENCODING_DAMAGED(Outcome.NOTED),
        /// A row that names no subject could be anyone's: nobody is taken off the list.
        WITHDRAWAL_HELD(Outcome.NOTED);

        private final Outcome outcome;

        Reason(Outcome outcome) {
            this.outcome = outcome;
        }

        public Outcome outcome() {
            return outcome;
        }
    }
}
