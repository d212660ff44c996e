package org.entente.find;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.entente.access.Decision;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Desk;
import org.entente.exchange.PeerFindDesk;
import org.entente.find.store.EvaluationStore;
import org.entente.find.store.QueryStore;
import org.entente.find.store.SetStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Purpose;
import org.entente.kernel.Schedule;
import org.jspecify.annotations.Nullable;

/// FIND's face. Thread-safe.
public final class Discovery implements AutoCloseable {
    private final Parts parts;
    private final OwnKeys keys;
    private final Publications publications;
    private final Evaluations evaluations;
    private final PeerSets peerSets;
    private final Asker asker;
    private final Reminders reminders;
    private final Retirement retirement;
    private final SetStore sets = new SetStore();
    private final QueryStore queries = new QueryStore();
    private final EvaluationStore served = new EvaluationStore();

    public Discovery(Parts parts) {
        this.parts = parts;
        this.keys = new OwnKeys(parts);
        Publisher publisher = new Publisher(parts, keys);
        this.publications = new Publications(parts, publisher);
        this.evaluations = new Evaluations(parts, keys);
        this.peerSets = new PeerSets(parts);
        Closing closing = new Closing(parts);
        this.asker = new Asker(parts, peerSets, closing);
        this.reminders = new Reminders(parts, closing);
        this.retirement = new Retirement(parts, keys, publisher);
    }

    /// Begins to build and announce a new tag set, under a key of a new epoch, for every key type the agreement opens
    /// to this purpose, or goes on with what a process that is no more began. About 80 µs for each value held; the
    /// state can be asked for meanwhile.
    ///
    /// @throws EntenteException FIND_PUBLICATION_RUNNING, FIND_PURPOSE_CLOSED
    public Publication beginPublication(Officer officer, AgreementId agreement, Purpose purpose) {
        parts.access().require(officer, FindAction.PUBLISH, Marking.UNMARKED);
        return publications.begin(officer, agreement, purpose);
    }

    /// As [#beginPublication]; returns when the announcements are in the outbox.
    ///
    /// @throws EntenteException also FIND_SET_TOO_LARGE, after all other sets were announced, and FIND_FILE_FAILED
    public Publication publish(Officer officer, AgreementId agreement, Purpose purpose) {
        parts.access().require(officer, FindAction.PUBLISH, Marking.UNMARKED);
        return publications.publish(officer, agreement, purpose);
    }

    /// Newest first.
    public List<Publication> publications(Officer officer, AgreementId agreement) {
        parts.access().require(officer, FindAction.PUBLISH, Marking.UNMARKED);
        return publications.all(agreement);
    }

    /// @throws EntenteException FIND_PUBLICATION_UNKNOWN
    public Publication publication(Officer officer, AgreementId agreement, UUID id) {
        parts.access().require(officer, FindAction.PUBLISH, Marking.UNMARKED);
        return publications
                .find(agreement, id)
                .orElseThrow(() -> new EntenteException(FindCode.FIND_PUBLICATION_UNKNOWN));
    }

    /// Own and the peer's, newest first.
    public List<PublishedSet> sets(Officer officer, AgreementId agreement) {
        parts.access().require(officer, FindAction.SEE_SETS, Marking.UNMARKED);
        List<PublishedSet> all = new ArrayList<>(ownSets(agreement));
        List<SetStore.PeerSet> peers = peerSets.all(agreement);
        peers.forEach(set -> all.add(publishedSet(set, peers)));
        all.sort(Comparator.comparing(PublishedSet::published).reversed());
        return List.copyOf(all);
    }

    /// Asks the peer which of the values it knows. Refused is an answer; so is "not known", and it means nothing.
    ///
    /// @throws EntenteException FIND_NOTHING_PUBLISHED, FIND_NO_VALUE, FIND_TOO_MANY_VALUES, FIND_PEER_AWAY,
    ///     FIND_ANSWER_REFUSED
    public Answer ask(Officer officer, Query query) {
        parts.access().require(officer, FindAction.ASK, Marking.UNMARKED);
        return asker.ask(officer, query);
    }

    /// One's own queries, or everybody's for those who may see them; newest first, without hits.
    public List<QueryEntry> queries(Officer officer, AgreementId agreement) {
        parts.access().require(officer, FindAction.SEE_QUERIES, Marking.UNMARKED);
        @Nullable OfficerId whose = seesAll(officer) ? null : officer.id();
        return parts.transactions().in(tx -> queries.asked(tx, agreement, whose, Limits.LIST_COUNT)).stream()
                .map(asked -> entry(asked, List.of()))
                .toList();
    }

    /// One past query with its hits.
    ///
    /// @throws EntenteException FIND_QUERY_UNKNOWN, also for somebody else's
    public QueryEntry query(Officer officer, Bytes id) {
        parts.access().require(officer, FindAction.SEE_QUERIES, Marking.UNMARKED);
        boolean all = seesAll(officer);
        return parts.transactions()
                .in(tx -> queries.asked(tx, id)
                        .filter(asked -> all || asked.officer().equals(officer.id()))
                        .map(asked -> entry(asked, Asker.hits(queries.values(tx, id), queries.labels(tx, id))))
                        .orElseThrow(() -> new EntenteException(FindCode.FIND_QUERY_UNKNOWN, id.hex())));
    }

