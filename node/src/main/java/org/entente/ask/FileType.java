package org.entente.ask;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What an attachment may be: what cases are made of, and nothing that a computer executes. No archives, since what is
/// in one is not scanned: each file is attached by itself. No macros, no old binary office files, no HTML.
public enum FileType {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg jpeg"),
    TIFF("image/tiff", "tif tiff"),
    TEXT("text/plain", "txt"),
    CSV("text/csv", "csv"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    MP4("video/mp4", "mp4 m4a"),
    WAV("audio/wav", "wav");

    private final String mediaType;
    /// One space between two.
    private final String endings;

    FileType(String mediaType, String endings) {
        this.mediaType = mediaType;
        this.endings = endings;
    }

    public String mediaType() {
        return mediaType;
    }

    static Optional<FileType> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(mediaType))
                .findFirst();
    }

    /// By the ending of the name.
    static Optional<FileType> ofName(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> List.of(type.endings.split(" ")).contains(ending))
                .findFirst();
    }

    /// "pdf, png, jpg", for who brings another.
    public static String endings() {
        return Arrays.stream(values())
                .map(type -> type.endings.replace(" ", ", "))
                .collect(Collectors.joining(", "));
    }
}
