package org.entente.boot;

import java.util.ArrayDeque;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Where a key stands in a YAML text. A record is made when all of its keys have been read, so the parser's own
/// position
/// at an error is the end of the block.
final class YamlLine {
    /// In place of a line where the key does not stand in the text.
    static final String NONE = "-";

    private YamlLine() {}

    /// The 1-based line of the key at this path of keys; of its nearest block that is there when it is missing.
    static String of(String yaml, List<String> path) {
        var open = new ArrayDeque<String>();
        String nearest = NONE;
        int depth = 0;
        try (JsonParser parser = new YAMLMapper().createParser(yaml)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case PROPERTY_NAME -> {
                        while (open.size() >= Math.max(depth, 1)) {
                            open.removeLast();
                        }
                        open.addLast(parser.currentName());
                        if (path.size() >= open.size()
                                && path.subList(0, open.size()).equals(List.copyOf(open))) {
                            nearest =
                                    String.valueOf(parser.currentTokenLocation().getLineNr());
                        }
                    }
                    case START_OBJECT, START_ARRAY -> depth++;
                    case END_OBJECT, END_ARRAY -> depth--;
                    case NOT_AVAILABLE,
                            VALUE_EMBEDDED_OBJECT,
                            VALUE_STRING,
                            VALUE_NUMBER_INT,
                            VALUE_NUMBER_FLOAT,
                            VALUE_TRUE,
                            VALUE_FALSE,
                            VALUE_NULL -> {}
                }
            }
        } catch (JacksonException unreadable) {
            return nearest;
        }
        return nearest;
    }
}
