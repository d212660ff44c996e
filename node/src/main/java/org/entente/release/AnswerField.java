package org.entente.release;

import org.entente.kernel.EvaluationCode;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Statement;

/// One field of an answer that an officer composed rather than took from HOLD ("first-purchaser"). The officer states
/// whom it concerns and how sure it is.
public record AnswerField(String property, String value, PersonClass personClass, EvaluationCode evaluation) {
    public AnswerField {
        if (!property.matches("[a-z][a-z0-9.-]{0,59}")) {
            throw new IllegalArgumentException("not a property: " + property);
        }
        if (value.isBlank() || value.length() > Statement.VALUE_LENGTH_MAX) {
            throw new IllegalArgumentException("an answer field has 1 to 4,000 characters: " + property);
        }
    }
}
