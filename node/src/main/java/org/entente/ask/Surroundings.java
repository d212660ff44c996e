package org.entente.ask;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import org.entente.access.Access;
import org.entente.access.Roll;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Institution;
import org.entente.agreement.Ruling;
import org.entente.ask.store.AssignmentStore;
import org.entente.ask.store.RequestStore;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Parcels;
import org.entente.exchange.Receipt;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The rooms below, as this one uses them.
public record Surroundings(
        Transactions transactions,
        Access access,
        Agreements agreements,
        Ledger ledger,
        Post post,
        Answering answering,
        Roll roll,
        Clock clock,
        Parcels parcels) {
    private static final String OFFICER = "officer:";
    private static final AssignmentStore ASSIGNED = new AssignmentStore();
    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);

    /// Times of this room are whole seconds: what is shown is what was signed.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// When an envelope that leaves now has lapsed.
    Instant expiry() {
        return now().plus(Limits.ENVELOPE_LIFE);
    }

    /// The law a request lives under: the version it was made in.
    ///
    /// @throws EntenteException AGREEMENT_UNKNOWN; AGREEMENT_VERSION_UNKNOWN
    Agreement agreement(Request request) {
        return agreements.at(request.head().agreement(), request.law());
    }

    /// Whose requests the officer has: one institution's; null for all of the party's.
    @Nullable
    String institution(Officer officer) {
        return isCentral(officer) || officer.roles().contains(Role.AUDITOR)
                ? null
                : officer.institution().value();
    }

    private boolean isCentral(Officer officer) {
        return agreements.all().stream()
                .flatMap(one -> one.institution(officer.institution()).stream())
                .anyMatch(Institution::central);
    }

    /// The one rule of which requests an officer knows: an ordinary one by its institution; a quiet one if they were
    /// named, or while nobody is, as a lawyer of the central authority that it reached. The store filters by it.
    RequestStore.Reader reader(Officer officer) {
        return new RequestStore.Reader(
                officer.id().value(), institution(officer), officer.has(Role.LAWYER) && isCentral(officer));
    }

    /// The receipt of a request that has crossed, once there is one.
    @Nullable
    Receipt receipt(Filed filed) {
        EnvelopeId carrier = filed.envelope();
        return carrier == null
                ? null
                : post.receipt(filed.request().head().agreement(), carrier, filed.side())
                        .orElse(null);
    }

    boolean concerns(Officer officer, Filed filed) {
        if (filed.request().head().quiet()) {
            boolean untaken = filed.side() == Direction.IN && filed.knows().isEmpty();
            return filed.knows().contains(officer.id())
                    || (untaken && reader(officer).receivesQuiet());
        }
        String own = institution(officer);
        return own == null || own.equals(filed.institution().value());
    }

    /// Takes a step for a request in a transaction of its own. One whose law is not understood is logged and stops no
    /// other.
    ///
    /// @return what the step counts; 0 if it was passed over
    int step(RequestNumber number, ToIntBiFunction<Tx, RequestNumber> step) {
        try {
            return transactions.in(tx -> step.applyAsInt(tx, number));
        } catch (EntenteException failed) {
            LOG.warn("request {} is passed over: {}", number, failed.code());
            return 0;
        }
    }

    /// Takes a step for each of a list that may be long, a page at a time.
    ///
    /// @param page reads at most [Limits#LIST_MAX] behind a key, in the order of the keys
    /// @return the sum of what the steps count
    <T> int paged(BiFunction<Tx, String, List<T>> page, Function<T, String> key, ToIntFunction<T> step) {
        int sum = 0;
        String last = "";
        List<T> read;
        do {
            String after = last;
            read = transactions.in(tx -> page.apply(tx, after));
            sum += read.stream().mapToInt(step).sum();
            last = read.isEmpty() ? "" : key.apply(read.getLast());
        } while (read.size() == Limits.LIST_MAX);
        return sum;
    }

    /// As the log and a history name an officer.
    static String label(OfficerId officer) {
        return OFFICER + officer;
    }

    /// For whom an officer acts on a request now: the absent one it is given to, for whom they stand in.
    @Nullable
    OfficerId actsFor(Tx tx, String by, String number) {
        String given = by.startsWith(OFFICER) ? ASSIGNED.assignee(tx, number) : null;
        if (given == null || by.equals(OFFICER + given)) {
            return null;
        }
        OfficerId absent = new OfficerId(given);
        OfficerId deputy = new OfficerId(by.substring(OFFICER.length()));
        return roll.standIns(tx, now()).namedFor(deputy).contains(absent) ? absent : null;
    }

    /// A leaf of the DUTY log; what a deputy does names for whom.
    void duty(Tx tx, AgreementId agreement, String type, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        String request = fields.get("request");
        OfficerId absent = request == null ? null : actsFor(tx, fields.getOrDefault("by", ""), request);
        if (absent != null) {
            all.put("for", absent.value());
        }
        ledger.request(tx, new Leaf.Duty(agreement, type, new TreeMap<>(all)));
    }

    /// What the log keeps of a ruling: the word, the rules that fired and the law they stand in.
    static Map<String, String> fields(String by, RequestNumber number, Ruling ruling) {
        return Map.of(
                "by", by,
                "request", number.value(),
                "ruling", ruling.word(),
                "rules", String.join(" ", ruling.trace().firedIds()),
                "law", ruling.trace().packHash().hex());
    }
}
