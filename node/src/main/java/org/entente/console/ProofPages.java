package org.entente.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.ask.AskAction;
import org.entente.ask.Casework;
import org.entente.ask.RequestNumber;
import org.entente.ask.RequestSummary;
import org.entente.ask.State;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.ExchangeAction;
import org.entente.exchange.Proofs;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.prove.LogKind;
import org.entente.prove.NodeLedger;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/// Both logs, what the other party's witness says of them, and proofs to take away.
@Controller
final class ProofPages {
    private static final long LEAVES_SHOWN = 12;
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final Proofs proofs;
    private final Casework casework;
    private final Office office;

    ProofPages(Proofs proofs, Casework casework, Office office) {
        this.proofs = proofs;
        this.casework = casework;
        this.office = office;
    }

    @GetMapping("/proof")
    View logs(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        List<ProofPage.Log> logs = proofs.logs(officer).stream()
                .map(log -> log(lexicon, officer, log))
                .toList();
        return office.pages().show("proof", frame, new ProofPage(logs, exportable(lexicon, officer)));
    }

    @GetMapping("/proof/policy")
    ResponseEntity<byte[]> policy(Frame frame) {
        String policy = proofs.policy(frame.officer());
        return file("entente.policy", MediaType.TEXT_PLAIN, policy.getBytes(StandardCharsets.UTF_8));
    }

    /// The bundle, or a page that says why there is none yet.
    @GetMapping("/proof/requests/{number}")
    Object bundle(Frame frame, @PathVariable String number) {
        EnvelopeId envelope = casework.request(frame.officer(), new RequestNumber(number))
                .filed()
                .envelope();
        if (envelope == null) {
            throw new EntenteException(ConsoleCode.CONSOLE_PAGE_UNKNOWN);
        }
        return switch (proofs.bundle(frame.officer(), envelope)) {
            case Proofs.Export.Bundle bundle ->
                file(number + ".proof.zip", ZIP, bundle.bytes().toArray());
            case Proofs.Export.NotYet notYet ->
                office.pages()
                        .show(
                                "error",
                                frame,
                                new ErrorPage(
                                        notYet.reason(),
                                        Words.both("proof.again"),
                                        notYet.delay().name()));
        };
    }

    private static ResponseEntity<byte[]> file(String name, MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(bytes);
    }

    private ProofPage.Log log(Lexicon lexicon, Officer officer, Proofs.LogView log) {
        Words words = lexicon.words();
        long signedSize = log.signed().map(Proofs.CheckpointView::size).orElse(0L);
        long cosignedSize = log.cosigned().map(seen -> seen.checkpoint().size()).orElse(0L);
        List<ProofPage.Leaf> leaves = new ArrayList<>(
                proofs.entries(officer, log.kind(), Math.max(0, log.durableCount() - LEAVES_SHOWN)).stream()
                        .map(entry -> leaf(lexicon, entry, signedSize, cosignedSize))
                        .toList());
        String kind = log.kind() == LogKind.EXCHANGE ? "exchange" : "duty";
        return new ProofPage.Log(
                words.of("proof.log." + kind),
                words.of("proof.about." + kind, log.origin()),
                String.valueOf(log.durableCount()),
                log.signed().map(Proofs.CheckpointView::root).orElse(words.of("proof.none")),
                List.of(
                        new Step(
                                words.of("step.durable"),
                                log.durableCount() > 0,
                                words.of("proof.entries", log.durableCount())),
                        new Step(words.of("step.signed"), signedSize > 0, words.of("proof.tree", signedSize)),
                        log.cosigned()
                                .map(seen -> new Step(
                                        words.of("step.cosigned"),
                                        true,
                                        words.of("proof.seen", cosignedSize, lexicon.moment(seen.at()), seen.by())))
                                .orElseGet(() -> new Step(words.of("step.cosigned"), false, words.of("proof.unseen")))),
                log.signed().map(Proofs.CheckpointView::text).orElse(""),
                leaves.reversed());
    }

    private static ProofPage.Leaf leaf(Lexicon lexicon, NodeLedger.Entry entry, long signedSize, long cosignedSize) {
        Words words = lexicon.words();
        String state = entry.index() < cosignedSize
                ? words.of("step.cosigned")
                : entry.index() < signedSize ? words.of("step.signed") : words.of("step.durable");
        return new ProofPage.Leaf(
                String.valueOf(entry.index()),
                entry.type().orElse(words.of("proof.closed")),
                lexicon.moment(entry.at()),
                state);
    }

    /// Requests that have ended with the other party's word, of either side.
    private List<ProofPage.Exportable> exportable(Lexicon lexicon, Officer officer) {
        boolean may = office.offers(officer, ExchangeAction.EXPORT_PROOF) && office.offers(officer, AskAction.READ);
        if (!may) {
            return List.of();
        }
        return Stream.concat(casework.received(officer).stream(), casework.sent(officer).stream())
                .filter(one -> one.state() == State.ANSWERED || one.state() == State.REFUSED)
                .map(one -> exportable(lexicon, one))
                .toList();
    }

    private static ProofPage.Exportable exportable(Lexicon today, RequestSummary summary) {
        Lexicon lexicon = today.under(summary.law());
        return new ProofPage.Exportable(
                "/proof/requests/" + summary.number(),
                summary.number().value(),
                RequestForms.title(lexicon, summary.type()),
                RequestViews.state(lexicon.words(), summary.state()).text());
    }
}