    /// All that this node learned of the peer's queries, newest first.
    public List<Served> evaluations(Officer officer, AgreementId agreement) {
        parts.access().require(officer, FindAction.SEE_EVALUATIONS, Marking.UNMARKED);
        return parts.transactions().in(tx -> served.served(tx, agreement, Limits.LIST_COUNT));
    }

    /// Fetches announced sets, ends queries whose answer never came, and destroys keys whose successor has served for
    /// 48
    /// hours. Call it every second or so.
    ///
    /// @return how many sets and queries were settled and keys destroyed
    public int sweep(Schedule schedule) {
        parts.access().require(schedule, FindAction.SWEEP, Marking.UNMARKED);
        return retirement.sweep() + peerSets.fetchAwaited() + reminders.send();
    }

    /// Takes in announcements and acceptances.
    public Desk desk() {
        return new Desk() {
            @Override
            public Set<String> types() {
                return Set.of(Announcement.ANNOUNCED, Announcement.ACCEPTED);
            }

            @Override
            public void receive(Tx tx, Arrival arrival) {
                parts.access().require(arrival.sender(), FindAction.SERVE, Marking.UNMARKED);
                if (arrival.type().equals(Announcement.ANNOUNCED)) {
                    peerSets.announced(tx, arrival);
                } else {
                    accepted(tx, arrival);
                }
            }
        };
    }

    /// Serves the peer's synchronous calls.
    public PeerFindDesk door() {
        return (PeerParty peer, String operation, Bytes request) -> {
            parts.access().require(peer, FindAction.SERVE, Marking.UNMARKED);
            if (operation.equals(EvaluationRequest.OPERATION)) {
                return evaluations.evaluate(peer, request);
            }
            if (operation.equals(PeerSets.OPERATION)) {
                return peerSets.serve(peer.agreement(), request);
            }
            throw Announcement.malformed("operation");
        };
    }

    /// Interrupts a publication and zeroes the keys in memory.
    @Override
    public void close() {
        publications.close();
        keys.close();
        peerSets.close();
    }

    private boolean seesAll(Officer officer) {
        return switch (parts.access().decide(officer, FindAction.SEE_ALL_QUERIES, Marking.UNMARKED)) {
            case Decision.Granted _ -> true;
            case Decision.Denied _ -> false;
        };
    }

    private void accepted(Tx tx, Arrival arrival) {
        Bytes body = parts.link().open(tx, arrival.id(), arrival.to());
        Announcement named = Announcement.parse(arrival.sender().agreement(), body);
        boolean same = sets.own(tx, named.setId())
                .filter(own -> own.destroyed() == null)
                .map(own -> SetRows.announcement(own.set()))
                .filter(named::equals)
                .isPresent();
        if (!same) {
            throw new EntenteException(FindCode.FIND_ANNOUNCEMENT_REFUSED, "acceptance");
        }
        sets.acceptOwn(tx, SetRows.row(named), parts.clock().instant());
    }

    private List<PublishedSet> ownSets(AgreementId agreement) {
        return parts.transactions().in(tx -> sets.owns(tx, agreement, Limits.LIST_COUNT)).stream()
                .map(Discovery::publishedSet)
                .toList();
    }

    private static PublishedSet publishedSet(SetStore.OwnSet own) {
        PublishedSet.State state;
        if (own.destroyed() != null) {
            state = PublishedSet.State.DESTROYED;
        } else if (own.superseded() != null) {
            state = PublishedSet.State.SUPERSEDED;
        } else {
            state = own.accepted() == null ? PublishedSet.State.ANNOUNCED : PublishedSet.State.READY;
        }
        return publishedSet(PublishedSet.Direction.OWN, own.set(), own.published(), state);
    }

    private boolean isSuperseded(SetStore.PeerSet peer, List<SetStore.PeerSet> all) {
        SetStore.Set set = peer.set();
        return all.stream()
                .filter(peerSets::isReady)
                .map(SetStore.PeerSet::set)
                .anyMatch(other -> other.epoch() > set.epoch()
                        && other.keyType().equals(set.keyType())
                        && other.purpose().equals(set.purpose()));
    }

    private PublishedSet publishedSet(SetStore.PeerSet peer, List<SetStore.PeerSet> all) {
        PublishedSet.State state;
        if (peer.refused() != null) {
            state = PublishedSet.State.REFUSED;
        } else if (peer.accepted() == null) {
            state = PublishedSet.State.ANNOUNCED;
        } else if (isSuperseded(peer, all)) {
            state = PublishedSet.State.SUPERSEDED;
        } else {
            state = peerSets.isReady(peer) ? PublishedSet.State.READY : PublishedSet.State.ACCEPTED;
        }
        return publishedSet(PublishedSet.Direction.PEER, peer.set(), peer.announced(), state);
    }

    private static PublishedSet publishedSet(
            PublishedSet.Direction direction, SetStore.Set set, Instant published, PublishedSet.State state) {
        return new PublishedSet(
                direction,
                set.keyType(),
                set.purpose(),
                set.epoch(),
                set.entryCount(),
                set.setId(),
                set.publicKey(),
                published,
                state);
    }

    private static QueryEntry entry(QueryStore.Asked asked, List<Hit> hits) {
        return new QueryEntry(
                asked.id(),
                asked.officer(),
                asked.institution(),
                asked.caseNumber(),
                asked.purpose(),
                asked.basis(),
                asked.keyType(),
                asked.asked(),
                asked.paddedCount(),
                asked.settled(),
                asked.refusal(),
                hits);
    }
}
