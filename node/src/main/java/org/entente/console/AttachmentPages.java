package org.entente.console;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.entente.ask.AskAction;
import org.entente.ask.AttachedContent;
import org.entente.ask.AttachedFile;
import org.entente.ask.Attachment;
import org.entente.ask.Attachments;
import org.entente.ask.Casework;
import org.entente.ask.FileType;
import org.entente.ask.RequestDetail;
import org.entente.ask.RequestNumber;
import org.entente.ask.State;
import org.entente.exchange.ParcelId;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// The files of a request: brought and taken away while it has not left, and read.
@Controller
final class AttachmentPages {
    private static final String FIELD = "file";

    private final Casework casework;
    private final Attachments attachments;
    private final Office office;

    AttachmentPages(Casework casework, Attachments attachments, Office office) {
        this.casework = casework;
        this.attachments = attachments;
        this.office = office;
    }

    @GetMapping("/requests/{number}/attachments")
    View list(Frame frame, @PathVariable String number) {
        return page(frame, new RequestNumber(number), Form.EMPTY);
    }

    @PostMapping(path = "/requests/{number}/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    View attach(Frame frame, @PathVariable String number, MultipartHttpServletRequest request) throws IOException {
        RequestNumber about = new RequestNumber(number);
        Words words = frame.words();
        Frame here = frame.at(address(about));
        Form form = Form.EMPTY;
        List<MultipartFile> files = request.getFiles(FIELD).stream()
                .filter(file -> file.getOriginalFilename() != null
                        && !file.getOriginalFilename().isEmpty())
                .toList();
        if (files.isEmpty()) {
            return page(here, about, form.with(FIELD, words.of("error.needed")));
        }
        for (MultipartFile file : files) {
            String name = String.valueOf(file.getOriginalFilename());
            try (InputStream content = file.getInputStream()) {
                attachments.attach(frame.officer(), about, name, content);
            } catch (EntenteException refused) {
                if (refused.code().kind() != Code.Kind.CALLER) {
                    throw refused;
                }
                // Who brought several must know which.
                String text = name + ": " + words.of(Texts.what(refused)) + " " + words.of(Texts.hint(refused));
                return page(here, about, form.with(FIELD, text));
            }
        }
        return new RedirectView(address(about));
    }

    @PostMapping("/requests/{number}/attachments/{attachment}/removal")
    View detach(Frame frame, @PathVariable String number, @PathVariable String attachment) {
        RequestNumber about = new RequestNumber(number);
        attachments.detach(frame.officer(), about, new ParcelId(attachment));
        return new RedirectView(address(about));
    }

    /// Each taking away is in our log before its first byte; no browser opens it in a page of ours.
    @GetMapping("/requests/{number}/attachments/{attachment}")
    void content(
            Frame frame, @PathVariable String number, @PathVariable String attachment, HttpServletResponse response)
            throws IOException {
        try (AttachedContent content =
                attachments.open(frame.officer(), new RequestNumber(number), new ParcelId(attachment))) {
            content.requireReadable();
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
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

    private View page(Frame frame, RequestNumber number, Form form) {
        RequestDetail detail = casework.request(frame.officer(), number);
        Words words = frame.words();
        List<AttachmentsPage.Row> rows = rows(words, detail, changes(office, frame.officer(), detail));
        AttachmentsPage page = new AttachmentsPage(
                number.value(),
                words.of(detail.document().title()),
                rows,
                words.of("attachments.hint", FileType.endings()),
                changes(office, frame.officer(), detail),
                form);
        return office.pages().show("attachments", frame, page);
    }

    /// Whether the reader may add and take away now.
    static boolean changes(Office office, Officer officer, RequestDetail detail) {
        State state = detail.filed().state();
        return office.offers(officer, AskAction.ATTACH)
                && (state == State.DRAFT || state == State.AWAITING_BASIS_CHECK);
    }

    static List<AttachmentsPage.Row> rows(Words words, RequestDetail detail, boolean removable) {
        List<AttachmentsPage.Row> rows = new ArrayList<>();
        for (AttachedFile file : detail.attachments()) {
            Attachment attachment = file.attachment();
            String address = address(detail.filed().number()) + "/" + attachment.id();
            boolean here = file.state() == AttachedFile.State.HERE;
            String state = words.of(file.state().text());
            rows.add(new AttachmentsPage.Row(
                    attachment.name(),
                    here ? address : "",
                    words.of(
                            "attachments.facts",
                            attachment.type().mediaType(),
                            size(attachment.parcel().sizeBytes()),
                            attachment.parcel().content().hex()),
                    file.state() == AttachedFile.State.ON_ITS_WAY
                            ? words.of("attachments.done", state, file.doneCount(), file.chunkCount())
                            : state,
                    here,
                    removable ? address + "/removal" : ""));
        }
        return rows;
    }

    private static String size(long bytes) {
        return bytes < 10_000 ? bytes + " B" : bytes < 10_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }

    private static String address(RequestNumber number) {
        return "/requests/" + number + "/attachments";
    }
}
