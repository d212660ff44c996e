package org.entente.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.bench.Figure.Better;
import org.entente.cli.Home;
import org.entente.cli.NodeClient;
import org.entente.cli.demo.DemoCommand;
import org.entente.cli.demo.NodeProcess;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Requests from one real node to another: two processes, each with its database, logs and connectors, paired by their
/// operators, over mutual TLS on the loopback. Officers write at the API, a lawyer checks each basis. The clock runs
/// from the first submission until the last request has its receipt at the asker, its effect at the asked, and every
/// leaf of both logs is durable.
final class AskExchange {
    /// Issue 3, "Must show".
    private static final double GOAL_SECONDS = 60;

    private static final int GOAL_REQUEST_COUNT = 1_000;
    /// Two officers and two lawyers at once: a party has more, a machine of two cores is busy with these.
    private static final int PEOPLE_COUNT = 2;

    private static final Duration UP_LIMIT = Duration.ofMinutes(2);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final int requestCount;

    AskExchange(int requestCount) {
        this.requestCount = requestCount;
    }

    Figure run(Path scratch) throws IOException {
        Path asker = install(scratch, "MX");
        Path asked = install(scratch, "US");
        try (NodeProcess mx = NodeProcess.start(asker);
                NodeProcess us = NodeProcess.start(asked);
                StopHook _ = StopHook.of(mx, us)) {
            mx.awaitUp(UP_LIMIT);
            us.awaitUp(UP_LIMIT);
            pin(asker, "mx", asked, "us");
            pin(asked, "us", asker, "mx");
            return figure(exchange(asker, asked, requestCount));
        } catch (EntenteException unusable) {
            throw new IOException(unusable);
        }
    }

    /// @param seconds null if it could not be measured
    Figure figure(@Nullable Double seconds) {
        Figure figure = new Figure("ask.exchange", seconds, "s", Better.LOWER, null, null, null, null);
        return requestCount == GOAL_REQUEST_COUNT ? figure.withGoal(GOAL_SECONDS) : figure;
    }

