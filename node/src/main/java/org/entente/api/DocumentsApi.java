package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import org.entente.ask.Casework;
import org.entente.ask.PaperKind;
import org.entente.ask.PaperOrder;
import org.entente.ask.Papers;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The documents about a request, for programs.
@RestController
public class DocumentsApi {
    /// What there is of a request now.
    @Schema(name = "DocumentLine")
    public record Line(String kind, Bilingual title, List<String> formats) {
        static Line of(PaperKind kind) {
            List<String> formats =
                    Arrays.stream(PaperFormat.values()).map(PaperFormat::word).toList();
            return new Line(kind.word(), kind.text(), formats);
        }
    }

    private final Casework casework;
    private final Papers papers;

    public DocumentsApi(Casework casework, Papers papers) {
        this.casework = casework;
        this.papers = papers;
    }

    @GetMapping("/v1/requests/{id}/documents")
    Items<Line> documents(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return new Items<>(casework.request(officer, Words.request(id)).papers().stream()
                .map(Line::of)
                .toList());
    }

    /// @param language the one that stands first
    @GetMapping(
            path = "/v1/requests/{id}/documents/{kind}.{format}",
            produces = {
                MediaType.APPLICATION_PDF_VALUE,
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            })
    ResponseEntity<byte[]> document(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam(defaultValue = "en") String language) {
        PaperOrder order = new PaperOrder(
                PaperKind.of(kind).orElseThrow(DocumentsApi::unknown),
                PaperFormat.of(format).orElseThrow(DocumentsApi::unknown),
                Words.parse(Language.class, "language", language));
        PaperFile file = papers.make(officer, Words.request(id), order);
        return download(file);
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
        return new EntenteException(ApiCode.API_PATH_UNKNOWN);
    }
}
