package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.agreement.Agreement;
import org.entente.agreement.Fact;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Ground;
import org.entente.agreement.Ruling;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;

/// The asked side: check the basis, refuse with a ground, answer with a release.
final class Replying {
    private final Surroundings around;
    private final Files files;
    private final Watching watching;

    Replying(Surroundings around, Files files, Watching watching) {
        this.around = around;
        this.files = files;
        this.watching = watching;
    }

    /// The lawyer's check before anything is answered, with the facts that only this side can state. They replace what
    /// an earlier check stated.
    BasisCheck check(Officer lawyer, RequestNumber number, BasisDecision decision) {
        String note = Drafting.note("note", decision.note());
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, lawyer, number);
            decision.requireRevision(number, files.history(tx, number));
            Agreement agreement = around.agreement(filed.request());
            Head.Declarations own = own(agreement, filed.request(), decision.facts());
            Ruling ruling = Questions.rule(agreement, filed.request(), Direction.IN, own);
            boolean accepted = decision.accepted() && ruling.allows();
            if (accepted) {
                Questions.requireChecked(filed.request(), ruling);
            }
            Event event = accepted ? Event.BASIS_ACCEPTED : Event.BASIS_RETURNED;
            State state = files.apply(tx, filed, event, around.now(), lawyer.label(), note);
            files.own(tx, number, own);
            around.duty(tx, agreement.id(), "ask." + event.word(), Surroundings.fields(lawyer.label(), number, ruling));
            return new BasisCheck(number, state, accepted, ruling);
        });
    }

    private static Head.Declarations own(Agreement agreement, Request request, Map<String, String> stated) {
        Map<String, Fact> facts = new HashMap<>();
        stated.forEach((key, text) -> facts.put(
                key,
                Drafting.stated(
                                agreement,
                                agreement.measure(request.type().measure()),
                                FactTerm.AskedOf.REQUESTED,
                                key,
                                text)
                        .orElseThrow(() -> new EntenteException(AskCode.ASK_FIELD_UNFIT, "facts." + key, text))));
        return new Head.Declarations(facts, Set.of());
    }

    /// Refuses. Every ground is stated in the same way.
    RefusalNote refuse(Officer officer, RequestNumber number, RefusalOrder order) {
        Bilingual reasons = new Bilingual(
                Drafting.clean(order.reasons().en()),
                Drafting.clean(order.reasons().es()));
        if (reasons.en().isEmpty() || reasons.es().isEmpty()) {
            throw new EntenteException(AskCode.ASK_REASONS_MISSING);
        }
        if (Math.max(reasons.en().length(), reasons.es().length()) > Limits.REASON_LENGTH_MAX) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "reasons", "> " + Limits.REASON_LENGTH_MAX);
        }
        String part = Drafting.note("part", order.part());
        return around.transactions().in(tx -> {
            Filed filed = files.lock(tx, officer, number);
            Agreement agreement = around.agreement(filed.request());
            Ground ground = ground(agreement, filed.request(), order.ground());
            LegalBasis stated = order.article();
            LegalBasis article = stated == null ? ground.article() : stated;
            Instant now = around.now();
            RefusalNote note = new RefusalNote(ground.key(), article, reasons, now);
            requireLawful(agreement, filed.request(), note);
            watching.tell(tx, filed, now, officer.label());
            consulted(tx, filed, ground, officer, order);
            Event event = part.isEmpty() ? Event.REFUSED : Event.PART_REFUSED;
            if (part.isEmpty()) {
                files.apply(tx, filed, event, now, officer.label(), ground.key());
                files.refused(tx, number, files.sendRefusal(tx, filed, note), note);
            } else {
                files.apply(tx, filed, event, now, officer.label(), new Part.Refused(part, note));
                Bytes body = AskWire.encode(new AskWire.Refusal(number, note, part));
                files.send(tx, filed, event, AskWire.REFUSAL, body);
            }
            around.duty(
                    tx,
                    agreement.id(),
                    "ask." + event.word(),
                    Map.of(
                            "by", officer.label(),
                            "request", number.value(),
                            "ground", ground.key(),
                            "article", article.toString()));
            return note;
        });
    }

    /// Before a ground of this kind is stated, a question named it, or it is said why none did.
    private void consulted(Tx tx, Filed filed, Ground ground, Officer officer, RefusalOrder order) {
        boolean wanted = ground.consulted().contains(filed.request().type().measure());
        if (!wanted || files.history(tx, filed.number()).consulted().contains(ground.key())) {
            return;
        }
        String why = Drafting.note("withoutConsultation", order.withoutConsultation());
        if (why.isEmpty()) {
            throw new EntenteException(
                    AskCode.ASK_CONSULTATION_MISSING, filed.number().value(), ground.key());
        }
        files.apply(tx, filed, Event.CONSULTATION_WAIVED, around.now(), officer.label(), why);
    }

    /// What a refusal must be, the same for one that is written here and for one that arrives: a ground that is open,
    /// under its own article or one of the instrument that was invoked.
    ///
    /// @throws EntenteException ASK_GROUND_NOT_OPEN; ASK_FIELD_UNFIT
    static void requireLawful(Agreement agreement, Request request, RefusalNote note) {
        Ground ground = ground(agreement, request, note.ground());
        LegalBasis article = note.article();
        boolean fits = article.equals(ground.article())
                || (agreement.article(article).isPresent()
                        && article.instrument().equals(request.head().basis().instrument()));
        if (!fits) {
            throw new EntenteException(AskCode.ASK_FIELD_UNFIT, "article", article.toString());
        }
    }

    private static Ground ground(Agreement agreement, Request request, String key) {
        List<Ground> open = agreement.grounds(request.type().measure());
        return open.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new EntenteException(
                        AskCode.ASK_GROUND_NOT_OPEN, key, request.type().measure()));
    }

    /// Seals the chosen statements to the asking institution and says so, in one transaction.
    Sealing answer(Officer officer, RequestNumber number, AnswerOrder order) {
        String rest = Drafting.note("rest", order.rest());
        Event event = rest.isEmpty() ? Event.ANSWERED : Event.PART_ANSWERED;
        // Looked at before sealing, decided under the lock inside it.
        Filed filed = around.transactions().in(tx -> {
            Filed read = files.read(tx, number);
            files.requireOpen(tx, read, event);
            return read;
        });
        Head head = filed.request().head();
        SealOrder seal = new SealOrder(
                head.agreement(),
                filed.crossed(),
                filed.casePseudonym(),
                head.basis(),
                head.from(),
                order.statementIds(),
                order.fields(),
                head.demonstration(),
                order.terms());
        return around.answering().seal(officer, seal, (tx, release) -> answered(tx, officer, number, release, rest));
    }

    private void answered(Tx tx, Officer officer, RequestNumber number, Sealing.Sealed release, String rest) {
        Filed filed = files.lock(tx, officer, number);
        Instant now = around.now();
        watching.tell(tx, filed, now, officer.label());
        Event event = rest.isEmpty() ? Event.ANSWERED : Event.PART_ANSWERED;
        if (rest.isEmpty()) {
            files.apply(tx, filed, event, now, officer.label(), release.id().hex());
        } else {
            files.apply(tx, filed, event, now, officer.label(), new Part.Answered(release.id(), rest, now));
        }
        EnvelopeId carrier = files.send(
                tx, filed, event, AskWire.ANSWER, AskWire.encode(new AskWire.Answer(number, release.id(), rest, now)));
        if (rest.isEmpty()) {
            files.answered(tx, number, carrier, release.id());
        }
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask." + event.word(),
                Map.of(
                        "by", officer.label(),
                        "request", number.value(),
                        "release", release.id().hex()));
    }
}
