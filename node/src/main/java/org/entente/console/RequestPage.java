package org.entente.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request, whichever side this node is on.
record RequestPage(
        String number,
        String title,
        String state,
        TimeLeft left,
        List<Mark> marks,
        boolean demonstration,
        String notice,
        List<ConfirmPage.Row> facts,
        List<PaperPart> paper,
        @Nullable RulingView ruling,
        @Nullable RefusalView refusal,
        List<Link> actions,
        List<Link> related,
        List<AttachmentsPage.Row> attachments,
        String counsel,
        List<Assisted> assistance,
        List<Document> documents,
        List<Step> steps,
        List<Event> history,
        List<Line> beside) {
    /// Counsel or an interpreter: who, for whom, since when; whether the other side was told.
    record Assisted(String role, String said, String whose, List<Link> links) {
        Assisted {
            links = List.copyOf(links);
        }
    }

    /// A document to take away, in both forms and languages.
    record Document(String title, List<Link> files) {
        Document {
            files = List.copyOf(files);
        }
    }

    RequestPage {
        marks = List.copyOf(marks);
        facts = List.copyOf(facts);
        paper = List.copyOf(paper);
        actions = List.copyOf(actions);
        related = List.copyOf(related);
        attachments = List.copyOf(attachments);
        assistance = List.copyOf(assistance);
        documents = List.copyOf(documents);
        steps = List.copyOf(steps);
        history = List.copyOf(history);
        beside = List.copyOf(beside);
    }
}
