package org.entente.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.entente.kernel.EntenteException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Pieces of a call.
final class Pieces {
    private Pieces() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// `UNTOC-2000/27` as the API takes it.
    static Map<String, String> basis(String text) {
        int slash = text.indexOf('/');
        Map<String, String> basis = new LinkedHashMap<>();
        basis.put("instrument", slash < 0 ? text : text.substring(0, slash));
        basis.put("article", slash < 0 ? "" : text.substring(slash + 1));
        return basis;
    }

    /// A body from a file: YAML by its name, else JSON.
    ///
    /// @throws EntenteException CLI_FILE_UNREADABLE, CLI_FILE_BROKEN with the line
    static JsonNode body(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        try {
            byte[] bytes = Files.readAllBytes(file);
            return name.endsWith(".yaml") || name.endsWith(".yml")
                    ? new YAMLMapper().readTree(bytes)
                    : JsonMapper.builder().build().readTree(bytes);
        } catch (JacksonException e) {
            String line = e.getLocation() == null
                    ? "-"
                    : String.valueOf(e.getLocation().getLineNr());
            throw new EntenteException(CliCode.CLI_FILE_BROKEN, e, file.toString(), line);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }
}
