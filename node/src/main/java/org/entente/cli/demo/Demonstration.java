package org.entente.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.entente.cli.CliCode;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.cli.NodeHost;
import org.entente.cli.demo.DemoParty.Person;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.Secret;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One run of the demonstration: install what is missing, start both nodes, pair, load, tell, keep open or stop.
final class Demonstration {
    private static final Party US = new Party("US");
    private static final Party MX = new Party("MX");
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    /// The summary of a story that was told to its end; with it a second start goes on without telling it again.
    private static final String TOLD = "story.json";

    /// Marks a folder as ours, so that `--fresh` never deletes anything else.
    private static final String MARK = "demonstration.json";

    private final DemoOrder order;
    private final NodeHost host;
    private final Narrator narrator;
    private final Clock clock = Clock.systemUTC();

    Demonstration(DemoOrder order, NodeHost host, Narrator narrator) {
        this.order = order;
        this.host = host;
        this.narrator = narrator;
    }

    int run() {
        if (order.fresh()) {
            forget(order.data());
        }
        long startedNanos = System.nanoTime();
        Ports ports = order.freePorts() ? Ports.any() : Ports.customary();
        install(US, ports.consoleUs(), ports.peerUs());
        install(MX, ports.consoleMx(), ports.peerMx());
        narrator.say("demo.starting");
        try (NodeProcess us = NodeProcess.start(SignInLinks.homeOf(order.data(), US));
                NodeProcess mx = NodeProcess.start(SignInLinks.homeOf(order.data(), MX))) {
            Thread stop = new Thread(() -> closeBoth(us, mx), "stop-nodes");
            Runtime.getRuntime().addShutdownHook(stop);
            us.awaitUp(START_LIMIT);
            mx.awaitUp(START_LIMIT);
            long consolesUpMillis = (System.nanoTime() - startedNanos) / 1_000_000;
            narrator.say("demo.up", "%.1f".formatted(consolesUpMillis / 1000.0));
            StoryReport report = tell(consolesUpMillis);
            return end(report);
        }
    }

    private StoryReport tell(long consolesUpMillis) {
        StoryReport report = new StoryReport();
        report.figure("consolesUpMillis", consolesUpMillis);
        Path told = order.data().resolve(TOLD);
        if (Files.exists(told)) {
            narrator.say("demo.told");
            report.resume(told);
            return report;
        }
        DemoParty us = signIn(US);
        DemoParty mx = signIn(MX);
        JsonNode truth = new DemoSetup(order, us, mx, narrator).prepare(report);
        Story.World world = new Story.World(us, mx, truth, order.lists(), order.data(), narrator, report, clock);
        Story.play(world);
        if (report.everyClaimHeld()) {
            report.keep(told);
        }
        return report;
    }

    private int end(StoryReport report) {
        for (StoryReport.Claim claim : report.broken()) {
            narrator.say("demo.broken", claim.step(), claim.claim(), claim.seen());
        }
        narrator.say(report.everyClaimHeld() ? "demo.held" : "demo.nothold");
        if (order.json()) {
            System.out.println(JsonMapper.builder().build().writeValueAsString(report.summary()));
        }
        if (!order.once()) {
            new SignInLinks(order.data(), narrator).print();
            narrator.say("demo.open");
            waitForEver();
        }
        return report.everyClaimHeld() ? 0 : 1;
    }

    private void install(Party party, int consolePort, int peerPort) {
        Path home = SignInLinks.homeOf(order.data(), party);
        if (Files.exists(home.resolve("node.yaml"))) {
            return;
        }
        narrator.say("demo.install", party);
        try {
            Files.createDirectories(order.data());
            Files.writeString(order.data().resolve(MARK), "{}\n");
            Path roster = order.data().resolve("roster-" + party + ".yaml");
            try (var stream = Demonstration.class.getResourceAsStream("roster-" + party + ".yaml")) {
                Files.write(roster, java.util.Objects.requireNonNull(stream).readAllBytes());
            }
            host.install(
                    new NodeHost.Installation(home, party, new AgreementId("us-mx"), roster, consolePort, peerPort));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, home.toString());
        }
    }

    /// Operators hold the tokens that the installation gave them; everyone else comes in by a link of their operator.
    private DemoParty signIn(Party party) {
        Home home = new Home(SignInLinks.homeOf(order.data(), party));
        Map<Person, NodeClient> people = new EnumMap<>(Person.class);
        NodeClient operator = home.client(Person.OPERATOR_1.accountAt(party));
        people.put(Person.OPERATOR_1, operator);
        people.put(Person.OPERATOR_2, home.client(Person.OPERATOR_2.accountAt(party)));
        for (Person person : List.of(Person.ANALYST, Person.OFFICER, Person.LAWYER, Person.AUDITOR)) {
            JsonNode link = operator.post("/v1/sign-in-links", Map.of("officer", person.accountAt(party)));
            people.put(
                    person,
                    new NodeClient(home.address())
                            .signIn(new Secret(link.path("code").asString())));
        }
        return new DemoParty(party, home.folder(), people);
    }

    private static void closeBoth(NodeProcess us, NodeProcess mx) {
        Thread other = Thread.ofPlatform().start(us::close);
        mx.close();
        try {
            other.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Path data) {
        if (!Files.exists(data.resolve(MARK))) {
            return;
        }
        try (Stream<Path> tree = Files.walk(data)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, data.toString());
        }
    }
}
