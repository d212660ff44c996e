package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.entente.access.Access;
import org.entente.access.Roll;
import org.entente.agreement.Agreement;
import org.entente.agreement.Agreements;
import org.entente.agreement.Fact;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.agreement.pack.PackReader;
import org.entente.ask.Answering;
import org.entente.ask.Casework;
import org.entente.ask.Direction;
import org.entente.ask.Draft;
import org.entente.ask.Post;
import org.entente.ask.RequestType;
import org.entente.ask.Submission;
import org.entente.ask.Surroundings;
import org.entente.ask.Urgency;
import org.entente.bench.Figure.Better;
import org.entente.db.Database;
import org.entente.db.DatabaseConfig;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.Outbox;
import org.entente.exchange.Parcels;
import org.entente.exchange.Receipt;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.keys.Keyring;
import org.entente.keys.NodeKey;
import org.entente.prove.RecordingLedger;
import org.entente.prove.store.JooqLeafRequests;
import org.entente.release.ReleaseId;
import org.entente.release.SealOrder;
import org.entente.release.Sealing;

/// The law and the inbox: one ruling with its whole trace under a pack brought to 205 rules by invented
/// ones, warm, on one thread; the inbox of a central authority with 10,000 open requests, whose limit
/// is the bare query of its rows in the same database; and requests exchanged between two real nodes
/// ([AskExchange]), and an attachment ([AskAttachment]).
final class AskBench implements Bench {
    /// Issue 3, "Must show".
    private static final double RULING_GOAL_MICROS = 100;

    private static final double INBOX_GOAL_MILLIS = 150;
    private static final int RULE_COUNT = 205;
    private static final int RULING_ROUND_COUNT = 5;
    private static final int RULINGS_A_ROUND = 2_000;
    private static final int LIST_COUNT = 200;
    private static final double SHARE = 0.95;
    private static final Clock CLOCK = Clock.systemUTC();
    private static final AgreementId AGREEMENT = new AgreementId("us-mx");

    private static final String BARE = """
            select * from ask.request where side = 'IN' and state = 'RECEIVED' order by due limit 500
            """;

    private final int requestCount;

    private final int exchangedCount;
    private final long attachmentBytes;

    /// @param requestCount open requests in the inbox
    /// @param exchangedCount requests from one node to another; 0 for none
    /// @param attachmentBytes of a file from one node to another; 0 for none
    AskBench(int requestCount, int exchangedCount, long attachmentBytes) {
        this.requestCount = requestCount;
        this.exchangedCount = exchangedCount;
        this.attachmentBytes = attachmentBytes;
    }

