package org.entente.ask;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.entente.access.Absence;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.access.Roll;
import org.entente.access.StandIns;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.exchange.Outbox;
import org.entente.exchange.Receipt;
import org.entente.exchange.TestParcels;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Ids;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.UseTerms;
import org.entente.prove.RecordedLeaves;
import org.entente.release.ReleaseId;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;
import org.entente.release.Terms;
import org.jspecify.annotations.Nullable;

/// One party's ASK with its own database, log and mail; releases are kept as orders.
final class Side implements AutoCloseable {
    final Party party;
    final Database database = TestDatabase.open();
    final RecordedLeaves leaves = new RecordedLeaves();
    final FakeMail mail;
    final TestParcels parcels;
    final Attachments attachments;
    final Surroundings around;
    final Casework casework;
    final WhoKnows whoKnows;
    final Assistances assistances;
    final Forewarnings forewarnings;
    final Cooperation cooperation;
    final Assignments assignments;
    final SavedFilters filters;
    final Notices notices;
    final People people = new People();
    final List<SealOrder> orders = new ArrayList<>();
    final Map<EnvelopeId, Post.Progress> progress = new HashMap<>();
    final List<Outbox.Refused> refused = new ArrayList<>();
    private final Map<ReleaseId, EnvelopeId> released = new HashMap<>();
    private final Map<ReleaseId, EnvelopeId> arrived = new HashMap<>();
    final Agreements laws;
    private final Clock clock;
    private boolean mailBroken;

    Side(String party, Clock clock) {
        this(party, clock, ShippedPack.read());
    }

    Side(String party, Clock clock, Agreement law) {
        this.party = new Party(party);
        this.clock = clock;
        this.laws = new Agreements(clock);
        laws.add(law, Instant.EPOCH);
        this.mail = new FakeMail(this.party, clock);
        this.parcels = new TestParcels(database, clock);
        this.around = new Surroundings(
                database,
                new Access(Mandates.none(), clock),
                laws,
                leaves,
                new MailPost(),
                new Sealed(),
                people,
                clock,
                parcels.parcels);
        this.casework = new Casework(around);
        this.attachments = new Attachments(around);
        this.whoKnows = new WhoKnows(around);
        this.assistances = new Assistances(around);
        this.forewarnings = new Forewarnings(around);
        this.cooperation = new Cooperation(around);
        this.assignments = new Assignments(around);
        this.filters = new SavedFilters(around);
        this.notices = new Notices(around);
    }

    /// From now on nothing can be put in the outbox.
    void breakMail() {
        mailBroken = true;
    }

    Officer officer(String institution, Role role, Role... more) {
        return people.add(new Officer(
                new OfficerId(
                        institution + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                party,
                new InstitutionId(institution),
                "Demonstration officer",
                EnumSet.of(role, more)));
    }

    /// Another person of the same institution and roles.
    Officer colleague(Officer of, String id) {
        return people.add(new Officer(new OfficerId(id), party, of.institution(), "Colleague " + id, of.roles()));
    }

    /// Away from now on.
    void isAway(Officer officer, @Nullable Officer deputy) {
        people.absences.add(new Absence(
                officer.id(),
                deputy == null ? null : deputy.id(),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(7)),
                officer.id()));
    }

    void deliverTo(Side other) {
        while (mail.waitingCount() > 0) {
            deliverOneTo(other);
        }
    }

    void deliverOneTo(Side other) {
        FakeMail.Waiting next = mail.take();
        other.arrived.putAll(released);
        other.mail.arrive(other.database, other.casework.desk(), party, next);
        progress.put(next.id(), new Post.Progress.Delivered(clock.instant()));
    }

    @Override
    public void close() {
        parcels.close();
        database.close();
    }

    /// Who was ever made here, and who is away.
    static final class People implements Roll {
        private final Map<OfficerId, Officer> officers = new TreeMap<>(Comparator.comparing(OfficerId::value));
        private final List<Absence> absences = new ArrayList<>();

