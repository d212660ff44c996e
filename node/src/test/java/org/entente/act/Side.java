package org.entente.act;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreement;
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
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.prove.RecordedLeaves;

/// One party's ACT with its own database, log and mail, under the shipped law.
final class Side implements AutoCloseable {
    static final Agreement LAW = ShippedPack.read();

    final Party party;
    final Database database = TestDatabase.open();
    final RecordedLeaves leaves = new RecordedLeaves();
    final FakeMail mail;
    final Operations operations;

    Side(String party, Clock clock, InstitutionSeals seals) {
        this.party = new Party(party);
        this.mail = new FakeMail(this.party, clock);
        this.operations = new Operations(new Surroundings(
                database,
                new Access(Mandates.none(), clock),
                new Agreements(List.of(LAW)),
                leaves,
                new MailPost(mail),
                seals,
                clock));
    }

    Officer officer(String name, String institution, Role... roles) {
        return new Officer(
                new OfficerId(name),
                party,
                new InstitutionId(institution),
                "Demonstration officer",
                EnumSet.copyOf(List.of(roles)));
    }

    /// Everything on its way to the other side arrives there.
    void deliverTo(Side other) {
        mail.deliver(other.mail, other.database, other.operations.desk());
    }

    int sweep() {
        return operations.sweep(new Schedule("act"));
    }

    @Override
    public void close() {
        database.close();
    }

    private record MailPost(FakeMail mail) implements Post {
        @Override
        public EnvelopeId send(Tx tx, Dispatch dispatch) {
            return mail.send(tx, dispatch);
        }

        @Override
        public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
            return mail.open(envelope);
        }

        @Override
        public String pseudonym(AgreementId agreement, CaseNumber caseNumber) {
            return "0123456789abcdef";
        }
    }
}
