package org.entente.console;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// axe-core run in the page itself. Its own builder sends the script again for every look, opens an empty window to
/// gather the result, and brings back everything that is in order.
public final class Axe {
    private static final String SCRIPT = script();

    /// Only what is wrong is described: a whole report of a page is megabytes.
    private static final String VIOLATIONS = """
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(rule => rule.id + ' ' + rule.nodes.slice(0, 3).map(node => node.target.join(' ')).join(', '))
            """;

    private Axe() {}

    /// The rules that the page breaks, each with at most three places; all rules that axe-core has on by itself.
    public static List<String> violations(Page page) {
        if ((boolean) page.evaluate("typeof axe === 'undefined'")) {
            page.evaluate(SCRIPT);
        }
        return page.evaluate(VIOLATIONS) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of("axe gave no list");
    }

    private static String script() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8) + ";0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
