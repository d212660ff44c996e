package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.entente.ask.Casework;
import org.entente.console.Chromium;
import org.entente.kernel.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A firearm trace by the keyboard: whole, and with one fact left out after another.
class TraceByKeyboardTest {
    private static final double SECONDS_MAX = 90;
    private static final String FORM = "/requests/new?type=firearm-trace";
    private static final String TRACE_FORM = "US-ATF-TRACE art. form 3312.1";

    private static final Map<String, String> WHOLE = Map.of(
            "#case", "MX-2026-000042",
            "#serial", "INV48213",
            "#manufacturer", "Armas Inventadas",
            "#calibre", "9 mm",
            "#model", "M-1",
            "#countryOfOrigin", "US",
            "#importer", "ninguno",
            "#recoveryDate", "2025-11-11",
            "#recoveryPlace", "Villa Ejemplo, Sonora");

    /// What was typed, but for the token of the page.
    private static final String TYPED = """
            JSON.stringify([...new FormData(document.querySelector('form[data-draft]'))]
                .filter(([name]) => name !== '_csrf'))
            """;

    private static final String CURSOR = """
            (at => [at.name || at.id, at.getAttribute('aria-describedby') || ''])(document.activeElement)
            """;

    @TempDir
    private static Path homeUs;

    @TempDir
    private static Path homeMx;

