package org.entente.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Fills the document at `/v1/openapi.json` from `document.yaml`: what every operation does, what a caller cannot guess
/// of every parameter and member, an example of every main body, and the problems each call can answer with. A test
/// compares the two.
public final class ApiDocument implements OpenApiCustomizer {
    private static final String TEXT = "document.yaml";
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String BEARER = "bearer";

    private final JsonNode text;
    private final Map<String, Class<?>> records;

    /// @param controllers whose records the document names
    public ApiDocument(List<Class<?>> controllers) {
        this.text = read();
        this.records = Shapes.of(controllers);
    }

    /// What stands over the whole document.
    public static OpenAPI head() {
        return new OpenAPI()
                .info(new Info()
                        .title("Entente")
                        .version("v1")
                        .description(read().path("description").asString("")))
                .schemaRequirement(
                        BEARER,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("The token of POST /v1/sessions, or of the node's folder for operators."));
    }

    private static JsonNode read() {
        try (InputStream stream = ApiDocument.class.getResourceAsStream(TEXT)) {
            return new YAMLMapper()
                    .readTree(Objects.requireNonNull(stream, TEXT).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(TEXT, e);
        }
    }

    @Override
    public void customise(OpenAPI document) {
        // The other party's connector has its own specification, spec/.
        document.getPaths().keySet().removeIf(path -> path.startsWith("/peer/"));
        ModelConverters.getInstance(true).readAll(Problems.Problem.class).forEach(document.getComponents()::addSchemas);
        document.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(method + " " + path, operation)));
        document.getComponents().getSchemas().forEach(this::describe);
    }

    private void describe(String call, Operation operation) {
        JsonNode words = text.path("operations").path(call);
        operation.setSummary(words.path("summary").asString(null));
        operation.setDescription(words.path("description").asString(null));
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        for (Parameter parameter : parameters) {
            parameter.setDescription(first(words.path("parameters"), text.path("parameters"), parameter.getName()));
        }
        if (operation.getRequestBody() != null && words.has("example")) {
            Object example = new YAMLMapper().treeToValue(words.path("example"), Object.class);
            operation.getRequestBody().getContent().values().forEach(media -> media.setExample(example));
        }
        if (!words.path("open").asBoolean(false)) {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
        }
        answers(words, operation);
        if (call.contains(" /v1/")) {
            problems(words, operation);
        }
    }

    /// Where an operation answers under more than one status, each with the same form.
    private static void answers(JsonNode words, Operation operation) {
        if (words.has("answers")) {
            ApiResponse usual = Objects.requireNonNull(operation.getResponses().remove("200"), "an answer of 200");
            words.path("answers")
                    .properties()
                    .forEach(answer -> operation
                            .getResponses()
                            .addApiResponse(
                                    answer.getKey(),
                                    new ApiResponse()
                                            .description(answer.getValue().asString())
                                            .content(usual.getContent())));
        }
    }

    /// 401 and 500 can answer everything, 400 and 403 nearly everything; what else there is stands in the text.
    private void problems(JsonNode words, Operation operation) {
        JsonNode all = text.path("problems");
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "500"));
        words.path("problems").forEach(status -> statuses.add(status.asString()));
        for (String status : statuses) {
            operation
                    .getResponses()
                    .addApiResponse(
                            status,
                            new ApiResponse()
                                    .description(all.path(status).asString(null))
                                    .content(new Content()
                                            .addMediaType(
                                                    PROBLEM_JSON,
                                                    new MediaType()
                                                            .schema(new Schema<>()
                                                                    .$ref("#/components/schemas/" + PROBLEM)))));
        }
    }

    private void describe(String name, Schema<?> schema) {
        JsonNode words = text.path("schemas").path(name);
        boolean isList = name.startsWith("Items");
        schema.setDescription(
                isList
                        ? text.path("list").asString(null)
                        : words.path("description").asString(null));
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((member, shape) ->
                            shape.setDescription(first(words.path("fields"), text.path("fields"), member)));
        }
        Class<?> type = isList ? Items.class : records.get(name);
        if (type != null) {
            schema.setRequired(Shapes.required(type));
        }
    }

    /// The text of the place itself, else the one for every place of that name.
    private static String first(JsonNode here, JsonNode everywhere, String name) {
        return here.path(name).asString(everywhere.path(name).asString(""));
    }
}
