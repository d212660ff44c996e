package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.entente.ask.AttachedContent;
import org.entente.ask.AttachedFile;
import org.entente.ask.Attachment;
import org.entente.ask.Attachments;
import org.entente.ask.Casework;
import org.entente.exchange.ParcelId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The files of requests, for programs: streamed in and out, never whole in memory.
@RestController
public class AttachmentsApi {
    /// An attachment and how far it is here.
    @Schema(name = "AttachmentLine")
    public record Line(
            String id, String name, String type, long size, String sha256, String state, int done, int parts) {
        static Line of(AttachedFile file) {
            Attachment attachment = file.attachment();
            return new Line(
                    attachment.id().hex(),
                    attachment.name(),
                    attachment.type().mediaType(),
                    attachment.parcel().sizeBytes(),
                    attachment.parcel().content().hex(),
                    file.state().word(),
                    file.doneCount(),
                    file.chunkCount());
        }
    }

    private final Casework casework;
    private final Attachments attachments;

    public AttachmentsApi(Casework casework, Attachments attachments) {
        this.casework = casework;
        this.attachments = attachments;
    }

    @GetMapping("/v1/requests/{id}/attachments")
    Items<Line> list(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return new Items<>(casework.request(officer, Words.request(id)).attachments().stream()
                .map(Line::of)
                .toList());
    }

    /// The body is the file.
    @PostMapping(path = "/v1/requests/{id}/attachments", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Line attach(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @RequestParam String name,
            HttpServletRequest request)
            throws IOException {
        Attachment attachment = attachments.attach(officer, Words.request(id), name, request.getInputStream());
        int parts = attachment.parcel().chunkCount();
        return Line.of(new AttachedFile(attachment, AttachedFile.State.HERE, parts, parts));
    }

    @PostMapping("/v1/requests/{id}/attachments/{attachment}/removal")
    Items<Line> detach(
            @AuthenticationPrincipal Officer officer, @PathVariable String id, @PathVariable String attachment) {
        attachments.detach(officer, Words.request(id), parse(attachment));
        return list(officer, id);
    }

    /// Every chunk is verified before a byte of it is written; where one is not, the connection ends.
    @GetMapping(
            path = "/v1/requests/{id}/attachments/{attachment}/content",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    void content(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String id,
            @PathVariable String attachment,
            HttpServletResponse response)
            throws IOException {
        try (AttachedContent content = attachments.open(officer, Words.request(id), parse(attachment))) {
            content.requireReadable();
            response.setContentType(content.attachment().type().mediaType());
            response.setContentLengthLong(content.attachment().parcel().sizeBytes());
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(content.attachment().name(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            content.writeTo(response.getOutputStream());
        }
    }

    private static ParcelId parse(String id) {
        try {
            return new ParcelId(id);
        } catch (IllegalArgumentException unknown) {
            throw new EntenteException(ApiCode.API_PATH_UNKNOWN, unknown);
        }
    }
}
