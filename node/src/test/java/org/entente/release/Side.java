package org.entente.release;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.FakeMail;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.kernel.Statement;
import org.entente.prove.RecordedLeaves;

/// One party's RELEASE with its own database, log and mail.
final class Side implements AutoCloseable {
    static final AgreementId AGREEMENT = new AgreementId("us-mx");

    final Party party;
    final Database database = TestDatabase.open();
    final RecordedLeaves leaves = new RecordedLeaves();
    final FakeVault vault = new FakeVault();
    final List<Statement> holdings = new ArrayList<>();
    /// Requests that an officer does not know of.
    final Map<OfficerId, Set<EnvelopeId>> hidden = new HashMap<>();
    /// Words that ran out on their way.
    final Set<EnvelopeId> lost = new HashSet<>();
    /// Words that the other node refused, and under which name.
    final Map<EnvelopeId, String> refused = new HashMap<>();

    final FakeMail mail;
    final Releases releases;
    final Challenges challenges;
    private final Surroundings surroundings;

    Side(String party, Clock clock) {
        this.party = new Party(party);
        this.mail = new FakeMail(this.party, clock);
        this.surroundings = new Surroundings(
                database,
                new Access(Mandates.none(), clock),
                new Agreements(List.of(ShippedPack.read())),
                leaves,
                (_, ids, _) -> holdings.stream()
                        .filter(statement -> ids.contains(statement.id()))
                        .map(statement -> new OwnStatements.Own(statement, EvidentialStatus.ALLEGED))
                        .toList(),
                new MailPost(mail, clock, lost, refused),
                clock,
                officer -> hidden.getOrDefault(officer.id(), Set.of()));
        this.releases = startedAgain();
        this.challenges = new Challenges(surroundings);
    }

    /// The room as a node that was started again has it: its tables and keys, nothing in memory.
    Releases startedAgain() {
        return new Releases(surroundings, vault);
    }

    Officer officer(String institution, Role... roles) {
        return new Officer(
                new OfficerId(institution + "-officer"),
                party,
                new InstitutionId(institution),
                "Demonstration officer",
                roles.length == 0 ? Set.of(Role.CASE_OFFICER) : EnumSet.copyOf(List.of(roles)));
    }

    /// Everything on its way to the other side arrives there.
    void deliverTo(Side other) {
        mail.deliver(other.mail, other.database, other.releases.desk());
    }

    int sweep() {
        return releases.sweep(new Schedule("release"));
    }

    @Override
    public void close() {
        database.close();
    }

    private record MailPost(FakeMail mail, Clock clock, Set<EnvelopeId> lost, Map<EnvelopeId, String> refused)
            implements Post {
        @Override
        public Optional<WordLoss> loss(EnvelopeId envelope) {
            String code = refused.get(envelope);
            return code != null
                    ? Optional.of(new WordLoss.Refused(code))
                    : Optional.of(envelope).filter(lost::contains).map(_ -> new WordLoss.RanOut());
        }

        @Override
        public Optional<Instant> received(EnvelopeId envelope) {
            return mail.isDelivered(envelope) ? Optional.of(clock.instant()) : Optional.empty();
        }

        @Override
        public EnvelopeId send(Tx tx, Dispatch dispatch) {
            return mail.send(tx, dispatch);
        }

        @Override
        public SentRelease.Progress progress(EnvelopeId envelope) {
            if (lost.contains(envelope) || refused.containsKey(envelope)) {
                return SentRelease.Progress.NOT_DELIVERED;
            }
            return mail.isDelivered(envelope) ? SentRelease.Progress.DELIVERED : SentRelease.Progress.QUEUED;
        }

        @Override
        public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
            return mail.open(envelope);
        }

        @Override
        public void destroyBody(Tx tx, EnvelopeId envelope, InstitutionId by) {
            mail.destroyBody(envelope);
        }
    }
}
