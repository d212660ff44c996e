package org.entente.ask;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.exchange.Receipt;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.paper.Paper;
import org.entente.paper.PaperFile;
import org.entente.paper.Press;

/// The documents about requests. Thread-safe.
public final class Papers {
    private final Surroundings around;
    private final Files files;
    private final Press press;

    public Papers(Surroundings around, Press press) {
        this.around = around;
        this.files = new Files(around);
        this.press = press;
    }

    /// A document of a request of the officer's own, made now. That it was made, by whom and with which
    /// hash, is in the DUTY log before this returns.
    ///
    /// @throws EntenteException ASK_REQUEST_UNKNOWN; ASK_DOCUMENT_UNKNOWN where it has no such document
    ///     now; ACCESS_DENIED, also where the document tells of a release that the officer may not see
    public PaperFile make(Officer officer, RequestNumber number, PaperOrder order) {
        around.access().require(officer, AskAction.EXPORT, Marking.UNMARKED);
        record Looked(Filed filed, History history) {}
        Looked looked = around.transactions().in(tx -> new Looked(files.read(tx, number), files.history(tx, number)));
        Filed filed = looked.filed();
        if (!around.concerns(officer, filed)) {
            throw new EntenteException(AskCode.ASK_REQUEST_UNKNOWN, number.value());
        }
        Receipt receipt = around.receipt(filed);
        if (!PaperKind.of(filed, looked.history(), receipt != null).contains(order.kind())) {
            throw new EntenteException(
                    AskCode.ASK_DOCUMENT_UNKNOWN, number.value(), order.kind().word());
        }
        Paper paper = new PaperLayout(around.agreement(filed.request()), filed, looked.history(), around.now())
                .of(
                        order.kind(),
                        new PaperLayout.Sources(receipt, covers(officer, looked.history(), filed, order.kind())));
        Bytes content = switch (order.format()) {
            case PDF -> press.pdf(paper, order.first());
            case DOCX -> press.docx(paper, order.first());
        };
        PaperFile file = new PaperFile(name(number, order), order.format(), content);
        note(officer, filed, order, file);
        return file;
    }

    private List<Answering.Cover> covers(Officer officer, History history, Filed filed, PaperKind kind) {
        return kind != PaperKind.ANSWER
                ? List.of()
                : history.releases(filed).stream()
                        .map(release -> around.answering().cover(officer, filed.side(), release))
                        .toList();
    }

    private void note(Officer officer, Filed filed, PaperOrder order, PaperFile file) {
        Map<String, String> fields = Map.of(
                "by", officer.label(),
                "request", filed.number().value(),
                "document", order.kind().word(),
                "format", order.format().word(),
                "language", language(order),
                "sha256", file.sha256().hex());
        around.transactions()
                .run(tx -> around.duty(tx, filed.request().head().agreement(), "ask.document-made", fields));
    }

    private static String name(RequestNumber number, PaperOrder order) {
        return number + "-" + order.kind().word() + "-" + language(order) + "."
                + order.format().word();
    }

    private static String language(PaperOrder order) {
        return order.first().name().toLowerCase(Locale.ROOT);
    }
}
