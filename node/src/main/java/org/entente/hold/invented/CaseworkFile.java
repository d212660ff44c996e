package org.entente.hold.invented;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.entente.hold.FacetKind;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.PersonClass;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Writes a casework file (spec/casework.md), a subject a line.
final class CaseworkFile implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final BufferedWriter writer;

    CaseworkFile(Path path, String party, LocalDate asOf) throws IOException {
        writer = Files.newBufferedWriter(path, StandardCharsets.UTF_8);
        ObjectNode header = MAPPER.createObjectNode();
        header.put("format", "entente-casework");
        header.put("version", 1);
        header.put("party", party);
        header.put("asOf", asOf.toString());
        header.put("invented", true);
        line(header);
    }

    /// A subject being put together.
    static final class Row {
        private final ObjectNode node = MAPPER.createObjectNode();
        private final ArrayNode facets = node.arrayNode();
        private final ArrayNode links = node.arrayNode();
        private ArrayNode statements = node.arrayNode();

        Row(String id, SubjectKind kind, PersonClass personClass, EvidentialStatus status) {
            node.put("id", id);
            node.put("kind", kind.key());
            node.put("class", key(personClass.name()));
            node.put("status", key(status.name()));
            facet("main", FacetKind.PRIMARY);
        }

        Row terms(String instrument, String article, String handling, String evaluation, LocalDate retainUntil) {
            node.putObject("basis").put("instrument", instrument).put("article", article);
            node.putArray("handling").add(handling);
            node.put("evaluation", evaluation);
            node.put("retainUntil", retainUntil.toString());
            return this;
        }

        /// What follows is said of this facet.
        Row facet(String key, FacetKind kind) {
            ObjectNode facet = facets.addObject();
            facet.put("key", key);
            facet.put("kind", kind.key());
            statements = facet.putArray("statements");
            return this;
        }

        Row say(Property property, String value) {
            statements.addObject().put("property", property.key()).put("value", value);
            return this;
        }

        Row link(LinkKind kind, String to) {
            links.addObject().put("kind", kind.key()).put("to", to);
            return this;
        }

        private ObjectNode node() {
            node.set("facets", facets);
            if (!links.isEmpty()) {
                node.set("links", links);
            }
            return node;
        }

        private static String key(String constant) {
            return constant.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void row(Row row) throws IOException {
        line(row.node());
    }

    private void line(ObjectNode node) throws IOException {
        writer.write(MAPPER.writeValueAsString(node));
        writer.write('\n');
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
