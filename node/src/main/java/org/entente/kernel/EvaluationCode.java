package org.entente.kernel;

import java.util.regex.Pattern;

/// Europol 4x4 (Regulation (EU) 2016/794 art. 29): source A, B, C or X; information 1 to 4. Absent and not agreed: X4.
public record EvaluationCode(String value) {
    private static final Pattern FORM = Pattern.compile("[ABCX][1-4]");

    public static final EvaluationCode X4 = new EvaluationCode("X4");

    public EvaluationCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an evaluation code is A-C or X and 1-4, not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
