package org.entente.console;

import java.util.List;
import java.util.Map;
import org.entente.access.Addresses;
import org.entente.ask.Notice;
import org.entente.ask.Notices;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What waits to be heard of. Looking marks nothing as read; a press does.
@Controller
final class NoticePages {
    private final Notices notices;
    private final Addresses addresses;
    private final Office office;

    NoticePages(Notices notices, Addresses addresses, Office office) {
        this.addresses = addresses;
        this.notices = notices;
        this.office = office;
    }

    @GetMapping("/inbox/notices")
    View show(Frame frame) {
        String own = addresses.own(frame.officer()).orElse("");
        return page(frame, Form.of(Map.of("address", List.of(own))));
    }

    /// Where the reader is told that something waits; an empty field takes it away.
    @PostMapping("/inbox/notices/address")
    View address(Frame frame, Form form) {
        String address = form.value("address");
        try {
            addresses.set(frame.officer(), frame.officer().id(), address.isEmpty() ? null : address);
        } catch (EntenteException refused) {
            if (!refused.code().name().equals("ACCESS_ADDRESS_UNFIT")) {
                throw refused;
            }
            return page(
                    frame.at("/inbox/notices"),
                    form.with("address", frame.words().of(Texts.what(refused))));
        }
        return new RedirectView("/inbox/notices?done=address-kept");
    }

    private View page(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        List<Notice> all = notices.all(frame.officer());
        long unread = all.stream().filter(Notice::unread).count();
        NoticesPage page = new NoticesPage(
                words.count("notices.state", unread),
                all.stream().map(one -> row(lexicon, one)).toList(),
                unread > 0,
                all.isEmpty() ? "" : Long.toString(all.getFirst().id()),
                form);
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