    @Override
    public void run(Consumer<Figure> figures) throws IOException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path shipped = Path.of(System.getProperty("entente.root", ".")).resolve("agreements/us-mx");
            figures.accept(ruling(PackReader.read(grown(shipped, scratch.path().resolve("pack")))));
            Path pg = Files.createDirectories(scratch.path().resolve("mx"));
            try (Database database = Database.open(
                    new DatabaseConfig.Embedded(pg.resolve("pg"), scratch.path().resolve("bin")))) {
                figures.accept(inbox(database, parcels(database, pg), PackReader.read(shipped)));
            }
            if (exchangedCount > 0) {
                figures.accept(exchanged(scratch.path()));
            }
        }
        if (attachmentBytes > 0) {
            attached(figures);
        }
    }

    /// As [#exchanged], on nodes of its own.
    private void attached(Consumer<Figure> figures) throws IOException {
        AskAttachment attachment = new AskAttachment(attachmentBytes);
        try (ScratchFolder scratch = ScratchFolder.create()) {
            attachment.run(scratch.path(), figures);
        } catch (IOException impossible) {
            org.entente.bench.Progress.failed("ask.attachment", impossible);
            figures.accept(attachment.rate(null, null));
            figures.accept(attachment.heap(null));
        }
    }

    /// Where two nodes cannot run, the row says so and the others stand.
    private Figure exchanged(Path scratch) {
        AskExchange exchange = new AskExchange(exchangedCount);
        try {
            return exchange.run(scratch);
        } catch (IOException impossible) {
            org.entente.bench.Progress.failed("ask.exchange", impossible);
            return exchange.figure(null);
        }
    }

    /// The shipped pack with as many invented rules more as make 205, each of which looks at a fact and allows.
    private static Path grown(Path shipped, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        int has = PackReader.read(shipped).text().rules().size();
        StringBuilder more = new StringBuilder();
        for (int i = has; i < RULE_COUNT; i++) {
            more.append("""
                      - id: %s-%02d
                        measures: all
                        when: {all: [{fact: risk.human-rights, is: yes}, {fact: offence.max-penalty-years, below: %d}]}
                        may-refuse: sovereignty
                        articles: [US-MX-PACK 8]
                        text: {en: Invented., es: Inventada.}
                    """.formatted(i < 200 ? "Z" : "Y", i % 100, i % 20));
        }
        Files.writeString(folder.resolve("rules.yaml"), more, StandardOpenOption.APPEND);
        return folder;
    }

    private static Figure ruling(Agreement law) {
        if (law.text().rules().size() != RULE_COUNT) {
            throw new IllegalStateException("the pack has " + law.text().rules().size() + " rules");
        }
        Map<String, Fact> facts = new HashMap<>();
        Map.of(
                        "side", "requested",
                        "basis.instrument", "EXT-1978",
                        "purpose", "prosecution",
                        "urgency", "urgent",
                        "court.authorisation", "not-needed")
                .forEach((key, option) -> facts.put(key, Fact.choice(option)));
        Set.of("case.named", "case.criminal", "offence.dual-criminality").forEach(key -> facts.put(key, Fact.of(true)));
        Set.of(
                        "risk.human-rights",
                        "risk.torture",
                        "risk.persecution",
                        "risk.unfair-trial",
                        "risk.essential-interests",
                        "risk.investigation",
                        "risk.person",
                        "offence.finally-judged",
                        "offence.political",
                        "offence.death-penalty",
                        "case.tainted",
                        "case.persecutes",
                        "evidence.tainted",
                        "person.refugee")
                .forEach(key -> facts.put(key, Fact.of(false)));
        facts.put("offence.max-penalty-years", Fact.read("10"));
        Question question = new Question("provisional-arrest", facts, Set.of("formal-request-follows"));
        LocalDate day = LocalDate.of(2026, 11, 29);
        double[] micros = new double[RULING_ROUND_COUNT];
        for (int round = -2; round < RULING_ROUND_COUNT; round++) {
            long startNanos = System.nanoTime();
            for (int i = 0; i < RULINGS_A_ROUND; i++) {
                Ruling ruling = law.rule(question, day);
                if (!ruling.allows()) {
                    throw new IllegalStateException(ruling.word());
                }
            }
            if (round >= 0) {
                micros[round] = (System.nanoTime() - startNanos) / 1e3 / RULINGS_A_ROUND;
            }
        }
        return new Figure("ask.ruling", Median.of(micros), "us", Better.LOWER).withGoal(RULING_GOAL_MICROS);
    }

    /// There are none; the room wants to know where they would be.
    private static Parcels parcels(Database database, Path folder) {
        Path nodeKey = folder.resolve("node.key");
        NodeKey.create(nodeKey);
        Keyring keyring = new Keyring(folder.resolve("keys"), NodeKey.read(nodeKey), CLOCK);
        return new Parcels(database, keyring, folder.resolve("parcels"), CLOCK);
    }

    private Figure inbox(Database database, Parcels parcels, Agreement law) {
        Officer officer = new Officer(
                new OfficerId("mx-assistance"),
                new Party("MX"),
                new InstitutionId("mx-central-authority"),
                "bench",
                Set.of(Role.CASE_OFFICER));
        Casework casework = new Casework(new Surroundings(
                database,
                new Access((_, _) -> Set.of(), CLOCK),
                new Agreements(List.of(law)),
                new RecordingLedger(database, new JooqLeafRequests(), CLOCK),
                new NoPost(),
                new NoAnswering(),
                Roll.none(),
                CLOCK,
                parcels));
        if (!(casework.submit(officer, trace()) instanceof Submission.Recorded)) {
            throw new IllegalStateException("the sample is incomplete");
        }
        database.run(tx -> fill(tx, requestCount));
        double[] millis = new double[LIST_COUNT];
        double[] bare = new double[LIST_COUNT];
        for (int i = -LIST_COUNT / 4; i < LIST_COUNT; i++) {
            long startNanos = System.nanoTime();
            int listed = casework.inbox(officer).size();
            long listedNanos = System.nanoTime();
            database.run(tx -> tx.dsl().fetch(BARE));
            if (listed != Math.min(requestCount, 500)) {
                throw new IllegalStateException("the inbox has " + listed);
            }
            if (i >= 0) {
                millis[i] = (listedNanos - startNanos) / 1e6;
                bare[i] = (System.nanoTime() - listedNanos) / 1e6;
            }
        }
        return new Figure("ask.inbox-p95", worst(millis), "ms", Better.LOWER)
                .withGoal(INBOX_GOAL_MILLIS)
                .withLimit(worst(bare));
    }

    private static double worst(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[(int) (sorted.length * SHARE)];
    }

    /// The sample, as if it had arrived so many times, each with another time left.
    private static void fill(Tx tx, int count) {
        tx.dsl().execute("""
                        insert into ask.request (number, agreement, side, institution, authority, state, document,
                            case_pseudonym, envelope, clock, clock_started, due, zone, alarm, own, created, changed)
                        select 'MX-2025-' || lpad(g::text, 6, '0'), agreement, 'IN', 'mx-central-authority', authority,
                            'RECEIVED',
                            replace(document, number, 'MX-2025-' || lpad(g::text, 6, '0')), case_pseudonym,
                            md5(g::text), 'trace-routine', now(), now() + g * interval '1 minute', 'America/New_York',
                            now() + g * interval '1 minute', own, created, changed
                        from ask.request, generate_series(1, ?) g where side = 'OUT'
                        """, count);
        tx.dsl().execute("analyze ask.request");
    }

    private static Draft trace() {
        return new Draft(
                AGREEMENT,
                new RequestType("firearm-trace"),
                new InstitutionId("us-atf"),
                new CaseNumber("MX-2026-000007"),
                new LegalBasis("UNTOC-2000", "27(1)(a)"),
                new Purpose("firearms-trafficking"),
                Urgency.ORDINARY,
                "",
                Set.of(HandlingCode.H1),
                "illicit-firearms",
                true,
                Map.of(
                        "serial", "INV123456",
                        "manufacturer", "Pecos Arms (invented)",
                        "firearmType", "pistol",
                        "calibre", "9 mm",
                        "model", "P9",
                        "countryOfOrigin", "US",
                        "importer", "none",
                        "recoveryDate", "2026-11-20",
                        "recoveryPlace", "Municipio inventado, Sonora"),
                Map.of("use.court-evidence", "no"),
                Set.of());
    }

    /// Nothing is sent and nothing arrives.
    private static final class NoPost implements Post {
        @Override
        public Outbox.Queued send(Tx tx, Dispatch dispatch) {
            throw new UnsupportedOperationException("send");
        }

        @Override
        public Outbox.Standing standing(Tx tx, AgreementId agreement) {
            return new Outbox.Standing(0, 0);
        }

        @Override
        public List<Outbox.Refused> refused(Tx tx, AgreementId agreement, Set<String> types) {
            return List.of();
        }

        @Override
        public Bytes open(Tx tx, EnvelopeId envelope, InstitutionId by) {
            throw new UnsupportedOperationException("open");
        }

        @Override
        public String pseudonym(AgreementId agreement, CaseNumber number) {
            return "0a1b2c3d";
        }

        @Override
        public Optional<Instant> received(Tx tx, EnvelopeId envelope) {
            return Optional.empty();
        }

        @Override
        public Optional<Receipt> receipt(AgreementId agreement, EnvelopeId envelope, Direction direction) {
            return Optional.empty();
        }

        @Override
        public Progress progress(EnvelopeId envelope) {
            return new Progress.OnTheWay();
        }
    }

    private static final class NoAnswering implements Answering {
        @Override
        public Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
            throw new UnsupportedOperationException("seal");
        }

        @Override
        public Cover cover(Officer officer, Direction side, ReleaseId release) {
            throw new UnsupportedOperationException("cover");
        }

        @Override
        public boolean hasArrived(Tx tx, PeerParty from, ReleaseId release, EnvelopeId inReplyTo) {
            return false;
        }
    }
}
