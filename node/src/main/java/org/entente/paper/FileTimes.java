package org.entente.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/// Times in a PDF are the paper's own, so that its pages are the same bytes for the same time. PDF/A wants the same
/// in the information dictionary and in the metadata (ISO 19005-2, 6.6.2.3).
final class FileTimes {
    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");

    private FileTimes() {}

    /// 2026-11-24 16:00:00, read alike in both languages.
    static String shown(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
    }

    static Calendar of(Instant at) {
        return GregorianCalendar.from(ZonedDateTime.ofInstant(at.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC));
    }

    static void set(PDDocument document, Instant made) throws IOException {
        document.getDocumentInformation().setCreationDate(of(made));
        // The seed of the file's identifier; PDFBox takes the wall clock without it.
        document.setDocumentId(made.getEpochSecond());
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String written = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String moment = made.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "+00:00");
        String set = CREATED.matcher(written).replaceAll("$1" + moment + "$2");
        document.getDocumentCatalog()
                .setMetadata(new PDMetadata(document, new ByteArrayInputStream(set.getBytes(StandardCharsets.UTF_8))));
    }
}
