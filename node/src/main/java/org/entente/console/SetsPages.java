package org.entente.console;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.find.Discovery;
import org.entente.find.FindAction;
import org.entente.find.Publication;
import org.entente.find.PublishedSet;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What either party offers to the other's blinded queries, and publishing it anew.
@Controller
final class SetsPages {
    private final Discovery discovery;
    private final Office office;

    SetsPages(Discovery discovery, Office office) {
        this.discovery = discovery;
        this.office = office;
    }

    @GetMapping("/sets")
    View show(Frame frame) {
        return page(frame, Form.EMPTY);
    }

    /// The first press names the effect; the second, with `signed`, publishes.
    @PostMapping("/sets/publication")
    View publish(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<Purpose> purpose = reader.value("purpose", Purpose::new);
        if (reader.isBroken()) {
            return page(frame.at("/sets"), reader.form());
        }
        if (!form.has("signed", "yes")) {
            return office.pages().show("confirm", frame, effect(lexicon, purpose.orElseThrow()));
        }
        discovery.beginPublication(frame.officer(), lexicon.agreement().id(), purpose.orElseThrow());
        return new RedirectView("/sets");
    }

    private static ConfirmPage effect(Lexicon lexicon, Purpose purpose) {
        Words words = lexicon.words();
        List<String> types = lexicon.agreement().discovery().keyTypes().stream()
                .map(type -> words.of(type.name()))
                .toList();
        return new ConfirmPage(
                words.of("publish.title"),
                words.of("sets.title"),
                List.of(
                        new ConfirmPage.Row(words.of("field.purpose"), lexicon.purpose(purpose)),
                        new ConfirmPage.Row(words.of("publish.types"), String.join("; ", types))),
                words.of("publish.warning"),
                List.of(),
                null,
                "/sets/publication",
                Map.of("purpose", List.of(purpose.code()), "signed", List.of("yes")),
                words.of("publish.do"),
                false,
                "/sets");
    }

    private View page(Frame frame, Form form) {
        Lexicon lexicon = office.lexicon(frame);
        Officer officer = frame.officer();
        List<PublishedSet> all = discovery.sets(officer, lexicon.agreement().id());
        SetsPage page = new SetsPage(
                last(lexicon, officer),
                rows(lexicon, all, PublishedSet.Direction.OWN),
                rows(lexicon, all, PublishedSet.Direction.PEER),
                office.offers(officer, FindAction.PUBLISH),
                form,
                lexicon.purposes());
        return office.pages().show("sets", frame, page);
    }

    private SetsPage.@Nullable Standing last(Lexicon lexicon, Officer officer) {
        if (!office.offers(officer, FindAction.PUBLISH)) {
            return null;
        }
        return discovery.publications(officer, lexicon.agreement().id()).stream()
                .findFirst()
                .map(last -> new SetsPage.Standing(
                        state(lexicon.words(), last.state()),
                        lexicon.purpose(last.purpose()),
                        lexicon.moment(last.started()),
                        lexicon.words().of(last.explained()),
                        last.state() == Publication.State.RUNNING ? running(lexicon.words(), last) : null))
                .orElse(null);
    }

    private static ImportPage.Running running(Words words, Publication publication) {
        return new ImportPage.Running(
                publication.entryDone(),
                Math.max(1, publication.entryTotal()),
                words.of(
                        publication.ratePerSecond() > 0 ? "publication.progress" : "publication.begun",
                        publication.entryDone(),
                        publication.entryTotal(),
                        publication.ratePerSecond(),
                        publication.left().toSeconds(),
                        publication.setDone(),
                        publication.setTotal()));
    }

    private static Mark state(Words words, Publication.State state) {
        Mark.Tone tone = switch (state) {
            case RUNNING -> Mark.Tone.SOON;
            case DONE -> Mark.Tone.PROVEN;
            case INTERRUPTED, FAILED -> Mark.Tone.REFUSED;
        };
        return new Mark(words.of("publication.state." + state.name().toLowerCase(Locale.ROOT)), tone);
    }

    private static List<SetsPage.Row> rows(Lexicon lexicon, List<PublishedSet> all, PublishedSet.Direction direction) {
        return all.stream()
                .filter(one -> one.direction() == direction)
                .map(one -> new SetsPage.Row(
                        FindViews.keyType(lexicon, one.keyType()),
                        lexicon.purpose(one.purpose()),
                        String.valueOf(one.epoch()),
                        String.valueOf(one.entryCount()),
                        lexicon.moment(one.published()),
                        state(lexicon.words(), one.state())))
                .toList();
    }

    private static Mark state(Words words, PublishedSet.State state) {
        Mark.Tone tone = switch (state) {
            case ANNOUNCED, ACCEPTED -> Mark.Tone.SOON;
            case READY -> Mark.Tone.PROVEN;
            case SUPERSEDED, DESTROYED -> Mark.Tone.QUIET;
            case REFUSED -> Mark.Tone.REFUSED;
        };
        return new Mark(words.of("set.state." + state.name().toLowerCase(Locale.ROOT)), tone);
    }
}