    private static Chromium chromium;
    private static ConsoleNode us;
    private static ConsoleNode mx;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        us = new ConsoleNode("US", homeUs);
        mx = new ConsoleNode("MX", homeMx);
        us.pin(mx);
        mx.pin(us);
    }

    @AfterAll
    static void stop() {
        for (ConsoleNode node : new ConsoleNode[] {us, mx}) {
            if (node != null) {
                node.close();
            }
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void aWholeTraceIsSentInUnderNinetySecondsOfKeyboardWorkInSpanish() {
        sends(Language.ES);
    }

    @Test
    void aWholeTraceIsSentInUnderNinetySecondsOfKeyboardWorkInEnglish() {
        sends(Language.EN);
    }

    private static void sends(Language language) {
        Typist typist = new Typist();
        String[] number = new String[1];
        as("mx-officer", language, page -> {
            page.navigate(mx.address() + "/inbox");
            writes(typist, page);
            number[0] = page.url().replaceAll(".*/(MX-[0-9-]+).*", "$1");
        });
        as("mx-lawyer", language, page -> {
            page.navigate(mx.address() + "/inbox");
            // Above it may stand what the first request left to do, a report of contacts with its own term.
            String[] down = new String[rowsTo(page, number[0]) + 1];
            Arrays.fill(down, "j");
            down[down.length - 1] = "Enter";
            typist.leaves(page, "**/requests/" + number[0], down);
            typist.leaves(page, "**/check", "e");
            typist.chooses(page, "accepted", 0);
            typist.turns(page, "form[data-confirms]", "Control+Enter");
            typist.leaves(page, "**?done=basis-accepted-sent", "Control+Enter");
            String sent = language == Language.ES ? "Enviada" : "Sent";
            assertTrue(page.locator("main .head").textContent().contains(sent), number[0]);
        });
        assertTrue(typist.seconds() < SECONDS_MAX, typist.account());
        assertTrue(typist.keys() > 150, "a whole trace was typed: " + typist.account());
    }

    private static int rowsTo(Page page, String number) {
        List<String> rows = page.locator("main tbody tr").allTextContents();
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).contains(number)) {
                return at + 1;
            }
        }
        throw new AssertionError(number + " is not in the inbox: " + rows);
    }

    /// From the officer's inbox to the request that waits for the lawyer.
    private static void writes(Typist typist, Page page) {
        typist.leaves(page, "**/requests/new", "e");
        typist.leaves(page, "**" + FORM, "j", "j", "Enter");
        typist.writes(page, "case", "MX-2026-000042");
        typist.writes(page, "serial", "INV48213");
        typist.writes(page, "manufacturer", "Armas Inventadas");
        typist.chooses(page, "firearmType", 0);
        typist.writes(page, "calibre", "9 mm");
        typist.writes(page, "model", "M-1");
        typist.writes(page, "countryOfOrigin", "US");
        typist.writes(page, "importer", "ninguno");
        // The day and the month are the same, so that their order does not matter.
        typist.writes(page, "recoveryDate", "11112025");
        typist.writes(page, "recoveryPlace", "Villa Ejemplo, Sonora");
        typist.writes(page, "facts", "Asegurada en una carretera.");
        typist.chooses(page, "facts.use.court-evidence", 1);
        typist.chooses(page, "demonstration", 0);
        typist.turns(page, "form[data-confirms]", "Control+Enter");
        typist.leaves(page, "**/requests/MX-*?done=request-submitted", "Control+Enter");
    }

    @Test
    void aTraceIsStoppedAtEachMissingFactWithTheArticleThatWantsItInSpanish() {
        stops(Language.ES);
    }

    @Test
    void aTraceIsStoppedAtEachMissingFactWithTheArticleThatWantsItInEnglish() {
        stops(Language.EN);
    }

    private static void stops(Language language) {
        as("mx-officer", language, page -> {
            int before = kept();
            page.navigate(mx.address() + FORM);
            fills(page);
            left(page).forEach((field, missing) -> {
                missing.without().run();
                String typed = (String) page.evaluate(TYPED);
                page.locator("form[data-draft] .send button").click();
                page.waitForSelector(".error-summary");
                assertEquals(1, page.locator(".error-summary a").count(), field);
                String said = page.locator(".wrong").textContent();
                assertTrue(said.contains(missing.article()), field + ": " + said);
                String asks = language == Language.ES ? "(?si).*lo pide.*" : "(?si).*ask(s|ed) for.*";
                assertTrue(said.matches(asks), field + ": " + said);
                assertTrue(page.locator(".error-summary a").textContent().endsWith(said), field);
                assertEquals(
                        page.evaluate(CURSOR),
                        List.of(field, describedBy(page, field)),
                        "the cursor stands there, and what is read out with it is the error");
                assertEquals(typed, page.evaluate(TYPED), field + ": nothing typed is lost");
                missing.with().run();
            });
            assertEquals(before, kept(), "nothing was kept, nothing was sent");
            page.locator("form[data-draft] .send button").click();
            page.waitForSelector("form[data-confirms]");
        });
    }

    private static String describedBy(Page page, String field) {
        String read = ((List<?>) page.evaluate(CURSOR)).getLast().toString();
        assertTrue(read.endsWith(field + "-error"), field + " is described by: " + read);
        assertEquals(1, page.locator("[id='" + field + "-error']").count(), field);
        return read;
    }

    private static int kept() {
        return mx.bean(Casework.class).sent(mx.officer("mx-officer")).size();
    }

    /// A fact left out, by whom it is wanted, and how it is put back.
    private record Missing(String article, Runnable without, Runnable with) {}

    private static SequencedMap<String, Missing> left(Page page) {
        SequencedMap<String, Missing> facts = new LinkedHashMap<>();
        Map.of("to", "us-atf", "basis", "UNTOC-2000|27")
                .forEach((field, value) -> facts.put(field, chosen(page, field, value, "US-MX-PACK art. 26")));
        facts.put("purpose", chosen(page, "purpose", "firearms-trafficking", "US-MX-PACK art. 1"));
        facts.put("offence", chosen(page, "offence", "illicit-firearms", "UNTOC-2000 art. 18(15)"));
        facts.put("case", written(page, "case", "US-MX-PACK art. 1"));
        for (String field : new String[] {
            "serial", "manufacturer", "calibre", "model", "countryOfOrigin", "importer", "recoveryDate", "recoveryPlace"
        }) {
            facts.put(field, written(page, field, TRACE_FORM));
        }
        facts.put("firearmType", ticked(page, "firearmType-pistol", TRACE_FORM));
        facts.put("handling", ticked(page, "handling-H1", "US-MX-PACK art. 26"));
        facts.put("facts.use.court-evidence", ticked(page, "facts.use.court-evidence-no", "UNTOC-2000 art. 18(19)"));
        facts.put(
                "urgencyReason",
                new Missing(
                        "UNTOC-2000 art. 18(24)",
                        () -> page.check("#urgency-urgent"),
                        () -> page.check("#urgency-ordinary")));
        return facts;
    }

    private static Missing chosen(Page page, String field, String value, String article) {
        return new Missing(
                article, () -> page.selectOption("#" + field, ""), () -> page.selectOption("#" + field, value));
    }

    private static Missing written(Page page, String field, String article) {
        return new Missing(
                article, () -> page.fill("#" + field, ""), () -> page.fill("#" + field, WHOLE.get("#" + field)));
    }

    /// What stands in a group can be taken back by no key; the page comes with nothing chosen.
    private static Missing ticked(Page page, String id, String article) {
        return new Missing(
                article,
                () -> page.locator("[id='" + id + "']").evaluate("box => { box.checked = false; }"),
                () -> page.locator("[id='" + id + "']").check());
    }

    private static void fills(Page page) {
        WHOLE.forEach(page::fill);
        page.check("#firearmType-pistol");
        page.check("#demonstration");
        page.check("[id='facts.use.court-evidence-no']");
    }

    private static void as(String officer, Language language, Consumer<Page> walk) {
        String locale = language == Language.EN ? "en-US" : "es-MX";
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setLocale(locale))) {
            Page page = context.newPage();
            page.setDefaultTimeout(15_000);
            page.navigate(mx.link(officer));
            page.locator("main form button").click();
            page.waitForSelector(".rail");
            walk.accept(page);
        }
    }
}
