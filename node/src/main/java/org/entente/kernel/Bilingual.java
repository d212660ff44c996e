package org.entente.kernel;

/// A text in both languages.
public record Bilingual(String en, String es) {
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ES -> es;
        };
    }
}
