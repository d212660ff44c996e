package org.entente.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.Agreement;
import org.entente.agreement.Course;
import org.entente.agreement.Measure;
import org.entente.agreement.clock.Deadline;
import org.entente.agreement.clock.LegalClock;
import org.entente.ask.AskAction;
import org.entente.ask.Direction;
import org.entente.ask.Filed;
import org.entente.ask.LetterKind;
import org.entente.ask.RequestDetail;
import org.entente.ask.State;
import org.entente.kernel.Action;
import org.entente.kernel.Officer;

/// What the reader may do with a request now: the first step first, the gravest last.
final class RequestActions {
    private final Office office;
    private final Agreement agreement;
    private final Words words;
    private final Instant now;
    private final Officer officer;
    private final RequestDetail detail;
    private final Filed filed;
    private final String base;
    private final List<Link> links = new ArrayList<>();

    RequestActions(Office office, Lexicon lexicon, Officer officer, RequestDetail detail) {
        this.office = office;
        this.agreement = detail.summary().law();
        this.words = lexicon.words();
        this.now = lexicon.now();
        this.officer = officer;
        this.detail = detail;
        this.filed = detail.filed();
        this.base = "/requests/" + filed.number();
    }

    List<Link> links() {
        switch (filed.state()) {
            case RECEIVED -> {
                link(AskAction.CHECK_BASIS, "check", Link.Tone.FIRST, "e");
                rest();
            }
            case BASIS_CHECKED -> {
                answer(Link.Tone.FIRST);
                rest();
            }
            case IN_EXECUTION -> {
                detail.milestones().forEach(this::milestone);
                if (filed.side() == Direction.IN) {
                    answer(Link.Tone.FIRST);
                    rest();
                }
            }
            case POSTPONED -> {
                if (filed.side() == Direction.IN) {
                    letter(LetterKind.RESUMPTION, Link.Tone.FIRST);
                    refusal();
                }
            }
            case INFORMATION_AWAITED -> {
                detail.milestones().forEach(this::milestone);
                refusal();
            }
            case INFORMATION_WANTED -> {
                letter(LetterKind.SUPPLEMENT, Link.Tone.FIRST);
                detail.milestones().forEach(this::milestone);
            }
            case AWAITING_BASIS_CHECK -> link(AskAction.CHECK_BASIS, "check", Link.Tone.FIRST, "e");
            case DRAFT -> link(AskAction.SUBMIT, "revision", "revise.do", Link.Tone.FIRST, "e");
            case SENT, ANSWERED, CONCLUDED, REFUSED, WITHDRAWN, LAPSED -> {}
        }
        if (filed.state() == State.DRAFT || filed.state() == State.AWAITING_BASIS_CHECK) {
            link(AskAction.ATTACH, "attachments", Link.Tone.PLAIN, "");
        }
        if (filed.state().isOpen()) {
            link(AskAction.ASSIGN, "assignment", Link.Tone.PLAIN, "");
        }
        if (filed.side() == Direction.OUT && filed.state().isOpen()) {
            link(AskAction.WITHDRAW, "withdrawal", "withdraw.do", Link.Tone.PLAIN, "");
        }
        if (filed.side() == Direction.OUT && !detail.releases().isEmpty()) {
            letter(LetterKind.DISCLOSURE, Link.Tone.PLAIN);
        }
        link(AskAction.RECORD_ASSISTANCE, "assistance", "assistance.do", Link.Tone.PLAIN, "");
        if (filed.state().isOpen() && office.offers(officer, AskAction.WRITE_FOREWARNING)) {
            links.add(new Link(
                    ForewarningForms.BASE + "/new?request=" + filed.number(),
                    words.of("forewarning.write.title"),
                    Link.Tone.PLAIN));
        }
        if (filed.request().head().quiet()) {
            link(AskAction.NAME_WHO_KNOWS, "who-knows", "knows.title", Link.Tone.PLAIN, "");
        }
        return links;
    }

    private void answer(Link.Tone tone) {
        Measure measure = agreement.measure(filed.request().type().measure());
        boolean decides = measure.course().isPresent() && filed.accepted() == null;
        if (decides && !detail.checkers().contains(officer.label())) {
            letter(LetterKind.ACCEPTANCE, tone);
        }
        if (measure.isAnswered()) {
            link(AskAction.ANSWER, "answer", decides ? Link.Tone.PLAIN : tone, "y");
        }
    }

    private void rest() {
        letter(LetterKind.QUESTION, Link.Tone.PLAIN);
        if (filed.accepted() == null && !detail.authorities().isEmpty()) {
            letter(LetterKind.TRANSFER, Link.Tone.PLAIN);
        }
        if (isExtensible()) {
            letter(LetterKind.EXTENSION, Link.Tone.PLAIN);
        }
        if (detail.unsettled().isEmpty()) {
            letter(LetterKind.POSTPONEMENT, Link.Tone.PLAIN);
        }
        refusal();
    }

    private boolean isExtensible() {
        Deadline deadline = filed.deadline();
        return deadline != null
                && !deadline.isOverdue(now)
                && agreement
                        .legalClock(deadline.clock())
                        .extension()
                        .map(LegalClock.Extension::timesMax)
                        .filter(most -> deadline.extensions() < most)
                        .isPresent();
    }

    private void refusal() {
        if (detail.unsettled().isEmpty()) {
            link(AskAction.REFUSE, "refusal", "refuse.do", Link.Tone.GRAVE, "n");
        }
    }

    private void milestone(Course.Milestone milestone) {
        if (office.offers(officer, AskAction.TELL_MILESTONE)) {
            links.add(new Link(
                    base + "/milestones/" + milestone.key(),
                    words.of("milestone.do", words.of(milestone.name())),
                    Link.Tone.PLAIN));
        }
    }

    private void letter(LetterKind kind, Link.Tone tone) {
        link(kind.action(), kind.word(), kind.word() + ".do", tone, tone == Link.Tone.FIRST ? "e" : "");
    }

    private void link(Action action, String page, Link.Tone tone, String key) {
        link(action, page, page + ".do", tone, key);
    }

    private void link(Action action, String page, String text, Link.Tone tone, String key) {
        if (office.offers(officer, action)) {
            String address = base + "/" + page;
            links.add(
                    key.isEmpty()
                            ? new Link(address, words.of(text), tone)
                            : new Link(address, words.of(text), tone, key));
        }
    }
}
