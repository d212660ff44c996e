package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.access.web.SignedInFilter;
import org.entente.cli.NodeClient;
import org.entente.db.Database;
import org.entente.kernel.PersonClass;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/// Two whole nodes that differ in nothing but protected persons, one of each class, who share telephones and links with
/// people who are not. Every GET of both doors is asked at both nodes by everyone who has no mandate, and the answers
/// are the same bytes. Times, tokens and sizes of logs are masked: they differ between any two nodes. Left out are the
/// operators' views of their own imports: who loads a file knows what is in it.
@ExtendWith(TestNodes.class)
class NonInterferenceTest {
    private static final String NAME = "XOCHITECPAN HUITZIPOPOCA, Ana";
    private static final String SHARED_PHONE = "+1 313 555 0177";
    private static final String OWN_PHONE = "+1 313 555 0123";
    private static final String CURP = "XOHA990101MDFZZZ0";
    private static final List<String> OFFICERS = List.of("us-analyst", "us-officer", "us-lawyer", "us-auditor");
    private static final List<String> TEXTS = List.of(
            NAME,
            "xochitecpan",
            "huitzipopoca ana",
            "Ana",
            SHARED_PHONE,
            OWN_PHONE,
            "1313",
            CURP,
            "XOHA990101",
            "CONOCIDO",
            "seizure",
            "+1 212 555");
    private static final List<String> KEY_TYPES = List.of("curp", "rfc", "phone", "passport", "firearm-serial");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    @TempDir
    Path folder;

    @Test
    void everyAnswerOfBothDoorsIsTheSameWithAndWithoutProtectedPersons(TestNodes nodes) throws Exception {
        String partyOfPeer =
                nodes.mx().client("mx-operator-1").get("/v1/party-file").toString();
        Map<String, Answer> without;
        Map<String, String> offered;
        List<String> ids;
        try (World with = new World(TestNodes.fresh("US"), partyOfPeer)) {
            with.take(file("base", base()));
            with.take(file("protected", protectedPersons()));
            ids = with.subjects();
            assertEquals(5 + 1 + 6, ids.size());
            with.publish();
            with.lawIsThere();
            offered = with.offered();
            Map<String, Answer> answers = with.answers(ids);
            assertTrue(answers.size() > 300, "only " + answers.size() + " answers");
            assertTrue(with.mandatedSearch().contains("XOCHITECPAN"), "nobody can find them: the test shows nothing");
            try (World other = new World(TestNodes.fresh("US"), partyOfPeer)) {
                other.take(file("base", base()));
                other.take(file("nobody", List.of()));
                other.publish();
                other.lawIsThere();
                without = other.answers(ids);
                assertEquals(other.offered(), offered);
            }
            assertEquals(without.keySet(), answers.keySet());
            without.forEach((asked, answer) -> answer.assertSame(Objects.requireNonNull(answers.get(asked)), asked));
        }
        assertFalse(offered.isEmpty());
    }

