package org.entente.ask;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entente.agreement.Agreement;
import org.entente.agreement.Course;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Measure;
import org.entente.agreement.Ruling;
import org.entente.agreement.clock.Deadline;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.Officer;
import org.jspecify.annotations.Nullable;

/// What people of this party see of its requests.
final class Reading {
    private final Surroundings around;
    private final Files files;
    private final Attaching attaching;
    private final Assisting assisting;

    Reading(Surroundings around, Files files, Attaching attaching, Assisting assisting) {
        this.around = around;
        this.files = files;
        this.attaching = attaching;
        this.assisting = assisting;
    }

    List<RequestSummary> inbox(Officer officer) {
        return summaries(tx -> files.inbox(tx, around.reader(officer)), Filed::deadline);
    }

    List<RequestSummary> received(Officer officer) {
        return summaries(tx -> files.received(tx, around.reader(officer)), Filed::deadline);
    }

    /// Own requests: those under way by the time the other side has left, then the others, newest first.
    List<RequestSummary> sent(Officer officer) {
        return summaries(tx -> files.sent(tx, around.reader(officer)), filed -> theirDeadline(filed, progress(filed)))
                .stream()
                .sorted(Comparator.comparing(Reading::timeLeft))
                .toList();
    }

    List<RequestSummary> filtered(Officer officer, RequestFilter filter) {
        return summaries(tx -> files.filtered(tx, officer, filter), filed -> theirDeadline(filed, progress(filed)));
    }

    private List<RequestSummary> summaries(
            Function<Tx, List<Filed>> listed, Function<Filed, @Nullable Deadline> deadline) {
        record Listed(List<Filed> requests, Assignees assignees) {}
        Listed read = around.transactions().in(tx -> {
            List<Filed> requests = listed.apply(tx);
            return new Listed(requests, Assignees.of(around, tx, requests));
        });
        return read.requests().stream()
                .map(filed ->
                        summary(filed, deadline.apply(filed), read.assignees().of(filed)))
                .toList();
    }

    /// The whole file. The look is in the log before it is returned.
    RequestDetail request(Officer officer, RequestNumber number) {
        record Looked(
                Filed filed,
                History history,
                List<AttachedFile> attachments,
                List<RecordedAssistance> assistance,
                @Nullable Assignment assignment) {}
        Looked looked = around.transactions().in(tx -> {
            Filed filed = files.read(tx, number);
            around.duty(
                    tx,
                    filed.request().head().agreement(),
                    "ask.opened",
                    Map.of("by", officer.label(), "request", number.value()));
            Assignees assignees = Assignees.of(around, tx, List.of(filed));
            return new Looked(
                    filed,
                    files.history(tx, number),
                    attaching.files(tx, filed),
                    assisting.of(tx, number),
                    assignees.of(filed));
        });
        Filed filed = looked.filed();
        Agreement agreement = around.agreement(filed.request());
        Ruling ruling = Questions.rule(agreement, filed.request(), filed.side(), filed.own());
        Post.Progress progress = progress(filed);
        boolean asked = filed.side() == Direction.IN;
        Deadline deadline = asked ? filed.deadline() : theirDeadline(filed, progress);
        List<Ground> grounds = asked ? agreement.grounds(filed.request().type().measure()) : List.of();
        Measure measure = agreement.measure(filed.request().type().measure());
        Set<String> told = looked.history().told(measure).keySet();
        FactTerm.AskedOf ours = asked ? FactTerm.AskedOf.REQUESTED : FactTerm.AskedOf.REQUESTING;
        return new RequestDetail(
                filed,
                summary(filed, deadline, looked.assignment()),
                Documents.of(agreement, filed.request()),
                ruling,
                openFacts(agreement, ruling, ours),
                grounds,
                looked.history().consulted(),
                milestones(measure, filed, told),
                measure.course().map(course -> course.unsettled(told)).orElse(List.of()),
                asked ? LetterReading.authorities(agreement, filed) : List.of(),
                looked.history().parts(),
                looked.history().releases(filed),
                changes(agreement, filed, looked.history()),
                looked.history().revision(),
                looked.history().checkers(),
                progress,
                looked.attachments(),
                looked.assistance(),
                PaperKind.of(filed, looked.history(), around.receipt(filed) != null),
                looked.history().lines().stream()
                        .map(one -> Histories.entry(agreement, filed.request(), one))
                        .toList());
    }

    /// What was changed since it was sent back, but for the moment of the change.
    private List<Change> changes(Agreement agreement, Filed filed, History history) {
        History.Noted returned = history.returned().orElse(null);
        Bytes text = returned == null ? null : returned.before();
        if (returned == null || text == null) {
            return List.of();
        }
        Request before = AskWire.parseKept(text, agreement.id());
        List<Change> changes = new ArrayList<>(Change.between(
                Documents.of(around.agreement(before), before), Documents.of(agreement, filed.request())));
        changes.removeIf(change -> change.label().equals(Documents.WRITTEN));
        CaseNumber now = filed.caseNumber();
        if (now != null && !now.value().equals(returned.note())) {
            changes.addFirst(Change.ofCase(returned.note(), now.value()));
        }
        return changes;
    }

    /// What this side may tell of the execution now.
    private static List<Course.Milestone> milestones(Measure measure, Filed filed, Set<String> told) {
        boolean goesOn = filed.accepted() != null
                && (filed.state() == State.IN_EXECUTION
                        || filed.state() == State.INFORMATION_AWAITED
                        || filed.state() == State.INFORMATION_WANTED);
        return goesOn ? LetterReading.open(measure, filed.side(), told) : List.of();
    }

    /// The questions this side has not answered: those the ruling waits for, and those that open a discretion.
    static List<FactTerm> openFacts(Agreement agreement, Ruling ruling, FactTerm.AskedOf side) {
        Set<String> open = new TreeSet<>();
        ruling.trace().undecided().forEach(one -> open.addAll(one.missing()));
        return agreement.text().facts().stream()
                .filter(term -> open.contains(term.key()) && term.askedOf() == side)
                .toList();
    }

    /// Only what is under way has time left; the rest keeps its order behind.
    private static Instant timeLeft(RequestSummary line) {
        Deadline deadline = line.deadline();
        boolean underWay = line.state().isOpen() && line.state() != State.DRAFT;
        return underWay && deadline != null ? deadline.due() : Instant.MAX;
    }

    private Post.@Nullable Progress progress(Filed filed) {
        EnvelopeId carrier = filed.envelope();
        return filed.side() == Direction.OUT && carrier != null ? around.post().progress(carrier) : null;
    }

    /// Until the asking side keeps the clock, it is read from the receipt: it started when the other node had the
    /// request.
    private @Nullable Deadline theirDeadline(Filed filed, Post.@Nullable Progress progress) {
        if (filed.deadline() != null || filed.accepted() != null) {
            return filed.deadline();
        }
        return progress instanceof Post.Progress.Delivered delivered
                ? new Clocks(around.agreement(filed.request()), filed.request()).started("received", delivered.at())
                : null;
    }

    private RequestSummary summary(Filed filed, @Nullable Deadline deadline, @Nullable Assignment assignment) {
        return new RequestSummary(
                filed.number(),
                filed.request().type(),
                filed.side(),
                filed.state(),
                filed.request().head(),
                filed.authority(),
                deadline,
                filed.state().isOpen() ? filed.stopped() : null,
                around.agreement(filed.request()),
                assignment);
    }
}