    static Path install(Path scratch, String party) throws IOException {
        Path home = scratch.resolve(party.toLowerCase(Locale.ROOT));
        Path roster = scratch.resolve("roster-" + party + ".yaml");
        try (var shipped = DemoCommand.class.getResourceAsStream("roster-" + party + ".yaml")) {
            Files.write(roster, Objects.requireNonNull(shipped).readAllBytes());
        }
        Path said = scratch.resolve("init-" + party + ".log");
        Process init = new ProcessBuilder(OwnProgram.command(
                        "node", "init", "--home", home.toString(), "--party", party, "--roster", roster.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (init.onExit().join().exitValue() != 0) {
            throw new IOException("a node of " + party + " cannot be set up: " + Files.readString(said));
        }
        return home;
    }

    static void pin(Path at, String own, Path other, String theirs) {
        JsonNode file = new Home(other).client(theirs + "-operator-1").get("/v1/party-file");
        String fingerprint = file.path("fingerprint").asString();
        String id = new Home(at)
                .client(own + "-operator-1")
                .post("/v1/peers", Map.of("partyFile", file.path("partyFile").asString(), "fingerprint", fingerprint))
                .path("id")
                .asString();
        new Home(at)
                .client(own + "-operator-2")
                .post("/v1/peers/" + id + "/confirmation", Map.of("fingerprint", fingerprint));
    }

    static NodeClient signedIn(Path home, String officer) {
        JsonNode link = new Home(home)
                .client(officer.substring(0, 2) + "-operator-1")
                .post("/v1/sign-in-links", Map.of("officer", officer));
        String url = link.path("url").asString();
        return new NodeClient(new Home(home).address()).signIn(new Secret(url.substring(url.lastIndexOf('/') + 1)));
    }

    private static double exchange(Path asker, Path asked, int count) throws IOException {
        NodeClient officer = signedIn(asker, "mx-assistance");
        NodeClient lawyer = signedIn(asker, "mx-lawyer");
        NodeClient auditorHere = signedIn(asker, "mx-auditor");
        NodeClient auditorThere = signedIn(asked, "us-auditor");
        long startNanos = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = new ArrayList<>();
            for (int i = 0; i < PEOPLE_COUNT; i++) {
                work.add(people.submit(() -> {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        send(officer, lawyer, n);
                        if (n % 100 == 0) {
                            Progress.say("ask.exchange", n, count);
                        }
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        } catch (ExecutionException failed) {
            throw new IOException("a request did not leave", failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        awaitKnown(auditorHere, count, startNanos);
        awaitKnown(auditorThere, count, startNanos);
        awaitDurable(auditorHere, startNanos);
        awaitDurable(auditorThere, startNanos);
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static void send(NodeClient officer, NodeClient lawyer, int n) {
        String number = officer.post("/v1/requests", trace(n)).path("id").asString();
        JsonNode check = lawyer.post(
                "/v1/requests/" + number + "/basis-check", Map.of("accepted", true, "note", "", "facts", Map.of()));
        if (!check.path("accepted").asBoolean()) {
            throw new IllegalStateException(number + " was not sent: " + check);
        }
    }

    /// Until the node counts so many requests whose fate both nodes know: at the asker each has its receipt, at the
    /// asked each has its effect.
    private static void awaitKnown(NodeClient auditor, int count, long startNanos) throws IOException {
        LocalDate day = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);
        String path = "/v1/figures?first=" + day.minusDays(1) + "&last=" + day.plusDays(1);
        await(startNanos, () -> {
            long asked = 0;
            for (JsonNode row : auditor.get(path).at("/ours/rows")) {
                asked += row.path("asked").asLong();
            }
            return asked == count;
        });
    }

    /// Until nothing waits for either log: the newest entries are under a signed checkpoint that stays the same.
    private static void awaitDurable(NodeClient auditor, long startNanos) throws IOException {
        Map<String, Long> seen = new TreeMap<>();
        await(startNanos, () -> {
            boolean still = true;
            for (JsonNode log : auditor.get("/v1/logs").path("items")) {
                long durable = log.path("durableCount").asLong();
                Long before = seen.put(log.path("log").asString(), durable);
                still &= before != null
                        && before == durable
                        && log.at("/signed/size").asLong() == durable;
            }
            return still;
        });
    }

    private interface Look {
        boolean isDone();
    }

    private static void await(long startNanos, Look look) throws IOException {
        while (!look.isDone()) {
            if (System.nanoTime() - startNanos > LIMIT.toNanos()) {
                throw new IOException("not exchanged within " + LIMIT);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }

    static Map<String, Object> trace(int n) {
        return Map.ofEntries(
                Map.entry("type", "firearm-trace"),
                Map.entry("to", "us-atf"),
                Map.entry("case", "MX-2026-%06d".formatted(n + 1)),
                Map.entry("basis", Map.of("instrument", "UNTOC-2000", "article", "27(1)(a)")),
                Map.entry("purpose", "firearms-trafficking"),
                Map.entry("urgency", "ordinary"),
                Map.entry("handling", List.of("H1")),
                Map.entry("offence", "illicit-firearms"),
                Map.entry("demonstration", true),
                Map.entry(
                        "fields",
                        Map.of(
                                "serial", "INV%06d".formatted(n),
                                "manufacturer", "Pecos Arms (invented)",
                                "firearmType", "pistol",
                                "calibre", "9 mm",
                                "model", "P9",
                                "countryOfOrigin", "US",
                                "importer", "none",
                                "recoveryDate", "2026-11-20",
                                "recoveryPlace", "Municipio inventado, Sonora")),
                Map.entry("facts", Map.of("use.court-evidence", "no")),
                Map.entry("assurances", List.of()));
    }

    /// Stops the nodes when the bench is told to stop.
    private record StopHook(Thread thread) implements AutoCloseable {
        static StopHook of(NodeProcess... nodes) {
            Thread thread = new Thread(() -> List.of(nodes).forEach(NodeProcess::close), "stop-nodes");
            Runtime.getRuntime().addShutdownHook(thread);
            return new StopHook(thread);
        }

        @Override
        public void close() {
            try {
                Runtime.getRuntime().removeShutdownHook(thread);
            } catch (IllegalStateException stopping) {
                // The hook is what stops them.
            }
        }
    }
}
