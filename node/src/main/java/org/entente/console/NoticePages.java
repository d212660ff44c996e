package org.entente.console;

import java.util.List;
import org.entente.ask.Notice;
import org.entente.ask.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What waits to be heard of. Looking marks nothing as read; a press does.
@Controller
final class NoticePages {
    private final Notices notices;
    private final Office office;

    NoticePages(Notices notices, Office office) {
        this.notices = notices;
        this.office = office;
    }

    @GetMapping("/inbox/notices")
    View show(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        List<Notice> all = notices.all(frame.officer());
        long unread = all.stream().filter(Notice::unread).count();
        NoticesPage page = new NoticesPage(
                words.count("notices.state", unread),
                all.stream().map(one -> row(lexicon, one)).toList(),
                unread > 0,
                all.isEmpty() ? "" : Long.toString(all.getFirst().id()));
        return office.pages().show("notices", frame, page);
    }

    @PostMapping("/inbox/notices")
    View read(Frame frame, Form form) {
        String upTo = form.value("upTo");
        if (upTo.matches("\\d{1,18}")) {
            notices.read(frame.officer(), Long.parseLong(upTo));
        }
        return new RedirectView("/inbox/notices?done=notices-read");
    }

    private static NoticesPage.Row row(Lexicon lexicon, Notice notice) {
        Words words = lexicon.words();
        return new NoticesPage.Row(
                notice.unread()
                        ? new Mark(words.of("notices.unread"), Mark.Tone.SOON)
                        : new Mark(words.of("notices.seen"), Mark.Tone.QUIET),
                words.of(notice.text()),
                words.of(lexicon.agreement().measure(notice.type()).title()),
                "/requests/" + notice.number(),
                notice.number().value(),
                lexicon.moment(notice.at()));
    }
}
