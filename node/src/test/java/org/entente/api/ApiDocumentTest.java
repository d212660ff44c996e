package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entente.boot.TestNodes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The document at `/v1/openapi.json` as a real node serves it.
@ExtendWith(TestNodes.class)
class ApiDocumentTest {
    private static JsonNode document;
    private static TestNodes.Node node;

    private final List<String> missing = new ArrayList<>();

    @BeforeAll
    static void fetch(TestNodes nodes) {
        node = nodes.us();
        document = node.client("us-analyst").get("/v1/openapi.json");
    }

    private void assertNone() {
        assertTrue(missing.isEmpty(), () -> missing.size() + " missing\n" + String.join("\n", missing));
    }

    @Test
    void everyPathOfEveryControllerIsThere() {
        Set<String> served = new TreeSet<>();
        node.context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, handler) -> {
                    if (handler.getBeanType().getPackageName().equals("org.entente.api")) {
                        info.getPatternValues()
                                .forEach(path -> info.getMethodsCondition()
                                        .getMethods()
                                        .forEach(method -> served.add(method + " " + path)));
                    }
                });
        Set<String> documented = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.propertyNames()
                        .forEach(method -> documented.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertEquals(served, documented);
        assertTrue(served.size() > 45, served.toString());
    }

    @Test
    void anAnswerIsDescribedUnderTheStatusItHas() {
        JsonNode submitted = document.at("/paths/~1v1~1requests/post/responses");
        assertTrue(submitted.has("201") && submitted.has("422"), submitted.toString());
        assertTrue(!submitted.has("200"), "it never answers 200");
        assertEquals(submitted.at("/201/content"), submitted.at("/422/content"), "both are of one form");
        assertTrue(document.at("/paths/~1health/get/responses").has("503"));
    }

    @Test
    void everyOperationSaysWhatItDoesWhoMayCallItAndHowItFails() {
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    String call = method + " " + path;
                    require(call + " summary", operation.path("summary"));
                    require(call + " description", operation.path("description"));
                    operation
                            .path("parameters")
                            .forEach(parameter -> require(
                                    call + " parameter "
                                            + parameter.path("name").asString(),
                                    parameter.path("description")));
                    boolean isOpen = Set.of("post /v1/sessions", "get /health").contains(call);
                    assertEquals(!isOpen, operation.path("security").toString().contains("bearer"), call);
                    if (path.startsWith("/v1/")) {
                        for (String status : List.of("400", "401", "403", "500")) {
                            JsonNode response = operation.path("responses").path(status);
                            require(call + " " + status, response.path("description"));
                            assertEquals(
                                    "#/components/schemas/Problem",
                                    response.at("/content/application~1problem+json/schema/$ref")
                                            .asString(""),
                                    call + " " + status);
                        }
                    }
                    boolean isUpload = path.equals("/v1/imports");
                    operation.path("requestBody").path("content").forEachEntry((type, media) -> {
                        if (!isUpload) {
                            require(call + " example", media.path("example"));
                        }
                    });
                }));
        assertNone();
    }

    @Test
    void everySchemaAndEveryMemberIsDescribed() {
        document.path("components").path("schemas").forEachEntry((name, schema) -> {
            require(name, schema.path("description"));
            schema.path("properties")
                    .forEachEntry((member, shape) -> require(name + "." + member, shape.path("description")));
        });
        assertNone();
    }

    private void require(String what, JsonNode text) {
        if (text.isMissingNode() || text.asString("x").isBlank()) {
            missing.add(what);
        }
    }

    @Test
    void noTwoRecordsShareANameAndEachIsThere() {
        Map<String, Class<?>> records = Shapes.of(controllers());
        Set<String> lost = new TreeSet<>(records.keySet());
        document.path("components").path("schemas").propertyNames().forEach(lost::remove);
        assertEquals(Set.of(), lost);
        records.forEach((name, type) -> {
            Set<String> members = new TreeSet<>();
            document.path("components")
                    .path("schemas")
                    .path(name)
                    .path("properties")
                    .propertyNames()
                    .forEach(members::add);
            assertEquals(type.getRecordComponents().length, members.size(), name + " has the members of another");
        });
        assertTrue(records.size() > 55, records.keySet().toString());
        assertThrows(IllegalStateException.class, () -> Shapes.of(List.of(Namesakes.class)));
    }

    private static List<Class<?>> controllers() {
        List<Class<?>> found = new ArrayList<>();
        node.context().getBeansWithAnnotation(RestController.class).values().forEach(bean -> {
            if (bean.getClass().getPackageName().equals("org.entente.api")) {
                found.add(bean.getClass());
            }
        });
        assertEquals(29, found.size(), found.toString());
        return found;
    }

    /// Two records of one name, as a fault.
    static final class Namesakes {
        record Same(String a) {}

        static final class Inner {
            record Same(String b) {}
        }

        @GetMapping("/a")
        Same a() {
            return new Same("");
        }

        @GetMapping("/b")
        Inner.Same b() {
            return new Inner.Same("");
        }
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = new ArrayList<>();
        collect(document, references);
        references.forEach(
                reference -> assertTrue(!document.at(reference.substring(1)).isMissingNode(), reference));
        assertTrue(references.size() > 100, "references");
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(inner -> collect(inner, references));
    }

    @Test
    void whatMayBeAbsentIsNotRequired() {
        JsonNode order = document.at("/components/schemas/QueryOrder/required");
        assertEquals(
                "[\"basis\",\"keyType\",\"purpose\",\"values\"]",
                JsonMapper.builder().build().writeValueAsString(order));
    }

    private static final String PAIR = "00000000-0000-0000-0000-000000000001/00000000-0000-0000-0000-000000000002";

    private static String id(String path) {
        return path.contains("requests")
                ? "US-2026-999999"
                : path.contains("contacts/reports")
                        ? "US-2026-C999999"
                        : path.contains("contacts") ? "17" : "0".repeat(32);
    }

    @Test
    void everyExampleIsReadByItsCall() {
        document.path("paths").forEachEntry((path, item) -> {
            JsonNode example = item.at("/post/requestBody/content/application~1json/example");
            if (!example.isMissingNode()) {
                String officer =
                        path.matches(".*/(peers|sign-in-links|publications).*") ? "us-operator-1" : "us-officer";
                String concrete = path.replace("{one}/{other}", PAIR)
                        .replace("{id}", id(path))
                        .replace("{assistance}", "0".repeat(32));
                try {
                    node.client(officer).post(concrete, example);
                } catch (org.entente.cli.NodeClient.NodeRefusal refusal) {
                    assertTrue(
                            !refusal.code().startsWith("API_FIELD")
                                    && !refusal.code().equals("API_INPUT"),
                            path + ": " + refusal.getMessage() + refusal.detail());
                }
            }
        });
    }
}
