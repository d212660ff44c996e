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
import java.util.concurrent.atomic.AtomicReference;
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
    private static final String REPORT = "story.json";

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
        refuseWhileItRuns();
        if (order.fresh()) {
            forget(order.data());
        }
        DemoSetting setting = DemoSetting.of(order.data(), order.wish());
        long startedNanos = System.nanoTime();
        Ports ports = order.freePorts() ? Ports.any() : Ports.customary();
        install(US, ports.consoleUs(), ports.peerUs());
        install(MX, ports.consoleMx(), ports.peerMx());
        narrator.say("demo.starting");
        try (NodePair nodes = NodePair.start(
                List.of(SignInLinks.homeOf(order.data(), US), SignInLinks.homeOf(order.data(), MX)), narrator)) {
            Runtime.getRuntime().addShutdownHook(new Thread(nodes::close, "stop-nodes"));
            nodes.awaitUp(START_LIMIT);
            long consolesUpMillis = (System.nanoTime() - startedNanos) / 1_000_000;
            narrator.say("demo.up", "%.1f".formatted(consolesUpMillis / 1000.0));
            return end(tell(nodes, setting, consolesUpMillis));
        }
    }

    /// Two storytellers would tell two stories; a fresh start would take a running node's files away.
    private void refuseWhileItRuns() {
        for (Party party : List.of(US, MX)) {
            if (new Home(SignInLinks.homeOf(order.data(), party)).isRunning()) {
                throw new EntenteException(CliCode.CLI_DEMO_RUNS, order.data().toString());
            }
        }
    }

    private StoryReport tell(NodePair nodes, DemoSetting setting, long consolesUpMillis) {
        StoryReport report = StoryReport.in(order.data().resolve(REPORT));
        report.figure("consolesUpMillis", consolesUpMillis);
        report.figure("toldEarlier", report.isTold());
        if (report.isTold()) {
            narrator.say("demo.told");
            return report;
        }
        AtomicReference<Story.World> world = new AtomicReference<>();
        nodes.through(START_LIMIT, () -> world.set(prepare(setting, report)));
        for (Story.Chapter chapter : Story.chapters()) {
            nodes.through(START_LIMIT, () -> chapter.play(world.get()));
        }
        report.end();
        return report;
    }

    private Story.World prepare(DemoSetting setting, StoryReport report) {
        DemoParty us = signIn(US);
        DemoParty mx = signIn(MX);
        JsonNode truth = new DemoSetup(order.data(), setting, us, mx, narrator).prepare(report);
        return new Story.World(us, mx, truth, setting.lists(), order.data(), narrator, report, clock);
    }

    private int end(StoryReport report) {
        for (StoryReport.Claim claim : report.broken()) {
            narrator.say("demo.broken", claim.step(), claim.claim(), claim.seen());
        }
        narrator.say(report.everyClaimHeld() ? "demo.held" : "demo.nothold");
        if (order.json()) {
            narrator.line(JsonMapper.builder().build().writeValueAsString(report.summary()));
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
        // A start that was broken off in the middle of this left no whole node.
        delete(home);
        try {
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

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Path data) {
        if (DemoSetting.isIn(data)) {
            delete(data);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
    }
}
