package org.entente.console;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.Officer;
import org.entente.release.ChallengeAnswerOrder;
import org.entente.release.ChallengeAnswering;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeId;
import org.entente.release.ChallengeOrder;
import org.entente.release.ChallengeSending;
import org.entente.release.Challenges;
import org.entente.release.ReleaseId;
import org.entente.release.Releases;
import org.entente.release.SentItem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Challenges to released statements: the list by time left, one challenge, its form and the form of its answer.
@Controller
final class ChallengePages {
    private final Releases releases;
    private final Challenges challenges;
    private final ChallengeViews views;
    private final Office office;

    ChallengePages(Releases releases, Challenges challenges, Office office) {
        this.releases = releases;
        this.challenges = challenges;
        this.views = new ChallengeViews(releases, challenges, office);
        this.office = office;
    }

    @GetMapping("/releases/challenges")
    View list(Frame frame) {
        Lexicon lexicon = office.lexicon(frame);
        Words words = frame.words();
        return office.pages()
                .show(
                        "list",
                        frame,
                        new ListPage(
                                words.of("challenges.title"),
                                words.of("challenges.state"),
                                ReleasesPages.tabs(words, "challenges"),
                                List.of(),
                                words.of("inbox.with"),
                                views.lines(lexicon, frame.officer(), challenges.list(frame.officer())),
                                words.of("challenges.empty"),
                                words.of("challenges.empty.why")));
    }

    @GetMapping("/releases/challenges/{id}")
    View show(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        ChallengeFile file = challenges.one(officer, new ChallengeId(id));
        return office.pages().show("challenge", frame, views.page(office.lexicon(frame), officer, file));
    }

    @GetMapping("/releases/{id}/challenge")
    View ask(Frame frame, @PathVariable String id) {
        return office.pages()
                .show("reason", frame, ChallengeForms.lodging(frame.words(), new ReleaseId(id), Form.EMPTY));
    }

    @PostMapping("/releases/{id}/challenge")
    View lodge(Frame frame, Form form, @PathVariable String id) {
        ReleaseId release = new ReleaseId(id);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<ChallengeOrder> order = ChallengeForms.lodging(reader, release);
        if (order.isEmpty()) {
            return office.pages().show("reason", frame, ChallengeForms.lodging(frame.words(), release, reader.form()));
        }
        ChallengeFile lodged = challenges.lodge(frame.officer(), order.get());
        return new RedirectView(ChallengeViews.path(lodged.challenge().id()) + "?done=challenge-lodged");
    }

    @GetMapping("/releases/challenges/{id}/again")
    View askAgain(Frame frame, @PathVariable String id) {
        ChallengeFile file = challenges.one(frame.officer(), new ChallengeId(id));
        return office.pages().show("confirm", frame, views.again(office.lexicon(frame), frame.officer(), file, ""));
    }

    @PostMapping("/releases/challenges/{id}/again")
    View sendAgain(Frame frame, @PathVariable String id) {
        Officer officer = frame.officer();
        return switch (challenges.sendAgain(officer, new ChallengeId(id))) {
            case ChallengeSending.Sent sent ->
                new RedirectView(ChallengeViews.path(sent.file().challenge().id()) + "?done=challenge-sent-again");
            case ChallengeSending.Refused refused ->
                office.pages()
                        .show(
                                "confirm",
                                frame,
                                views.again(
                                        office.lexicon(frame),
                                        officer,
                                        challenges.one(officer, new ChallengeId(id)),
                                        frame.words().of(refused.text())));
        };
    }

    @GetMapping("/releases/challenges/{id}/answer")
    View askAnswer(Frame frame, @PathVariable String id) {
        ChallengeFile file = challenges.one(frame.officer(), new ChallengeId(id));
        return office.pages()
                .show("reason", frame, ChallengeForms.answer(frame.words(), file, items(frame, file), Form.EMPTY));
    }

    @PostMapping("/releases/challenges/{id}/answer")
    View answer(Frame frame, Form form, @PathVariable String id) {
        ChallengeFile file = challenges.one(frame.officer(), new ChallengeId(id));
        List<SentItem> items = items(frame, file);
        FormReader reader = new FormReader(frame.words(), form);
        Optional<ChallengeAnswerOrder> order = ChallengeForms.answer(reader, file, items);
        if (order.isPresent()) {
            switch (challenges.answer(frame.officer(), new ChallengeId(id), order.get())) {
                case ChallengeAnswering.Answered _ -> {
                    return new RedirectView(ChallengeViews.path(new ChallengeId(id)) + "?done=challenge-answered");
                }
                case ChallengeAnswering.Refused refused -> reader.refused("ending", refused.text());
            }
        }
        return office.pages().show("reason", frame, ChallengeForms.answer(frame.words(), file, items, reader.form()));
    }

    private List<SentItem> items(Frame frame, ChallengeFile file) {
        return releases.items(frame.officer(), file.release());
    }
}
