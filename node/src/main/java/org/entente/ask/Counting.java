package org.entente.ask;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Institution;
import org.entente.agreement.PartyTerms;
import org.entente.ask.store.CrossingStore;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;

/// Counts what crossed, and holds the other side's count against it.
final class Counting {
    private final Surroundings around;
    private final Crossings crossings = new Crossings();
    private final CrossingStore store = new CrossingStore();

    Counting(Surroundings around) {
        this.around = around;
    }

    /// The exchange under an agreement as it is known to both sides now.
    private record Known(Agreement agreement, Cut cut, List<Outbox.Refused> refused) {
        AgreementId id() {
            return agreement.id();
        }

        Set<EnvelopeId> withoutEffect() {
            return refused.stream()
                    .filter(Outbox.Refused::own)
                    .map(Outbox.Refused::id)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private Known known(Tx tx, AgreementId agreement) {
        return new Known(
                around.agreements().current(agreement),
                Cut.of(around.post().standing(tx, agreement)),
                around.post().refused(tx, agreement, RequestDesk.TYPES));
    }

    Figures figures(Tx tx, AgreementId agreement, Party own, Period period) {
        Known known = known(tx, agreement);
        return figures(known, own, period, known.cut(), crossings.asked(tx, agreement, period, known.withoutEffect()));
    }

    private static Figures figures(
            Known known, Party own, Period period, Cut cut, Collection<AskedRequest.Told> requests) {
        return new Figures(
                known.id(), own, period, cut, lapsed(known, own, period, cut), Figures.rows(upTo(requests, cut)));
    }

    private static List<AskedRequest> upTo(Collection<AskedRequest.Told> requests, Cut cut) {
        return requests.stream()
                .map(one -> one.upTo(cut))
                .flatMap(Optional::stream)
                .filter(AskedRequest::isCounted)
                .toList();
    }

    private static SortedMap<Party, Long> lapsed(Known known, Party own, Period period, Cut cut) {
        SortedMap<Party, Long> lapsed = new TreeMap<>();
        known.agreement().text().parties().stream()
                .map(PartyTerms::party)
                .forEach(party -> lapsed.put(
                        party,
                        known.refused().stream()
                                .filter(one -> one.type().equals(AskWire.REQUEST)
                                        && one.own() == party.equals(own)
                                        && period.holds(one.created())
                                        && cut.covers(one.own(), one.sequence()))
                                .count()));
        return lapsed;
    }

    CooperationReport report(Tx tx, AgreementId agreement, Party own, Period period) {
        Known known = known(tx, agreement);
        List<AskedRequest.Told> asked = crossings.asked(tx, agreement, period, known.withoutEffect());
        List<AskedRequest> counted = upTo(asked, known.cut());
        List<AskedRequest> open =
                upTo(crossings.open(tx, agreement, known.cut(), known.withoutEffect()), known.cut()).stream()
                        .filter(AskedRequest::isOpen)
                        .toList();
        return new CooperationReport(
                figures(known, own, period, known.cut(), asked),
                behind(asked, known.cut()),
                store.newest(tx, agreement.value(), true, period.first(), period.last())
                        .map(CrossingStore.Document::at)
                        .orElse(null),
                store.newest(tx, agreement.value(), false, period.first(), period.last())
                        .map(theirs -> comparison(known, own, period, asked, theirs))
                        .orElse(null),
                Ageing.of(around.now(), open, counted));
    }

    private static Comparison comparison(
            Known known,
            Party own,
            Period period,
            Collection<AskedRequest.Told> asked,
            CrossingStore.Document document) {
        Figures theirs = FiguresWire.parse(document.body());
        Cut cut = theirs.cut().mirrored();
        Figures ours = figures(known, own, period, cut, asked);
        return new Comparison(
                theirs,
                document.at(),
                ours,
                Comparison.differences(ours, theirs),
                Math.max(0, cut.sent() - known.cut().sent()),
                behind(asked, cut));
    }

    /// Words of this side behind a cut, about requests of the period.
    private static long behind(Collection<AskedRequest.Told> asked, Cut cut) {
        return asked.stream()
                .filter(one -> !one.subject().quiet())
                .flatMap(one -> one.words().stream())
                .filter(word -> word.own() && !cut.covers(word))
                .count();
    }

    /// Sends the figures as they are known now to the other side's central authority.
    Figures send(Tx tx, String by, AgreementId agreement, Party own, Period period) {
        Figures figures = figures(tx, agreement, own, period);
        Agreement law = around.agreements().current(agreement);
        Party other = figures.lapsed().keySet().stream()
                .filter(party -> !party.equals(own))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an agreement of one party"));
        Bytes body = FiguresWire.encode(figures);
        Outbox.Queued queued = around.post()
                .send(
                        tx,
                        new Dispatch(
                                agreement,
                                central(law, own),
                                central(law, other),
                                AskWire.FIGURES,
                                null,
                                "",
                                law.requests().getFirst().bases().getFirst(),
                                new Purpose(law.text().purposes().getFirst().key()),
                                Set.of(),
                                around.expiry(),
                                body));
        store.keep(
                tx,
                agreement.value(),
                new CrossingStore.Document(queued.id().hex(), true, period.first(), period.last(), body, around.now()));
        around.duty(
                tx,
                agreement,
                "ask.figures-sent",
                Map.of("by", by, "period", text(period), "envelope", queued.id().hex()));
        return figures;
    }

    /// Takes the other side's figures. Whether they agree with ours is said when somebody looks: by then the receipts
    /// that are still on their way have come.
    void receive(Tx tx, Arrival arrival, Bytes body) {
        AgreementId agreement = arrival.sender().agreement();
        Agreement law = around.agreements().current(agreement);
        Figures figures = FiguresWire.parse(body);
        Party sender = arrival.sender().party();
        boolean theirs = figures.by().equals(sender)
                && figures.agreement().equals(agreement)
                && arrival.from().equals(central(law, sender))
                && arrival.to().equals(central(law, arrival.to().party()));
        if (!theirs) {
            throw new EntenteException(
                    AskCode.ASK_HEADER_DIFFERS,
                    figures.by().code(),
                    arrival.from().value());
        }
        Set<Party> parties =
                law.text().parties().stream().map(PartyTerms::party).collect(Collectors.toUnmodifiableSet());
        if (!figures.lapsed().keySet().equals(parties)) {
            throw new EntenteException(AskCode.ASK_FIGURES_UNFIT, "lapsed");
        }
        // What they sent before this stands below its number.
        if (figures.cut().sent() >= arrival.sequence()) {
            throw new EntenteException(AskCode.ASK_FIGURES_UNFIT, "cut");
        }
        Period period = figures.period();
        store.keep(
                tx,
                agreement.value(),
                new CrossingStore.Document(
                        arrival.id().hex(), false, period.first(), period.last(), body, around.now()));
        around.duty(
                tx,
                agreement,
                "ask.figures-received",
                Map.of("period", text(period), "envelope", arrival.id().hex()));
    }

    /// Periods of which figures were exchanged, newest first.
    List<ExchangedFigures> exchanged(Tx tx, AgreementId agreement) {
        return store.documents(tx, agreement.value(), Limits.LIST_MAX).stream()
                .map(one -> new ExchangedFigures(new Period(one.first(), one.last()), one.own(), one.at()))
                .toList();
    }

    private static String text(Period period) {
        return period.first() + " " + period.last();
    }

    private static InstitutionId central(Agreement agreement, Party party) {
        return agreement.text().institutions().stream()
                .filter(one -> one.central() && one.id().party().equals(party))
                .map(Institution::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pack names no central authority of " + party));
    }
}
