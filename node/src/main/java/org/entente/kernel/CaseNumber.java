package org.entente.kernel;

/// A case file of this party, readable and the same on screen, in print, API and log: `US-2026-000123`.
public record CaseNumber(String value) {
    public CaseNumber {
        if (!value.matches("[A-Z]{2}-[0-9]{4}-[0-9]{6}")) {
            throw new UnfitValueException(
                    "a case number reads US-2026-000123", "un número de caso se escribe US-2026-000123");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
