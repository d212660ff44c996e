package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.release.Challenge;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeId;
import org.entente.release.ChallengeReach;
import org.entente.release.ChallengeState;
import org.entente.release.Challenges;
import org.entente.release.ReleaseAction;
import org.entente.release.ReleaseCode;
import org.entente.release.ReleaseId;
import org.entente.release.Releases;
import org.entente.release.Terms;
import org.jspecify.annotations.Nullable;

/// Challenges as lines of a list and as a page.
record ChallengeViews(Releases releases, Challenges challenges, Office office) {
    private record Moment(Instant at, String key) {}

    List<Line> lines(Lexicon lexicon, Officer officer, List<ChallengeFile> files) {
        return files.stream().map(file -> line(lexicon, officer, file)).toList();
    }

    /// Open challenges that this officer may answer, and those of which a word was lost, for the inbox.
    List<Line> waiting(Lexicon lexicon, Officer officer) {
        if (!office.offers(officer, ReleaseAction.ANSWER_CHALLENGE)
                && !office.offers(officer, ReleaseAction.CHALLENGE)) {
            return List.of();
        }
        return lines(
                lexicon,
                officer,
                challenges.list(officer).stream()
                        .filter(ChallengeFile::isOpen)
                        .filter(file -> answers(officer, file) || isLost(officer, challenges.state(officer, file)))
                        .toList());
    }

    private boolean isLost(Officer officer, ChallengeState state) {
        return state == ChallengeState.NOT_DELIVERED && office.offers(officer, ReleaseAction.CHALLENGE);
    }

    private Line line(Lexicon lexicon, Officer officer, ChallengeFile file) {
        Words words = lexicon.words();
        ChallengeState state = challenges.state(officer, file);
        String next = answers(officer, file) ? words.of("next.answer-challenge") : "";
        return new Line(
                path(file.challenge().id()),
                shortId(file.challenge().id()),
                words.of("challenge.what", ground(words, file)),
                left(lexicon, file),
                lexicon.institution(
                        file.oursToAnswer()
                                ? terms(officer, file.release()).to()
                                : terms(officer, file.release()).from()),
                marks(words, officer, file, state),
                isLost(officer, state) ? words.of("next.challenge-again") : next);
    }

    ChallengePage page(Lexicon lexicon, Officer officer, ChallengeFile file) {
        Words words = lexicon.words();
        ChallengeState state = challenges.state(officer, file);
        String path = path(file.challenge().id());
        List<Link> actions = new ArrayList<>();
        if (answers(officer, file)) {
            actions.add(new Link(path + "/answer", words.of("next.answer-challenge"), Link.Tone.FIRST, "y"));
        }
        if (isLost(officer, state)) {
            actions.add(new Link(path + "/again", words.of("next.challenge-again"), Link.Tone.PLAIN));
        }
        return new ChallengePage(
                shortId(file.challenge().id()),
                words.of("challenge.what", ground(words, file)),
                words.of("challenge.state." + word(state)
                        + (state == ChallengeState.OPEN && file.oursToAnswer() ? ".ours" : "")),
                left(lexicon, file),
                marks(words, officer, file, state),
                facts(lexicon, file),
                file.challenge().text(),
                file.reaches().stream()
                        .map(reach -> reached(lexicon, officer, file, reach))
                        .toList(),
                actions,
                history(lexicon, file),
                lines(lexicon, officer, challenges.list(officer)));
    }

    /// That use is suspended is said also where a word was lost.
    private List<Mark> marks(Words words, Officer officer, ChallengeFile file, ChallengeState state) {
        Mark mark = state(words, state);
        return state == ChallengeState.NOT_DELIVERED && challenges.isSuspended(officer, file)
                ? List.of(mark, state(words, ChallengeState.SUSPENDED))
                : List.of(mark);
    }

    /// @param refused why the last try sent nothing; empty: there was none
    ConfirmPage again(Lexicon lexicon, Officer officer, ChallengeFile file, String refused) {
        Words words = lexicon.words();
        String path = path(file.challenge().id());
        List<ConfirmPage.Row> rows = new ArrayList<>();
        for (ChallengeReach reach : file.reaches()) {
            EnvelopeId told = reach.told();
            if (told != null && reach.answer() == null) {
                challenges
                        .loss(officer, told)
                        .ifPresent(loss -> rows.add(new ConfirmPage.Row(
                                words.of("challenge.release") + " " + ReleasesPages.shortId(reach.release()),
                                words.of("challenge.not-delivered", words.of(loss.text())))));
            }
        }
        return new ConfirmPage(
                words.of("challenge.again.title"),
                words.of("place.releases"),
                rows,
                refused.isEmpty()
                        ? words.of(file.oursToAnswer() ? "challenge.again.receiver" : "challenge.again.owner")
                        : refused,
                List.of(),
                null,
                path + "/again",
                Map.of(),
                words.of("challenge.again.do"),
                false,
                path);
    }

    private boolean answers(Officer officer, ChallengeFile file) {
        return file.isOpen() && file.oursToAnswer() && office.offers(officer, ReleaseAction.ANSWER_CHALLENGE);
    }

