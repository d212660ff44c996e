package org.entente.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.blind.Sodium;
import org.entente.blind.Suite;
import org.entente.blind.Voprf;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.keys.TestKeyring;
import org.entente.prove.LedgerFake;
import org.jspecify.annotations.Nullable;

/// One node's discovery on a real database, real keys and the shipped law.
final class TestNode implements AutoCloseable {
    static final AgreementId AGREEMENT = new AgreementId("us-mx");
    static final Purpose PURPOSE = new Purpose("illicit-finance");
    static final Schedule TIMER = new Schedule("find");

    static final Agreement LAW = ShippedPack.read();
    private static final Voprf VOPRF = Voprf.of(Suite.RISTRETTO255_SHA512, Sodium.load());

    final Database database;
    final LedgerFake ledger = new LedgerFake();
    final FakeSource source = new FakeSource();
    final FakeLink link;
    final Party party;
    final Path folder;
    final Parts parts;

    /// How long the node would have waited, in order.
    final List<Duration> pauses = new CopyOnWriteArrayList<>();

    Discovery discovery;

    TestNode(String code, Database database, Path folder, Clock clock) throws IOException {
        this(code, database, folder, clock, LAW);
    }

    TestNode(String code, Database database, Path folder, Clock clock, Agreement law) throws IOException {
        this(code, database, folder, clock, law, null);
    }

    /// Empties the room's tables first. Without a `source` the holdings are in memory.
    TestNode(String code, Database database, Path folder, Clock clock, Agreement law, @Nullable DiscoverySource source)
            throws IOException {
        this.database = database;
        database.run(tx -> tx.dsl()
                .execute(
                        "truncate find.publication, find.own_set, find.peer_set, find.quota_day, find.refusal, find.refusal_day"
                                + " cascade"));
        this.party = new Party(code);
        this.folder = Files.createDirectories(folder.resolve(code));
        this.link = new FakeLink(party, clock);
        this.parts = new Parts(
                database,
                new Access(Mandates.none(), clock),
                ledger,
                new Agreements(List.of(law)),
                TestKeyring.in(this.folder),
                link,
                source == null ? this.source : source,
                VOPRF,
                Files.createDirectories(this.folder.resolve("find")),
                new SecureRandom(),
                clock,
                pauses::add);
        this.discovery = new Discovery(parts);
    }

    /// As after a kill: what was in memory is gone.
    void restart(TestNode peer) {
        discovery.close();
        discovery = new Discovery(parts);
        connect(this, peer);
    }

    static void connect(TestNode one, TestNode other) {
        one.link.connect(other.link, one.discovery, one.database);
        other.link.connect(one.link, other.discovery, other.database);
    }

    Officer officer(Role role) {
        String name = party.code().toLowerCase(Locale.ROOT);
        return new Officer(
                new OfficerId(name + "-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                party,
                new InstitutionId(name + "-central-authority"),
                "Test Officer",
                Set.of(role));
    }

    @Override
    public void close() {
        discovery.close();
    }
}
