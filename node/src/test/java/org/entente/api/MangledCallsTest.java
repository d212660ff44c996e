package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.entente.boot.TestNodes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every call of the API in every broken form: the answer is a problem that names what to mend, never a
/// fault, never a page, never a trace.
@ExtendWith(TestNodes.class)
class MangledCallsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BASIS = "{\"instrument\":\"UNTOC-2000\",\"article\":\"27\"}";
    private static final String BOTH = "{\"en\":\"a reason\",\"es\":\"un motivo\"}";

    /// A body that is read for each call that takes one.
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("POST /v1/sessions", "{\"code\":\"00\"}"),
            Map.entry("POST /v1/sign-in-links", "{\"officer\":\"us-analyst\"}"),
            Map.entry("POST /v1/mandates", """
                    {"officer":"us-analyst","classes":["victim"],"reason":"a reason",
                     "until":"2026-12-24T00:00:00Z"}"""),
            Map.entry("POST /v1/peers", "{\"partyFile\":\"no party file\",\"fingerprint\":\"00\"}"),
            Map.entry("POST /v1/peers/{id}/confirmation", "{\"fingerprint\":\"00\"}"),
            Map.entry(
                    "POST /v1/review/{one}/{other}",
                    "{\"verdict\":\"same\",\"reason\":\"a reason\",\"purpose\":\"criminal-investigation\"}"),
            Map.entry("POST /v1/queries", """
                    {"case":"US-2026-000001","basis":%s,"purpose":"illicit-finance","keyType":"rfc",
                     "values":["XAXX010101000"]}""".formatted(BASIS)),
            Map.entry("POST /v1/discovery/publications", "{\"purpose\":\"illicit-finance\"}"),
            Map.entry("POST /v1/requests", """
                    {"type":"police-information","to":"mx-fgr-aic","case":"US-2026-000001","basis":%s,
                     "purpose":"criminal-investigation","urgency":"urgent","urgencyReason":"soon","handling":["H2"],
                     "offence":"participation-in-an-organised-criminal-group","demonstration":true,
                     "fields":{"question":"which"},"facts":{"use.court-evidence":"no"},"assurances":["x"]}""".formatted(BASIS)),
            Map.entry("POST /v1/figures", "{\"first\":\"2026-11-01\",\"last\":\"2026-11-30\"}"),
            Map.entry("POST /v1/contacts", """
                    {"counterpart":"mx-sat","kind":"call","at":"2026-11-28T00:00:00Z","subject":"about",
                     "leave":"a"}"""),
            Map.entry("POST /v1/contacts/{id}/strike", "{\"why\":\"why\"}"),
            Map.entry("POST /v1/contacts/reports/{id}/receipt", "{\"receipt\":\"a receipt\"}"),
            Map.entry("POST /v1/law", "{\"files\":{},\"day\":\"2027-01-01\"}"),
            Map.entry("POST /v1/law/comparison", "{\"files\":{}}"),
            Map.entry("POST /v1/law/{id}/refusal", "{\"reason\":\"a reason\"}"),
            Map.entry("POST /v1/releases/{id}/challenges", """
                    {"broughtBy":"counsel","representative":"somebody","reference":"a","ground":"inaccurate",
                     "text":"about","receivedOn":"2026-11-27","case":"US-2026-000001","positions":[1]}"""),
            Map.entry("POST /v1/challenges/{id}/answer", """
                    {"ending":"corrected","reasons":"why","corrections":[{"position":1,"value":"x"}]}"""),
            Map.entry("POST /v1/forewarnings", """
                    {"request":"US-2026-000001","case":"US-2026-000001","to":"mx-central-authority","text":"about",
                     "basis":%s,"purpose":"criminal-investigation","demonstration":true,"showNumber":false,
                     "choice":"delayed","reason":"why","due":"2027-01-15T18:00:00Z"}""".formatted(BASIS)),
            Map.entry("POST /v1/forewarnings/{id}/delay", """
                    {"reason":"why","due":"2027-01-15T18:00:00Z"}"""),
            Map.entry("POST /v1/forewarnings/{id}/leaving", "{\"reason\":\"why\"}"),
            Map.entry("POST /v1/requests/{id}/assistance", """
                    {"role":"counsel","name":"a","person":"b","body":"","languages":["es"],"contact":"",
                     "from":"2026-11-27","until":"2026-11-28","tell":false}"""),
            Map.entry("POST /v1/requests/{id}/assistance/{assistance}/end", """
                    {"until":"2026-11-28","tell":false}"""),
            Map.entry("POST /v1/requests/{id}/who-knows", "{\"officer\":\"us-analyst\"}"),
            Map.entry("POST /v1/requests/{id}/basis-check", """
                    {"accepted":true,"note":"","facts":{"risk.human-rights":"no"}}"""),
            Map.entry("POST /v1/requests/{id}/refusal", """
                    {"ground":"sovereignty","article":%s,"reasons":%s,"part":"a part"}""".formatted(BASIS, BOTH)),
            Map.entry("POST /v1/requests/{id}/answer", """
                    {"statements":["x"],"fields":[{"property":"name","value":"x","personClass":"suspect",
                     "evaluation":"X4"}],"terms":{"purpose":"criminal-investigation","handling":["H1"],
                     "restriction":"","onwardAllowed":false,"expires":"2027-01-01T00:00:00Z"},"rest":"more"}"""),
            Map.entry("POST /v1/requests/{id}/question", "{\"text\":\"which\"}"),
            Map.entry("POST /v1/requests/{id}/supplement", "{\"text\":\"this\"}"),
            Map.entry("POST /v1/requests/{id}/acceptance", "{\"text\":\"\"}"),
            Map.entry("POST /v1/requests/{id}/extension", "{\"text\":\"why\"}"),
            Map.entry("POST /v1/requests/{id}/postponement", "{\"text\":\"why\",\"review\":\"2027-03-01\"}"),
            Map.entry("POST /v1/requests/{id}/transfer", "{\"text\":\"why\",\"authority\":\"mx-fgr\"}"),
            Map.entry("POST /v1/requests/{id}/disclosure", """
                    {"text":"why","release":"0123456789abcdef0123456789abcdef","day":"2026-12-01"}"""),
            Map.entry("POST /v1/requests/{id}/resumption", "{\"text\":\"\"}"),
            Map.entry("POST /v1/requests/{id}/milestones", "{\"milestone\":\"person-arrested\"}"),
            Map.entry("POST /v1/requests/{id}/withdrawal", "{\"reason\":\"a reason\"}"),
            Map.entry("POST /v1/requests/{id}/assignment", "{\"officer\":\"us-officer\"}"),
            Map.entry("POST /v1/requests/assignments", """
                    {"requests":["US-2026-999999"],"officer":"us-officer"}"""),
            Map.entry("POST /v1/requests/withdrawals", """
                    {"requests":["US-2026-999999"],"reason":"a reason"}"""),
            Map.entry("POST /v1/request-filters", """
                    {"name":"a filter","box":"in","type":"","state":"","institution":"","left":"day","number":"",
                     "assignee":"me"}"""),
            Map.entry("POST /v1/request-filters/removal", "{\"name\":\"a filter\"}"),
            Map.entry("POST /v1/officers/address", """
                    {"officer":"us-operator-1","address":"officer@agency.example"}"""),
            Map.entry("POST /v1/notices/read", "{\"upTo\":\"1\"}"),
            Map.entry("POST /v1/absences", """
                    {"officer":"us-officer","from":"2027-01-04T00:00:00Z","until":"2027-01-05T00:00:00Z",
                     "deputy":"us-nobody"}"""),
            Map.entry("POST /v1/absences/end", "{\"officer\":\"us-officer\"}"),
            Map.entry("POST /v1/releases/{id}/acknowledgement", "{\"termsHash\":\"00\"}"),
            Map.entry("POST /v1/releases/{id}/opening", """
                    {"purpose":"criminal-investigation","case":"US-2026-000001"}"""),
            Map.entry("POST /v1/releases/{id}/recall", "{\"reason\":\"a reason\"}"),
            Map.entry("POST /v1/operations", """
                    {"to":"mx-sspc","title":"a title","territories":["MX"],"place":"a place",
                     "start":"2026-12-01T00:00:00Z","end":"2026-12-02T00:00:00Z","measures":["observation"],
                     "officersCount":2,"accredited":true,"hostLeadWanted":true,"case":"US-2026-000003","basis":%s,
                     "purpose":"criminal-investigation"}""".formatted(BASIS)),
            Map.entry("POST /v1/operations/{id}/consent", """
                    {"condition":%s,"until":"2026-12-02T00:00:00Z"}""".formatted(BOTH)),
            Map.entry("POST /v1/operations/{id}/refusal", """
                    {"ground":"sovereignty","reasons":%s}""".formatted(BOTH)),
            Map.entry("POST /v1/operations/{id}/revocation", "{\"reasons\":%s}".formatted(BOTH)));

    private static final List<String> IDS = List.of(
            "x",
            "-1",
            "%20",
            "%25",
            "0".repeat(32),
            "0".repeat(5_000),
            "US-2026-999999",
            "00000000-0000-0000-0000-000000000000",
            "us-mx",
            "exchange",
            "%C3%B1");

    private static final List<String> PARAMETERS = List.of(
            "", "x", "-1", "0", "9".repeat(25), "2026-13-45", "%00", "%ED%A0%80", "a".repeat(4_000), "1&NAME=2");

    private static final List<String> NO_BODIES = List.of(
            "", "null", "[]", "5", "\"text\"", "{", "{}", "{} {}", "{\"a\":1}", "[".repeat(2_000), "\u0000", "<a/>");

    /// One call as the controllers declare it.
    private record Call(String method, String path, List<String> parameters) {
        String key() {
            return method + " " + path;
        }
    }

    private static final Set<String> FAULTS = new TreeSet<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> TOKENS = new TreeMap<>();
    private static TestNodes.Node node;
    private static List<Call> calls;

    @BeforeAll
    static void start(TestNodes nodes) throws Exception {
        node = nodes.us();
        calls = calls();
        for (String officer : List.of("analyst", "officer", "lawyer", "auditor", "operator-1")) {
            TOKENS.put(officer, token(officer));
        }
    }

    private static String token(String officer) throws Exception {
        String code = node.code("us-" + officer).reveal();
        HttpResponse<String> session = send(null, "POST", "/v1/sessions", "{\"code\":\"" + code + "\"}", Map.of());
        return JSON.readTree(session.body()).path("token").asString();
    }

    private static List<Call> calls() {
        List<Call> found = new ArrayList<>();
        var mapping = node.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, handler) -> {
            for (String path : info.getPatternValues()) {
                if (path.startsWith("/v1/") && !path.startsWith("/v1/openapi.json")) {
                    List<String> parameters = new ArrayList<>();
                    boolean hasBody = false;
                    for (var parameter : handler.getMethodParameters()) {
                        parameter.initParameterNameDiscovery(
                                new org.springframework.core.DefaultParameterNameDiscoverer());
                        if (parameter.hasParameterAnnotation(RequestParam.class)) {
                            parameters.add(String.valueOf(parameter.getParameterName()));
                        }
                        hasBody |= parameter.hasParameterAnnotation(RequestBody.class);
                    }
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        Call call = new Call(method.name(), path, parameters);
                        found.add(call);
                        assertEquals(hasBody, BODIES.containsKey(call.key()), call.key());
                    }
                }
            }
        });
        assertTrue(found.size() > 35, found.size() + " calls");
        return found;
    }

    /// Somebody who may make the call, so that it gets as far as it can.
    private static String officerFor(Call call) {
        String path = call.path();
        if (path.matches(".*/(basis-check|refusal|consent|revocation)|/v1/mandates|/v1/(figures|law).*")) {
            return "lawyer";
        }
        if (path.matches("/v1/(peers|imports|sign-in-links|party-file|discovery|officers).*")) {
            return "operator-1";
        }
        if (path.matches("/v1/(queries|holdings).*")) {
            return "analyst";
        }
        return path.matches("/v1/(logs|policy|status|evaluations).*") ? "auditor" : "officer";
    }

    @Test
    void everyMemberOfEveryBodyMissingOrMistypedIsNamed() throws Exception {
        for (Call call : calls) {
            String body = BODIES.get(call.key());
            if (body != null) {
                JsonNode whole = JSON.readTree(body);
                sound(call, concrete(call), body, Map.of());
                mangle((ObjectNode) whole, "", (mangled, path) -> {
                    HttpResponse<String> answer = sound(call, concrete(call), mangled, Map.of());
                    if (mangled.contains("[[[]]]")) {
                        String field = JSON.readTree(answer.body())
                                .path("field")
                                .asString("")
                                .replaceAll("\\[\\d+]", "");
                        note(field.startsWith(path), call, mangled, answer, "field is " + field + ", not " + path);
                    }
                });
            }
        }
        assertNone();
    }

    /// Each member left out, null, of every other type, empty, long, and with characters no table keeps.
    private static void mangle(ObjectNode whole, String path, BiConsumer<String, String> each) {
        mangle(whole, whole, path, each);
    }

    private static void mangle(ObjectNode root, ObjectNode part, String path, BiConsumer<String, String> each) {
        for (String name : List.copyOf(part.propertyNames())) {
            JsonNode value = part.path(name);
            String here = path.isEmpty() ? name : path + "." + name;
            part.remove(name);
            each.accept(root.toString(), here);
            for (JsonNode other : others()) {
                part.set(name, other);
                each.accept(root.toString(), here);
            }
            part.set(name, value);
            if (value instanceof ObjectNode inner) {
                mangle(root, inner, here, each);
            }
            if (value instanceof ArrayNode list && list.path(0) instanceof ObjectNode inner) {
                mangle(root, inner, here, each);
            }
        }
    }

    private static List<JsonNode> others() {
        return List.of(
                JSON.nullNode(),
                JSON.readTree("5"),
                JSON.readTree("-99999999999999999999"),
                JSON.readTree("1.5"),
                JSON.readTree("true"),
                JSON.readTree("[[[]]]"),
                JSON.readTree("[null]"),
                JSON.readTree("[5]"),
                JSON.readTree("[\"x\"]"),
                JSON.readTree("{}"),
                JSON.readTree("{\"en\":\"\",\"es\":\"\"}"),
                JSON.readTree("{\"a\":null}"),
                JSON.readTree("\"\""),
                JSON.readTree("\" \""),
                JSON.readTree("\"x\\u0000y\""),
                JSON.readTree("\"x\\ud800y\""),
                JSON.readTree("\"+1000000000-01-01T00:00:00Z\""),
                JSON.readTree("\"" + "z".repeat(100_000) + "\""));
    }

    @Test
    void noBodyIsReadForAnother() throws Exception {
        for (Call call : calls) {
            for (String body : BODIES.containsKey(call.key()) ? NO_BODIES : List.of("x", "[]")) {
                HttpResponse<String> answer = sound(call, concrete(call), body, Map.of());
                if (BODIES.containsKey(call.key())
                        && !call.path().matches(".*/(consent|acknowledgement|acceptance|resumption)")) {
                    note(answer.statusCode() == 400, call, body, answer, "is no 400");
                }
            }
            for (String type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "x")) {
                sound(call, concrete(call), "{}", Map.of("Content-Type", type));
            }
        }
        assertNone();
    }

    @Test
    void badIdsParametersMethodsAndTypesAreAnsweredAsProblems() throws Exception {
        for (Call call : calls) {
            String body = BODIES.getOrDefault(call.key(), "");
            if (call.path().contains("{")) {
                for (String id : IDS) {
                    sound(call, filled(call.path(), id), body, Map.of());
                }
            }
            for (String parameter : call.parameters()) {
                for (String value : PARAMETERS) {
                    String query = "?" + parameter + "=" + value.replace("NAME", parameter);
                    sound(call, concrete(call) + query, body, Map.of());
                }
            }
            for (String accept : List.of("text/html", "application/xml", "nonsense")) {
                sound(call, concrete(call), body, Map.of("Accept", accept));
            }
            for (String method : List.of("PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")) {
                if (!method.equals(call.method())) {
                    Call other = new Call(method, call.path(), List.of());
                    sound(other, concrete(call), "", Map.of());
                }
            }
        }
        assertNone();
    }

    @Test
    void withoutASessionEveryCallButTheSignInIsRefusedAsAProblem() throws Exception {
        for (Call call : calls) {
            if (!call.key().equals("POST /v1/sessions")) {
                HttpResponse<String> answer = send(null, call.method(), concrete(call), "", Map.of());
                note(answer.statusCode() == 401, call, "", answer, "is no 401");
                isSound(call, concrete(call), "", answer);
            }
        }
        assertNone();
    }

    @Test
    void aWordThatNamesNoKeyTypeOrPurposeIsAnsweredWithItsParameter() throws Exception {
        for (String field : List.of("keyType", "purpose")) {
            String other = field.equals("keyType") ? "" : "&keyType=rfc";
            HttpResponse<String> answer =
                    send("analyst", "GET", "/v1/holdings/identifiers?" + field + "=%5E" + other, "", Map.of());
            assertEquals(400, answer.statusCode());
            assertEquals(field, problem(answer).path("field").asString());
        }
    }

    @Test
    void anUnknownAddressIsAProblemAndNoPage() throws Exception {
        for (String path : List.of("/v1/nothing", "/v1/", "/v1/requests/x/y/z", "/v1/holdings/", "/v1/a.html")) {
            HttpResponse<String> answer = send("analyst", "GET", path, "", Map.of("Accept", "text/html"));
            assertEquals(404, answer.statusCode(), path);
            assertEquals("API_PATH_UNKNOWN", problem(answer).path("code").asString(), path);
        }
        HttpResponse<String> method = send("analyst", "PUT", "/v1/queries", "{}", Map.of());
        assertEquals(405, method.statusCode());
        assertEquals("GET, POST", method.headers().firstValue("Allow").orElse(""));
    }

    @Test
    void theFieldToMendIsNamedInBothLanguages() throws Exception {
        String body = body("POST /v1/queries").replace("\"basis\":" + BASIS + ",", "");
        JsonNode missing = problem(send("analyst", "POST", "/v1/queries", body, Map.of()));
        assertEquals("basis", missing.path("field").asString());
        assertEquals("API_FIELD", missing.path("code").asString());
        assertTrue(missing.path("detail").path("es").asString().startsWith("basis falta"), missing.toString());
        String answer = body("POST /v1/requests/{id}/answer").replace("H1", "H9");
        JsonNode code = problem(send("officer", "POST", "/v1/requests/US-2026-000001/answer", answer, Map.of()));
        assertEquals("terms.handling", code.path("field").asString());
        assertTrue(code.path("detail").path("en").asString().contains("H0, H1, H2, H3"), code.toString());
        JsonNode left = problem(send("analyst", "POST", "/v1/sessions", "{\"code\":\"x\",\"kode\":1}", Map.of()));
        assertEquals("kode", left.path("field").asString());
        JsonNode limit = problem(send("analyst", "GET", "/v1/holdings?q=abc&limit=many", "", Map.of()));
        assertEquals("limit", limit.path("field").asString());
        JsonNode q = problem(send("analyst", "GET", "/v1/holdings", "", Map.of()));
        assertEquals("q", q.path("field").asString());
    }

    @Test
    void whatTheContainerItselfRefusesIsNoPageEither() throws Exception {
        String host = "Host: 127.0.0.1\r\nAuthorization: Bearer " + TOKENS.get("analyst") + "\r\n";
        for (String head : List.of(
                "GET /v1/holdings/%zz HTTP/1.1\r\n" + host,
                "GET /v1//holdings HTTP/1.1\r\n" + host,
                "GET /v1/holdings/..%2f..%2fabout HTTP/1.1\r\n" + host,
                "GET /v1/holdings;x=1?q=a HTTP/1.1\r\n" + host,
                "TRACE /v1/me HTTP/1.1\r\n" + host,
                "POST /v1/queries HTTP/1.1\r\n" + host
                        + "Content-Type: application/json\r\nContent-Length: 99999999999\r\n")) {
            String answer = raw(head + "Connection: close\r\n\r\n");
            assertTrue(answer.matches("(?s)HTTP/1.1 4\\d\\d.*"), head + answer);
            assertFalse(answer.toLowerCase(java.util.Locale.ROOT).contains("<html"), head + answer);
            assertFalse(answer.contains("Exception"), head + answer);
        }
        String large = raw("POST /v1/queries HTTP/1.1\r\n" + host
                + "Content-Type: application/json\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n{");
        assertTrue(large.startsWith("HTTP/1.1 413"), large);
        assertTrue(large.contains("API_TOO_LARGE"), large);
    }

    @Test
    void aBodyThatGoesOnWithoutSayingHowLongIsCutOff() throws Exception {
        byte[] endless = ("{\"code\":\"" + "x".repeat((int) ProblemFilter.BODY_BYTES_MAX) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        HttpRequest request = HttpRequest.newBuilder(node.address().resolve("/v1/sessions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(endless)))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        assertEquals(413, answer.statusCode(), answer.body());
        assertEquals("API_TOO_LARGE", problem(answer).path("code").asString());
    }

    private static String raw(String request) throws IOException {
        URI address = node.address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /// Every place is the id; of one that is long only the first, for the connector takes 8 KiB of a line.
    private static String filled(String path, String id) {
        return id.length() < 1_000
                ? path.replaceAll("\\{[^}]+}", id)
                : path.replaceFirst("\\{[^}]+}", id).replaceAll("\\{[^}]+}", "x");
    }

    private static String body(String call) {
        return java.util.Objects.requireNonNull(BODIES.get(call), call);
    }

    private static String concrete(Call call) {
        String id = switch (call.path().split("/")[2]) {
            case "requests" -> "US-2026-000001";
            case "peers" -> "us-mx";
            case "logs" -> "duty";
            case "holdings", "imports" -> "00000000-0000-0000-0000-000000000000";
            default -> "0123456789abcdef0123456789abcdef";
        };
        return call.path().replaceAll("\\{[^}]+}", id);
    }

    private static HttpResponse<String> sound(Call call, String path, String body, Map<String, String> headers) {
        // Ending the session would end the test.
        boolean ends = call.key().equals("DELETE /v1/sessions");
        HttpResponse<String> answer = send(ends ? null : officerFor(call), call.method(), path, body, headers);
        isSound(call, path, body, answer);
        return answer;
    }

    private static void isSound(Call call, String path, String body, HttpResponse<String> answer) {
        int status = answer.statusCode();
        note(status < 500 || status == 502, call, path + " " + body, answer, "is a fault");
        boolean bodiless = call.method().equals("HEAD") || (answer.body().isEmpty() && status < 300);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (status >= 400 && status != 422 && !bodiless) {
            note(type.equals(MediaType.APPLICATION_PROBLEM_JSON_VALUE), call, path + " " + body, answer, "is " + type);
            JsonNode problem = type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            for (String member : List.of("type", "title", "code", "detail", "hint")) {
                note(problem.has(member), call, path + " " + body, answer, "has no " + member);
            }
            note(problem.path("status").asInt() == status, call, path, answer, "another status");
            note(!problem.path("detail").path("es").asString("").isEmpty(), call, path, answer, "no Spanish");
        }
        note(!type.contains("html"), call, path + " " + body, answer, "is a page");
        boolean leaks = answer.body().contains("org.entente.")
                || answer.body().contains("Exception")
                || answer.body().contains("java.");
        note(!leaks, call, path + " " + body, answer, "shows its inside");
    }

    private static void note(boolean holds, Call call, String what, HttpResponse<String> answer, String fault) {
        if (!holds) {
            FAULTS.add(call.key() + " " + cut(what) + " -> " + answer.statusCode() + ": " + fault + " "
                    + cut(answer.body()));
        }
    }

    private static String cut(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "..." : text;
    }

    private static void assertNone() {
        List<String> found = List.copyOf(FAULTS);
        FAULTS.clear();
        assertTrue(
                found.isEmpty(),
                () -> found.size() + " faults\n" + String.join("\n", found.subList(0, Math.min(60, found.size()))));
    }

    private static JsonNode problem(HttpResponse<String> answer) {
        assertEquals(
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(
            @Nullable String officer, String method, String path, String body, Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node.address() + path)).method(method, BodyPublishers.ofString(body));
        all.forEach(request::header);
        if (officer != null) {
            request.header("Authorization", "Bearer " + TOKENS.get(officer));
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