    private static List<ConfirmPage.Row> facts(Lexicon lexicon, ChallengeFile file) {
        Words words = lexicon.words();
        Challenge challenge = file.challenge();
        List<ConfirmPage.Row> rows = new ArrayList<>();
        rows.add(new ConfirmPage.Row(
                words.of("field.broughtBy"), words.of("challenger." + word(challenge.broughtBy()))));
        if (!challenge.representative().isEmpty()) {
            rows.add(new ConfirmPage.Row(words.of("field.representative"), challenge.representative()));
        }
        if (!challenge.reference().isEmpty()) {
            rows.add(new ConfirmPage.Row(words.of("field.reference"), challenge.reference()));
        }
        CaseNumber caseNumber = file.caseNumber();
        if (caseNumber != null) {
            rows.add(new ConfirmPage.Row(words.of("field.case"), caseNumber.value()));
        }
        rows.add(new ConfirmPage.Row(words.of("field.receivedOn"), lexicon.day(challenge.receivedOn())));
        rows.add(new ConfirmPage.Row(words.of("challenge.lodged-by"), lexicon.institution(challenge.lodgedBy())));
        rows.add(new ConfirmPage.Row(words.of("challenge.deadline"), lexicon.moment(challenge.deadline())));
        rows.add(new ConfirmPage.Row(words.of("challenge.id"), challenge.id().hex()));
        return rows;
    }

    private ChallengePage.Reached reached(Lexicon lexicon, Officer officer, ChallengeFile file, ChallengeReach reach) {
        Words words = lexicon.words();
        EnvelopeId told = reach.told();
        Instant arrived = reach.arrived();
        String received = arrived != null
                ? words.of("challenge.arrived", lexicon.moment(arrived))
                : receipt(lexicon, officer, told);
        ChallengeReach.Answered answered = reach.answer();
        String answer = "";
        if (answered != null) {
            Instant came = answered.arrived();
            answer = words.of("challenge.state." + word(answered.answer().ending())) + " "
                    + (came == null
                            ? receipt(lexicon, officer, answered.envelope())
                            : words.of("challenge.arrived", lexicon.moment(came)));
            ReleaseId corrected = answered.answer().corrected();
            if (corrected != null) {
                answer += " " + words.of("challenge.replaced", ReleasesPages.shortId(corrected));
            }
        }
        Terms terms = terms(officer, reach.release());
        return new ChallengePage.Reached(
                "/releases/" + reach.release().hex(),
                ReleasesPages.shortId(reach.release()),
                lexicon.institution(file.oursToAnswer() ? terms.to() : terms.from()),
                reach.positions().isEmpty()
                        ? words.of("challenge.whole")
                        : reach.positions().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                received,
                answer);
    }

    private String receipt(Lexicon lexicon, Officer officer, @Nullable EnvelopeId word) {
        if (word == null) {
            return "";
        }
        Words words = lexicon.words();
        return challenges
                .receipt(officer, word)
                .map(at -> words.of("challenge.received-there", lexicon.moment(at)))
                .or(() -> challenges
                        .loss(officer, word)
                        .map(loss -> words.of("challenge.not-delivered", words.of(loss.text()))))
                .orElseGet(() -> words.of("challenge.not-received-there"));
    }

    private static List<Event> history(Lexicon lexicon, ChallengeFile file) {
        List<Moment> moments = new ArrayList<>();
        Instant first = file.firstLodged();
        if (first == null) {
            moments.add(new Moment(file.challenge().lodged(), "challenge.event.lodged"));
        } else {
            moments.add(new Moment(first, "challenge.event.lodged"));
            moments.add(new Moment(file.challenge().lodged(), "challenge.event.again"));
        }
        add(moments, file.alarmed(), "challenge.event.alarm");
        add(moments, file.suspended(), "challenge.event.suspended");
        List<Event> reasons = new ArrayList<>();
        ChallengeReach.Answered answered = file.reaches().getFirst().answer();
        if (answered != null) {
            reasons.add(new Event(
                    lexicon.moment(answered.answer().at()),
                    lexicon.words()
                            .of("challenge.event.answered", answered.answer().reasons())));
        }
        List<Event> events = new ArrayList<>(moments.stream()
                .sorted(Comparator.comparing(Moment::at))
                .map(moment ->
                        new Event(lexicon.moment(moment.at()), lexicon.words().of(moment.key())))
                .toList());
        events.addAll(reasons);
        return events;
    }

    private static void add(List<Moment> moments, @Nullable Instant at, String key) {
        if (at != null) {
            moments.add(new Moment(at, key));
        }
    }

    private Terms terms(Officer officer, ReleaseId release) {
        try {
            return releases.received(officer, release).terms();
        } catch (EntenteException e) {
            if (e.code() == ReleaseCode.RELEASE_UNKNOWN) {
                return releases.sent(officer, release).terms();
            }
            throw e;
        }
    }

    private static TimeLeft left(Lexicon lexicon, ChallengeFile file) {
        return file.isOpen() ? Clocks.challenge(lexicon, file.challenge()) : TimeLeft.NONE;
    }

    private static String ground(Words words, ChallengeFile file) {
        return words.of("challenge.ground." + word(file.challenge().ground()));
    }

    static Mark state(Words words, ChallengeState state) {
        Mark.Tone tone = switch (state) {
            case OPEN -> Mark.Tone.SOON;
            case NOT_DELIVERED, SUSPENDED -> Mark.Tone.OVERDUE;
            case CORRECTED, DELETED, MAINTAINED -> Mark.Tone.QUIET;
        };
        return new Mark(words.of("challenge.mark." + word(state)), tone);
    }

    static String path(ChallengeId id) {
        return "/releases/challenges/" + id.hex();
    }

    private static String shortId(ChallengeId id) {
        return id.hex().substring(0, ReleasesPages.SHORT_ID_LENGTH);
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
