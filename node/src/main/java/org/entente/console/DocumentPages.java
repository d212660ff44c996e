package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entente.ask.PaperKind;
import org.entente.ask.PaperOrder;
import org.entente.ask.Papers;
import org.entente.ask.RequestNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Documents about a request to take away.
@Controller
final class DocumentPages {
    private final Papers papers;

    DocumentPages(Papers papers) {
        this.papers = papers;
    }

    @GetMapping("/requests/{number}/documents/{kind}.{format}")
    ResponseEntity<byte[]> document(
            Frame frame,
            @PathVariable String number,
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(defaultValue = "") String language) {
        PaperOrder order = new PaperOrder(
                PaperKind.of(kind).orElseThrow(DocumentPages::unknown),
                PaperFormat.of(format).orElseThrow(DocumentPages::unknown),
                language.isEmpty() ? frame.words().language() : language(language));
        PaperFile file = papers.make(frame.officer(), new RequestNumber(number), order);
        return download(file);
    }

    /// PDF and DOCX, each in both languages, the reader's first.
    static List<Link> links(RequestNumber number, PaperKind kind) {
        return links("/requests/" + number + "/documents/" + kind.word());
    }

    /// @param address of the document, without its ending
    static List<Link> links(String address) {
        List<Link> links = new ArrayList<>();
        for (PaperFormat format : PaperFormat.values()) {
            for (Language language : Language.values()) {
                String name = format.name() + " " + word(language).toUpperCase(Locale.ROOT);
                links.add(
                        new Link(address + "." + format.word() + "?language=" + word(language), name, Link.Tone.PLAIN));
            }
        }
        return links;
    }

    static Language language(String word) {
        for (Language language : Language.values()) {
            if (word(language).equals(word)) {
                return language;
            }
        }
        throw unknown();
    }

    private static String word(Language language) {
        return language.name().toLowerCase(Locale.ROOT);
    }

    /// As a file to keep, of which no cache keeps one.
    static ResponseEntity<byte[]> download(PaperFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(file.content().toArray());
    }

    private static EntenteException unknown() {
        return new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN);
    }
}
