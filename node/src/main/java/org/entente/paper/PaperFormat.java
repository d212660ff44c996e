package org.entente.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The form of a document's file.
public enum PaperFormat {
    /// Tagged, for good, signed.
    PDF("application/pdf"),
    /// To go on writing in, unsigned.
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String mediaType;

    PaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    public static Optional<PaperFormat> of(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /// The ending of its file: `pdf`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String mediaType() {
        return mediaType;
    }
}