        Officer add(Officer officer) {
            officers.put(officer.id(), officer);
            return officer;
        }

        @Override
        public Optional<Officer> officer(Tx tx, OfficerId id) {
            return Optional.ofNullable(officers.get(id));
        }

        @Override
        public List<Officer> all(Tx tx) {
            return List.copyOf(officers.values());
        }

        @Override
        public StandIns standIns(Tx tx, Instant at) {
            return new StandIns(
                    absences.stream().filter(one -> one.isInForce(at)).toList());
        }
    }

    /// A release arrives with the next envelope, whatever is in it.
    private final class Sealed implements Answering {
        @Override
        public Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
            return database.in(tx -> {
                var id = new ReleaseId(Ids.random128().hex());
                var done = new Sealing.Sealed(id, new EnvelopeId(Ids.random128().hex()));
                within.accept(tx, done);
                tx.afterCommit(() -> {
                    orders.add(order);
                    released.put(id, Objects.requireNonNull(order.inReplyTo()));
                });
                return done;
            });
        }

        @Override
        public Cover cover(Officer officer, Direction side, ReleaseId release) {
            UseTerms use = new UseTerms(
                    new Purpose("prosecution"),
                    Set.of(HandlingCode.H2),
                    "",
                    false,
                    Instant.parse("2027-01-01T00:00:00Z"));
            LegalBasis basis = new LegalBasis("MLAT-1987", "1");
            Terms terms = new Terms(
                    release,
                    new InstitutionId("mx-central-authority"),
                    new InstitutionId("us-central-authority"),
                    null,
                    basis,
                    use);
            return new Cover(terms, terms.hash(), terms.hash(), side == Direction.IN ? 3 : null);
        }

        @Override
        public boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo) {
            return inReplyTo.equals(arrived.get(release));
        }
    }

    private final class MailPost implements Post {
        @Override
        public Outbox.Queued send(Tx tx, Dispatch dispatch) {
            if (mailBroken) {
                throw new IllegalStateException("the mail of this test is broken");
            }
            return mail.queue(tx, dispatch);
        }

        @Override
        public Outbox.Standing standing(Tx tx, AgreementId agreement) {
            return mail.standing();
        }

        @Override
        public List<Outbox.Refused> refused(Tx tx, AgreementId agreement, Set<String> types) {
            return List.copyOf(refused);
        }

        @Override
        public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
            return mail.open(envelope);
        }

        @Override
        public String pseudonym(AgreementId agreement, CaseNumber number) {
            return Integer.toHexString(number.hashCode());
        }

        @Override
        public Optional<Instant> received(Tx tx, EnvelopeId envelope) {
            return received(envelope);
        }

        @Override
        public Optional<Receipt> receipt(AgreementId agreement, EnvelopeId envelope, Direction direction) {
            boolean has = direction == Direction.IN || received(envelope).isPresent();
            return has ? Optional.of(receipt(agreement, envelope)) : Optional.empty();
        }

        private Receipt receipt(AgreementId agreement, EnvelopeId envelope) {
            Bytes hash = Bytes.fromHex("0f".repeat(32));
            Bytes leaf = Bytes.fromHex("0e".repeat(16));
            Party other = new Party(party.code().equals("US") ? "MX" : "US");
            Receipt.Verdict accepted = new Receipt.Verdict.Accepted();
            return new Receipt(agreement, envelope, hash, 7, other, party, clock.instant(), accepted, leaf);
        }

        private Optional<Instant> received(EnvelopeId envelope) {
            return progress.get(envelope) instanceof Post.Progress.Delivered delivered
                    ? Optional.of(delivered.at())
                    : Optional.empty();
        }

        @Override
        public Progress progress(EnvelopeId envelope) {
            return progress.getOrDefault(envelope, new Progress.OnTheWay());
        }
    }
}
