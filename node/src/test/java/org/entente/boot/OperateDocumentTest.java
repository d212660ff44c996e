package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperateDocumentTest {
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z.-]+)` \\| ([^|]+) \\|");

    @Test
    void everyKeyOfTheConfigurationIsExplainedAndNoOther() throws IOException {
        Path document = Path.of(System.getProperty("entente.root", ".."), "docs", "operate.md");
        String table = Files.readString(document).split("## node.yaml", 2)[1].split("## ", 2)[0];
        var explained = table.lines()
                .map(ROW::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var keys = new TreeSet<String>();
        collect("", NodeConfig.class, keys);
        assertEquals(keys, explained);
    }

    private static void collect(String prefix, Class<?> type, Set<String> keys) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = prefix + NodeConfig.key(component);
            if (component.getType().isRecord()) {
                collect(key + ".", component.getType(), keys);
            } else {
                keys.add(key);
            }
        }
    }
}
