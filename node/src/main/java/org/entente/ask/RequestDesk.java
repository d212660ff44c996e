package org.entente.ask;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Marking;

/// What arrives for this room: requests of the other party, and its words on ours. A request is recorded whatever our
/// law says of it, as long as it is one: a person decides.
final class RequestDesk implements Desk {
    static final Set<String> TYPES = allTypes();

    private final Surroundings around;
    private final Files files;
    private final Letters letters;
    private final Watching watching;
    private final Counting counting;
    private final Attaching attaching;
    private final Assisting assisting;
    private final NoSurprise forewarnings;

    RequestDesk(
            Surroundings around,
            Files files,
            Letters letters,
            Watching watching,
            Counting counting,
            Attaching attaching,
            Assisting assisting,
            NoSurprise forewarnings) {
        this.around = around;
        this.files = files;
        this.letters = letters;
        this.watching = watching;
        this.counting = counting;
        this.attaching = attaching;
        this.assisting = assisting;
        this.forewarnings = forewarnings;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    private static Set<String> allTypes() {
        Set<String> types = new HashSet<>(LetterKind.types());
        types.addAll(Set.of(
                AskWire.REQUEST,
                AskWire.REFUSAL,
                AskWire.ANSWER,
                AskWire.WITHDRAWAL,
                AskWire.FIGURES,
                AssistanceWire.TYPE,
                ForewarningWire.TYPE));
        return Set.copyOf(types);
    }

    @Override
    public void receive(Tx tx, Arrival arrival) {
        around.access().require(arrival.sender(), AskAction.RECEIVE, Marking.UNMARKED);
        Bytes body = around.post().open(tx, arrival.id(), arrival.to());
        switch (arrival.type()) {
            case AskWire.REQUEST -> request(tx, arrival, body);
            case AskWire.REFUSAL -> refusal(tx, arrival, AskWire.parseRefusal(body));
            case AskWire.ANSWER -> answer(tx, arrival, AskWire.parseAnswer(body));
            case AskWire.WITHDRAWAL -> withdrawal(tx, arrival, AskWire.parseWithdrawal(body));
            case AssistanceWire.TYPE -> assistance(tx, arrival, AssistanceWire.parse(body));
            case ForewarningWire.TYPE -> forewarning(tx, arrival, ForewarningWire.parse(arrival, body));
            case AskWire.FIGURES -> counting.receive(tx, arrival, body);
            default ->
                letter(
                        tx,
                        arrival,
                        AskWire.parseLetter(
                                LetterKind.ofType(arrival.type())
                                        .orElseThrow(
                                                () -> new EntenteException(AskCode.ASK_BODY_BROKEN, arrival.type())),
                                body));
        }
    }

    private void request(Tx tx, Arrival arrival, Bytes body) {
        Agreement agreement = agreement(arrival, AskWire.law(body));
        Request request = AskWire.parseRequest(body, agreement);
        Head head = request.head();
        requireSame(head.number().party(), arrival.sender().party());
        requireSame(head.from(), arrival.from());
        requireSame(head.to(), arrival.to());
        requireSame(head.basis(), arrival.basis());
        requireSame(head.purpose(), arrival.purpose());
        requireSame(head.handling(), arrival.handling());
        requireTimely(arrival, head.created(), Limits.DRAFT_AGE_MAX);
        requireCompetent(agreement, request);
        Clocks clocks = new Clocks(agreement, request);
        Instant received = arrival.received().truncatedTo(ChronoUnit.SECONDS);
        Filed filed = Filed.received(
                request,
                arrival.casePseudonym(),
                arrival.id(),
                clocks.running(clocks.started("received", received), received),
                around.now());
        // The keys of its files lie in the keyring alone.
        Bytes kept = request.attachments().isEmpty() ? body : AskWire.encode(request);
        if (!files.open(tx, filed, kept)) {
            throw new EntenteException(AskCode.ASK_NUMBER_TAKEN, head.number().value());
        }
        attaching.expect(tx, filed, AttachmentWire.keys(body));
        files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.REQUEST, arrival, null));
        files.tell(tx, head.number(), Notice.ARRIVED, arrival.sender().label());
        around.duty(
                tx,
                agreement.id(),
                "ask.received",
                Surroundings.fields(
                        arrival.sender().label(),
                        head.number(),
                        Questions.rule(agreement, request, Direction.IN, filed.own())));
    }

    /// The law a request may arrive under: one in force, or that was when its node sealed it, not too long ago.
    private Agreement agreement(Arrival arrival, Bytes law) {
        AgreementId id = arrival.sender().agreement();
        return around.agreements()
                .acceptable(id, law, arrival.created(), arrival.received())
                .orElseThrow(() -> new EntenteException(
                        AskCode.ASK_LAW_DIFFERS, around.agreements().current(id).version()));
    }

    private static void requireCompetent(Agreement agreement, Request request) {
        String measure = request.type().measure();
        Head head = request.head();
        for (var institution : Set.of(head.from(), head.to())) {
            boolean competent = agreement
                    .institution(institution)
                    .map(one -> one.isCompetentFor(measure))
                    .orElse(false);
            if (!competent) {
                throw new EntenteException(AskCode.ASK_NOT_COMPETENT, institution.value(), measure);
            }
        }
        boolean offenceKnown =
                head.offence().isEmpty() || agreement.offence(head.offence()).isPresent();
        if (!offenceKnown || !agreement.hasPurpose(head.purpose()) || !agreement.isInvocable(measure, head.basis())) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, AskWire.REQUEST);
        }
    }

    /// Words of the other side are as bound by the law as our own.
    private void refusal(Tx tx, Arrival arrival, AskWire.Refusal refusal) {
        RefusalNote note = refusal.note();
        requireTimely(arrival, note.at(), Limits.CLOCKS_APART_MAX);
        Filed filed = watching.upTo(
                tx,
                repliedTo(tx, arrival, refusal.number()),
                note.at(),
                arrival.sender().label());
        try {
            Replying.requireLawful(around.agreement(filed.request()), filed.request(), note);
        } catch (EntenteException unlawful) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, unlawful, AskWire.REFUSAL);
        }
        String by = arrival.sender().label();
        if (refusal.part().isEmpty()) {
            files.apply(tx, filed, Event.REFUSAL_ARRIVED, around.now(), by, note.ground());
            files.refused(tx, filed.number(), arrival.id(), note);
            files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.REFUSAL, arrival, Crossing.Stated.of(note)));
            arrived(tx, filed, "ask.refusal-received", arrival.id());
        } else {
            Part part = new Part.Refused(refusal.part(), note);
            files.apply(tx, filed, Event.PART_REFUSAL_ARRIVED, around.now(), by, part);
            files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.LETTER, arrival, null));
            arrived(tx, filed, "ask.part-refusal-received", arrival.id());
        }
    }

    private void answer(Tx tx, Arrival arrival, AskWire.Answer answer) {
        requireTimely(arrival, answer.at(), Limits.CLOCKS_APART_MAX);
        Filed filed = watching.upTo(
                tx,
                repliedTo(tx, arrival, answer.number()),
                answer.at(),
                arrival.sender().label());
        if (!around.answering().hasArrived(tx, arrival.sender(), answer.release(), filed.crossed())) {
            throw new EntenteException(AskCode.ASK_REPLY_UNKNOWN);
        }
        // Each part has a release of its own.
        if (files.history(tx, filed.number()).releases(filed).contains(answer.release())) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, AskWire.ANSWER);
        }
        String by = arrival.sender().label();
        if (answer.rest().isEmpty()) {
            files.apply(
                    tx,
                    filed,
                    Event.ANSWER_ARRIVED,
                    around.now(),
                    by,
                    answer.release().hex());
            files.answered(tx, filed.number(), arrival.id(), answer.release());
            files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.ANSWER, arrival, null));
            arrived(tx, filed, "ask.answer-received", arrival.id());
        } else {
            Part part = new Part.Answered(answer.release(), answer.rest(), answer.at());
            files.apply(tx, filed, Event.PART_ANSWER_ARRIVED, around.now(), by, part);
            files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.LETTER, arrival, null));
            arrived(tx, filed, "ask.part-answer-received", arrival.id());
        }
    }

    private void withdrawal(Tx tx, Arrival arrival, AskWire.Withdrawal withdrawal) {
        requireTimely(arrival, withdrawal.at(), Limits.CLOCKS_APART_MAX);
        Filed filed = watching.upTo(
                tx,
                theirs(tx, arrival, withdrawal.number()),
                withdrawal.at(),
                arrival.sender().label());
        State state = files.apply(
                tx,
                filed,
                Event.WITHDRAWAL_ARRIVED,
                around.now(),
                arrival.sender().label(),
                withdrawal.reason());
        if (state == State.WITHDRAWN) {
            attaching.giveUp(tx, filed);
        }
        files.crossed(tx, filed, Crossing.arrived(Crossing.Kind.WITHDRAWAL, arrival, null));
        arrived(tx, filed, "ask.withdrawal-received", arrival.id());
    }

    private void letter(Tx tx, Arrival arrival, Letter letter) {
        requireTimely(arrival, letter.at(), Limits.CLOCKS_APART_MAX);
        letters.receive(tx, arrival, either(tx, arrival, letter.number()), letter);
    }

    private void assistance(Tx tx, Arrival arrival, AssistanceWire.Told told) {
        requireTimely(arrival, told.at(), Limits.CLOCKS_APART_MAX);
        assisting.receive(tx, arrival, either(tx, arrival, told.number()), told.assistance());
    }

    private void forewarning(Tx tx, Arrival arrival, Forewarning forewarning) {
        requireTimely(arrival, forewarning.written(), Limits.CLOCKS_APART_MAX);
        RequestNumber shown = forewarning.shown();
        Filed about = shown == null ? null : files.find(tx, shown).orElse(null);
        forewarnings.receive(tx, arrival, forewarning, about);
    }

    private Filed either(Tx tx, Arrival arrival, RequestNumber number) {
        boolean ours = files.find(tx, number)
                .map(filed -> filed.side() == Direction.OUT)
                .orElse(false);
        return ours ? repliedTo(tx, arrival, number) : theirs(tx, arrival, number);
    }

    /// A body is sealed in the step that writes it, or, for a request, within the time that a draft may wait.
    private static void requireTimely(Arrival arrival, Instant at, Duration before) {
        boolean ahead = at.isAfter(arrival.created().plus(Limits.CLOCKS_APART_MAX));
        if (ahead || at.isBefore(arrival.created().minus(before))) {
            throw new EntenteException(AskCode.ASK_TIME_UNFIT, arrival.type(), at.toString());
        }
    }

    /// Our request that a reply names: the reply must be to its envelope, from whom we asked or who has it since, to
    /// whom asked.
    private Filed repliedTo(Tx tx, Arrival arrival, RequestNumber number) {
        Filed filed = known(tx, arrival, number);
        Head head = filed.request().head();
        requireSame(filed.side(), Direction.OUT);
        requireAmong(tx, filed, arrival.from());
        requireSame(head.from(), arrival.to());
        return filed;
    }

    /// The other party's request that its own later word names.
    private Filed theirs(Tx tx, Arrival arrival, RequestNumber number) {
        Filed filed = known(tx, arrival, number);
        Head head = filed.request().head();
        requireSame(filed.side(), Direction.IN);
        requireSame(head.from(), arrival.from());
        requireAmong(tx, filed, arrival.to());
        return filed;
    }

    /// A word that crossed a transfer on the way names who had the request before.
    private void requireAmong(Tx tx, Filed filed, InstitutionId institution) {
        if (!filed.authority().equals(institution)
                && !files.history(tx, filed.number())
                        .authorities(filed.request())
                        .contains(institution)) {
            requireSame(filed.authority(), institution);
        }
    }

    private Filed known(Tx tx, Arrival arrival, RequestNumber number) {
        Filed filed = files.find(tx, number)
                .filter(one ->
                        one.request().head().agreement().equals(arrival.sender().agreement()))
                .orElseThrow(() -> new EntenteException(AskCode.ASK_REPLY_UNKNOWN));
        EnvelopeId about = arrival.inReplyTo();
        if (about == null || !about.equals(filed.envelope())) {
            throw new EntenteException(AskCode.ASK_REPLY_UNKNOWN);
        }
        return filed;
    }

    private void arrived(Tx tx, Filed filed, String type, EnvelopeId envelope) {
        around.duty(
                tx,
                filed.request().head().agreement(),
                type,
                Map.of("request", filed.number().value(), "envelope", envelope.hex()));
    }

    /// The sealed body and the signed header must tell the same.
    private static void requireSame(Object body, Object header) {
        if (!body.equals(header)) {
            throw new EntenteException(AskCode.ASK_HEADER_DIFFERS, body.toString(), header.toString());
        }
    }
}