    private Path file(String name, List<String> subjects) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("{\"format\":\"entente-casework\",\"version\":1,\"party\":\"US\",\"asOf\":\"2026-11-01\","
                + "\"invented\":true}");
        lines.addAll(subjects);
        return Files.write(folder.resolve(name + ".jsonl"), lines);
    }

    /// Four people who share a telephone with the protected ones, so that every slot of its tag is taken, and an event
    /// that involves one of each.
    private static List<String> base() {
        List<String> rows = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            rows.add(person(
                    "P-" + i, "contact", "CONOCIDO EJEMPLO, Persona " + "ABCD".charAt(i - 1), List.of(SHARED_PHONE)));
        }
        rows.add(person("P-5", "suspect", "CONOCIDO OTRO, Persona", List.of("+1 212 555 0142")));
        rows.add("{\"id\":\"E-1\",\"kind\":\"event\",\"class\":\"not-a-person\",\"status\":\"none\"," + TERMS
                + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":[{\"property\":\"event-type\","
                + "\"value\":\"seizure of drugs\"}]}],\"links\":[{\"kind\":\"involved\",\"to\":\"P-1\"},"
                + "{\"kind\":\"involved\",\"to\":\"X-0\"}]}");
        return rows;
    }

    private static List<String> protectedPersons() {
        List<PersonClass> classes = Arrays.stream(PersonClass.values())
                .filter(PersonClass::isProtected)
                .toList();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            String word = classes.get(i).name().toLowerCase(Locale.ROOT).replace('_', '-');
            rows.add(person("X-" + i, word, NAME, List.of(SHARED_PHONE, OWN_PHONE)));
        }
        return rows;
    }

    private static final String TERMS = "\"basis\":{\"instrument\":\"US-28-USC\",\"article\":\"533\"},"
            + "\"handling\":[\"H0\"],\"evaluation\":\"B2\",\"retainUntil\":\"2031-06-30\"";

    private static String person(String id, String personClass, String name, List<String> phones) {
        String curp = name.equals(NAME) ? ",{\"property\":\"curp\",\"value\":\"" + CURP + "\"}" : "";
        String said = phones.stream()
                .map(phone -> ",{\"property\":\"phone\",\"value\":\"" + phone + "\"}")
                .collect(Collectors.joining());
        return "{\"id\":\"" + id + "\",\"kind\":\"person\",\"class\":\"" + personClass + "\",\"status\":\"none\","
                + TERMS + ",\"facets\":[{\"key\":\"main\",\"kind\":\"primary\",\"statements\":[{\"property\":\"name\","
                + "\"value\":\"" + name + "\"}" + said + curp + "]}]}";
    }

    /// What one address answered one officer.
    private record Answer(String path, int status, String body) {
        /// Line by line, signs that differ between any two nodes masked. Most lines are equal as they came, and masking
        /// some thousand pages takes longer than asking for them.
        void assertSame(Answer other, String asked) {
            List<String> lines = body.lines().toList();
            List<String> others = other.body.lines().toList();
            boolean same = status == other.status
                    && lines.size() == others.size()
                    && IntStream.range(0, lines.size())
                            .allMatch(i -> lines.get(i).equals(others.get(i))
                                    || masked(lines.get(i)).equals(masked(others.get(i))));
            if (!same) {
                assertEquals(status + "\n" + masked(body), other.status + "\n" + masked(other.body), asked);
                throw new AssertionError(asked + " is answered in other lines");
            }
        }

        /// Sizes stay but on pages about logs, which grow while they are read.
        private String masked(String text) {
            String masked = text.replaceAll("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z", "TIME")
                    .replaceAll("\\b[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\\b", "TIME")
                    .replaceAll("[0-9a-fA-F]{16,}", "HEX")
                    .replaceAll("[A-Za-z0-9+/=_-]{40,}", "BYTES");
            boolean aboutLogs = path.contains("log")
                    || path.contains("proof")
                    || path.endsWith("status")
                    || path.equals("/health")
                    || path.equals("/about");
            return aboutLogs ? masked.replaceAll("[0-9]+", "N") : masked;
        }
    }

    /// One node, paired in one direction so that it can publish.
    private static final class World implements AutoCloseable {
        private final TestNodes.Node node;
        private final NodeClient operator;
        private final HttpClient http = HttpClient.newHttpClient();
        private final Map<String, String> sessions = new TreeMap<>();

        World(TestNodes.Node node, String partyOfPeer) {
            this.node = node;
            this.operator = node.client("us-operator-1");
            JsonNode file =
                    tools.jackson.databind.json.JsonMapper.builder().build().readTree(partyOfPeer);
            String fingerprint = file.path("fingerprint").asString();
            JsonNode proposed = operator.post(
                    "/v1/peers", Map.of("partyFile", file.path("partyFile").asString(), "fingerprint", fingerprint));
            node.client("us-operator-2")
                    .post(
                            "/v1/peers/" + proposed.path("id").asString() + "/confirmation",
                            Map.of("fingerprint", fingerprint));
            for (String officer : OFFICERS) {
                sessions.put(officer, token(officer));
            }
        }

        /// The first law of an agreement is entered by the clock, some time after a peer is known.
        void lawIsThere() throws InterruptedException {
            while (database().in(tx -> tx.dsl().fetchCount(DSL.table("law.version"))) == 0) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }

        void take(Path file) throws InterruptedException {
            JsonNode state = operator.upload("/v1/imports?profile=casework", Map.of("file", file));
            String path = "/v1/imports/" + state.path("id").asString();
            while (operator.get(path).path("state").asString().equals("running")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertEquals("done", operator.get(path).path("state").asString());
            assertEquals(0, operator.get(path).path("rowsRejected").asInt());
        }

        void publish() throws InterruptedException {
            JsonNode begun = operator.post("/v1/discovery/publications", Map.of("purpose", "criminal-investigation"));
            String path = "/v1/discovery/publications/" + begun.path("id").asString();
            while (operator.get(path).path("state").asString().equals("running")) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            assertEquals("done", operator.get(path).path("state").asString());
        }

        List<String> subjects() {
            return database()
                    .in(tx -> tx.dsl()
                            .fetch("select id from hold.subject order by locator")
                            .map(row -> row.get(0, java.util.UUID.class).toString()));
        }

        /// What went into the discovery sets: value, status, whose.
        Map<String, String> offered() {
            Map<String, String> offered = new TreeMap<>();
            database()
                    .run(tx -> tx.dsl()
                            .fetch("select key_type, key_value, status, subject from hold.handle")
                            .forEach(row -> offered.put(
                                    row.get(0) + " " + row.get(1) + " " + row.get(3), row.get(2, String.class))));
            return offered;
        }

        private Database database() {
            return node.context().getBean(Database.class);
        }

        /// Every GET, for every officer, with every subject that any of the nodes holds.
        Map<String, Answer> answers(List<String> ids) throws IOException, InterruptedException {
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (String path : paths(ids)) {
                for (String officer : OFFICERS) {
                    HttpResponse<String> response = answer(path, session(officer));
                    String body = response.body().replace(node.address().getAuthority(), "HERE");
                    answers.put(officer + " " + path, new Answer(path, response.statusCode(), body));
                }
            }
            return answers;
        }

        private List<String> paths(List<String> ids) {
            var mappings = node.context()
                    .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                    .getHandlerMethods();
            TreeSet<String> paths = new TreeSet<>();
            for (RequestMappingInfo info : mappings.keySet()) {
                if (info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                    info.getPatternValues().forEach(pattern -> paths.addAll(concrete(pattern, ids)));
                }
            }
            paths.removeIf(path -> path.contains("/openapi.json"));
            return List.copyOf(paths);
        }

        private static List<String> concrete(String pattern, List<String> ids) {
            List<String> paths = new ArrayList<>();
            if (VARIABLE.matcher(pattern).find()) {
                for (String id : ids) {
                    paths.add(VARIABLE.matcher(pattern).replaceAll(id));
                }
                return paths;
            }
            paths.add(pattern);
            if (pattern.endsWith("holdings")) {
                TEXTS.forEach(text -> paths.add(pattern + "?q=" + encoded(text)));
            }
            if (pattern.endsWith("identifiers")) {
                KEY_TYPES.forEach(type -> paths.add(pattern + "?source=invented-casework&keyType=" + type));
            }
            return paths;
        }

        private HttpResponse<String> answer(String path, String token) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.address() + path));
            if (path.startsWith("/v1/")) {
                request.header("Authorization", "Bearer " + token);
            } else {
                request.header("Cookie", SignedInFilter.cookieName(node.party()) + "=" + token);
            }
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        String mandatedSearch() throws IOException, InterruptedException {
            node.client("us-lawyer")
                    .post(
                            "/v1/mandates",
                            Map.of(
                                    "officer",
                                    "us-officer",
                                    "classes",
                                    List.of("witness"),
                                    "reason",
                                    "Invented reason of a test",
                                    "until",
                                    java.time.Instant.now().plusSeconds(600).toString()));
            return answer("/v1/holdings?q=" + encoded(NAME), session("us-officer"))
                    .body();
        }

        private String session(String officer) {
            return Objects.requireNonNull(sessions.get(officer));
        }

        private String token(String officer) {
            return new NodeClient(node.address())
                    .post("/v1/sessions", Map.of("code", node.code(officer).reveal()))
                    .path("token")
                    .asString();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            node.context().close();
        }
    }
}
