package org.entente.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.access.Access;
import org.entente.access.Mandates;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackArchive;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.ExchangeCode;
import org.entente.exchange.FakeMail;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;
import org.entente.ledger.note.Ed25519Key;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;
import org.entente.prove.RecordedLeaves;
import org.jspecify.annotations.Nullable;

/// One party's LAW with its own database, log, archive and mail.
final class LawSide implements AutoCloseable {
    static final AgreementId ID = new AgreementId("us-mx");

    final Party party;
    final Database database = TestDatabase.open();
    final RecordedLeaves leaves = new RecordedLeaves();
    final FakeMail mail;
    final Ed25519Key key;
    private final Map<EnvelopeId, String> failures = new HashMap<>();
    final Path folder;
    private final Clock clock;

    @Nullable
    VerifierKey peerKey;

    /// Whether nothing can be sent.
    boolean mute;

    Agreements laws;
    Enactment enactment;

    LawSide(String code, Clock clock, Path parent) {
        this.party = new Party(code);
        this.clock = clock;
        this.folder = parent.resolve(code);
        this.mail = new FakeMail(party, clock);
        byte[] seed = new byte[32];
        new SecureRandom().nextBytes(seed);
        this.key = Ed25519Key.ofSeed(
                code.toLowerCase(Locale.ROOT) + ".example/us-mx/envelope", SignatureType.ED25519, seed);
        this.laws = new Agreements(clock);
        this.enactment = start();
    }

    static void pair(LawSide one, LawSide other) {
        one.peerKey = other.key.key();
        other.peerKey = one.key.key();
    }

    /// As the node starts: from its folder and its database.
    Enactment start() {
        PackArchive archive = new PackArchive(folder);
        laws = new Agreements(clock);
        KnownVersions.add(laws, ID, ShippedPack.files(), archive, database);
        enactment = new Enactment(new Surroundings(
                party, database, new Access(Mandates.none(), clock), laws, archive, leaves, new MailPost(), clock));
        return enactment;
    }

    Path kept(Bytes pack) {
        return folder.resolve(pack.hex());
    }

    void loseFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Officer lawyer(int number) {
        return officer("central-authority", "lawyer-" + number, Role.LAWYER);
    }

    Officer officer(String institution, String name, Role role) {
        String prefix = party.code().toLowerCase(Locale.ROOT) + "-";
        return new Officer(
                new OfficerId(prefix + name), party, new InstitutionId(prefix + institution), "Officer", Set.of(role));
    }

    /// What the other side refuses stays refused, as by a receipt.
    void deliverTo(LawSide other) {
        while (mail.waitingCount() > 0) {
            FakeMail.Waiting next = mail.take();
            try {
                other.mail.arrive(other.database, other.enactment.desk(), party, next);
            } catch (EntenteException refused) {
                failures.put(next.id(), refused.code().name());
            }
        }
    }

    /// The other node refuses all that waits.
    void refusedBy(String code) {
        while (mail.waitingCount() > 0) {
            failures.put(mail.take().id(), code);
        }
    }

    int sweep() {
        return enactment.sweep(new Schedule("law"));
    }

    LawVersion newest() {
        return enactment.versions(lawyer(1), ID).getFirst();
    }

    String inForce() {
        return laws.current(ID).version();
    }

    @Override
    public void close() {
        database.close();
    }

    private final class MailPost implements Post {
        @Override
        public EnvelopeId send(Tx tx, Dispatch dispatch) {
            if (mute) {
                throw new EntenteException(ExchangeCode.INSTITUTION_KEY_EXPIRED, "other");
            }
            return mail.send(tx, dispatch);
        }

        @Override
        public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
            return mail.open(envelope);
        }

        @Override
        public Signer signer(AgreementId agreement) {
            return key;
        }

        @Override
        public Optional<VerifierKey> peerKey(AgreementId agreement) {
            return Optional.ofNullable(peerKey);
        }

        @Override
        public Optional<String> failure(EnvelopeId envelope) {
            return Optional.ofNullable(failures.get(envelope));
        }
    }
}
