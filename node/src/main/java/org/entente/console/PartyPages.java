package org.entente.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.exchange.ExchangeAction;
import org.entente.exchange.PartyFile;
import org.entente.exchange.Peer;
import org.entente.exchange.PeerDirectory;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Our own party file, and the pin of the other party's: one officer proposes, another confirms, each with the
/// fingerprint they got by another way. The fingerprint of a proposal is shown to nobody.
@Controller
final class PartyPages {
    /// Where each refusal of the directory stands in the form.
    private static final Map<String, String> FIELDS = Map.of(
            "PARTY_FILE_FINGERPRINT", "fingerprint",
            "PARTY_FILE_MALFORMED", "partyFile",
            "PARTY_FILE_OWN", "partyFile",
            "PARTY_FILE_PACK", "partyFile",
            "PARTY_FILE_CERTIFICATE", "partyFile",
            "PIN_SAME_OFFICER", "typed",
            "PIN_NOT_PROPOSED", "typed");

    private final PeerDirectory directory;
    private final HomeParty home;
    private final Office office;

    PartyPages(PeerDirectory directory, HomeParty home, Office office) {
        this.directory = directory;
        this.home = home;
        this.office = office;
    }

    @GetMapping("/party")
    View show(Frame frame) {
        return page(frame, null, Form.EMPTY);
    }

    /// Each export is in our log: looking at the page is none.
    @PostMapping("/party/file")
    Object export(Frame frame, Form form) {
        Bytes file = directory.exportPartyFile(frame.officer(), home.agreement());
        if (!form.value("save").isEmpty()) {
            return ResponseEntity.ok()
                    .contentType(MediaType.TEXT_PLAIN)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.attachment()
                                    .filename(home.party().code() + ".party")
                                    .build()
                                    .toString())
                    .body(file.toArray());
        }
        String text = new String(file.toArray(), StandardCharsets.UTF_8);
        return page(frame.at("/party"), new PartyPage.OwnFile(PartyFile.fingerprint(file), text), Form.EMPTY);
    }

    @PostMapping("/party/proposal")
    View propose(
            Frame frame, Form form, @RequestParam(name = "upload", required = false) @Nullable MultipartFile upload) {
        FormReader reader = new FormReader(frame.words(), form);
        String fingerprint = reader.text("fingerprint");
        Bytes file = upload == null || upload.isEmpty() ? typed(form) : bytes(upload);
        if (file.sizeBytes() == 0) {
            reader.wrong("partyFile", "error.needed");
        }
        if (reader.isBroken()) {
            return page(frame.at("/party"), null, reader.form());
        }
        try {
            directory.propose(frame.officer(), file, fingerprint);
        } catch (EntenteException e) {
            return refused(frame, form, e, "fingerprint");
        }
        return new RedirectView("/party?done=pin-proposed");
    }

    /// The first press names the effect; the second, with `signed`, brings the file into force.
    @PostMapping("/party/confirmation")
    View confirm(Frame frame, Form form) {
        FormReader reader = new FormReader(frame.words(), form);
        String typed = reader.text("typed");
        if (reader.isBroken()) {
            return page(frame.at("/party"), null, reader.form());
        }
        if (!form.has("signed", "yes")) {
            return office.pages().show("confirm", frame, effect(frame, typed));
        }
        try {
            directory.confirm(frame.officer(), home.agreement(), typed);
        } catch (EntenteException e) {
            return refused(frame, form, e, "typed");
        }
        return new RedirectView("/party?done=pin-confirmed");
    }

    private ConfirmPage effect(Frame frame, String typed) {
        Words words = frame.words();
        String proposedBy = proposal(frame.officer())
                .map(PeerDirectory.Proposal::proposedBy)
                .orElseThrow(() -> new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN));
        return new ConfirmPage(
                words.of("pin.title"),
                words.of("party.title"),
                List.of(
                        new ConfirmPage.Row(
                                words.of("about.agreement"), home.agreement().value()),
                        new ConfirmPage.Row(words.of("pin.proposed-by"), proposedBy),
                        new ConfirmPage.Row(words.of("field.typed"), typed)),
                words.of("pin.warning"),
                List.of(),
                null,
                "/party/confirmation",
                Map.of("typed", List.of(typed), "signed", List.of("yes")),
                words.of("pin.do"),
                true,
                "/party");
    }

    private View refused(Frame frame, Form form, EntenteException e, String fingerprintField) {
        String field = FIELDS.get(e.code().name());
        if (field == null) {
            throw e;
        }
        String text = frame.words().of(Texts.what(e)) + " " + frame.words().of(Texts.hint(e));
        return page(frame.at("/party"), null, form.with(field.equals("fingerprint") ? fingerprintField : field, text));
    }

    private View page(Frame frame, PartyPage.@Nullable OwnFile own, Form form) {
        Officer officer = frame.officer();
        Lexicon lexicon = office.lexicon(frame);
        PartyPage.Waiting waiting = proposal(officer)
                .map(one -> new PartyPage.Waiting(
                        one.proposedBy(), one.proposedBy().equals(officer.id().value())))
                .orElse(null);
        PartyPage page = new PartyPage(
                office.offers(officer, ExchangeAction.EXPORT_PARTY_FILE),
                office.offers(officer, ExchangeAction.PIN),
                own,
                directory
                        .peer(home.agreement())
                        .map(peer -> facts(lexicon, peer))
                        .orElse(List.of()),
                waiting,
                form);
        return office.pages().show("party", frame, page);
    }

    private Optional<PeerDirectory.Proposal> proposal(Officer officer) {
        AgreementId agreement = home.agreement();
        return directory.proposals(officer).stream()
                .filter(one -> one.agreement().equals(agreement))
                .findFirst();
    }

    private static List<ConfirmPage.Row> facts(Lexicon lexicon, Peer peer) {
        Words words = lexicon.words();
        return List.of(
                new ConfirmPage.Row(
                        words.of("about.party"), lexicon.party(peer.file().party())),
                new ConfirmPage.Row(words.of("field.fingerprint"), peer.fingerprint()),
                new ConfirmPage.Row(words.of("pin.since"), lexicon.moment(peer.since())),
                new ConfirmPage.Row(
                        words.of("pin.endpoint"), peer.file().endpoint().toString()),
                new ConfirmPage.Row(
                        words.of("about.pack"), peer.file().packHash().hex()));
    }

    /// A browser sends line ends as CR LF; the file has LF.
    private static Bytes typed(Form form) {
        List<String> all = form.all("partyFile");
        String text = all.isEmpty() ? "" : all.getFirst().replace("\r\n", "\n");
        return Bytes.of((text.isBlank() ? "" : text.strip() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes bytes(MultipartFile upload) {
        try (InputStream stream = upload.getInputStream()) {
            return Bytes.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
