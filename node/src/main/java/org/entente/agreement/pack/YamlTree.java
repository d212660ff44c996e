package org.entente.agreement.pack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.EntenteException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/// A YAML document as a tree that knows its lines. Every scalar is its text: "no" stays "no". Aliases and tags are
/// refused: a law is read as it stands.
sealed interface YamlTree {
    int line();

    record Mapping(int line, SequencedMap<String, YamlTree> entries) implements YamlTree {}

    record Sequence(int line, List<YamlTree> items) implements YamlTree {}

    record Scalar(int line, String text) implements YamlTree {}

    /// @throws EntenteException PACK_SYNTAX, PACK_DUPLICATE, PACK_TOO_LARGE
    static YamlTree parse(String file, byte[] yaml) {
        try (YAMLParser parser = (YAMLParser) new YAMLFactory().createParser(ObjectReadContext.empty(), yaml)) {
            Building building = new Building(file, parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new EntenteException(AgreementCode.PACK_SYNTAX, file, "1", "empty");
            }
            YamlTree tree = building.node(first, 0, "");
            if (parser.nextToken() != null) {
                throw building.syntax("second document");
            }
            return tree;
        } catch (JacksonException e) {
            TokenStreamLocation at = e.getLocation();
            String line = at == null ? "1" : Integer.toString(at.getLineNr());
            throw new EntenteException(AgreementCode.PACK_SYNTAX, e, file, line, e.getOriginalMessage());
        }
    }

    /// One pass over the parser's tokens.
    final class Building {
        private final String file;
        private final YAMLParser parser;

        private Building(String file, YAMLParser parser) {
            this.file = file;
            this.parser = parser;
        }

        private YamlTree node(JsonToken token, int depth, String path) {
            if (depth > Limits.DEPTH_MAX) {
                throw new EntenteException(
                        AgreementCode.PACK_TOO_LARGE, file, path, Integer.toString(Limits.DEPTH_MAX));
            }
            if (parser.isCurrentAlias() || parser.getTypeId() != null) {
                throw syntax("alias or tag");
            }
            int line = line();
            if (token == JsonToken.START_OBJECT) {
                return new Mapping(line, mapping(depth, path));
            }
            if (token == JsonToken.START_ARRAY) {
                return new Sequence(line, sequence(depth, path));
            }
            String text = parser.getString();
            return new Scalar(line, text == null ? "" : text);
        }

        private SequencedMap<String, YamlTree> mapping(int depth, String path) {
            SequencedMap<String, YamlTree> entries = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                String at = Integer.toString(line());
                YamlTree value = node(parser.nextToken(), depth + 1, path + "/" + key);
                if (entries.putIfAbsent(key, value) != null) {
                    throw new EntenteException(AgreementCode.PACK_DUPLICATE, file, at, path, key);
                }
            }
            return entries;
        }

        private List<YamlTree> sequence(int depth, String path) {
            List<YamlTree> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (items.size() == Limits.ITEMS_MAX) {
                    throw new EntenteException(
                            AgreementCode.PACK_TOO_LARGE, file, path, Integer.toString(Limits.ITEMS_MAX));
                }
                items.add(node(token, depth + 1, path + "/" + items.size()));
            }
            return items;
        }

        private int line() {
            return parser.currentTokenLocation().getLineNr();
        }

        private EntenteException syntax(String what) {
            return new EntenteException(AgreementCode.PACK_SYNTAX, file, Integer.toString(line()), what);
        }
    }
}
