package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.entente.console.Chromium;
import org.entente.hold.ImportOrder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An analyst judges pairs by keyboard, and undoes what the machine joined from the dossier: in both languages,
/// on an office screen and on a phone.
class ReviewJourneyTest {
    private static final String SUBJECT = """
            {"id":"@id","kind":"person","class":"suspect","status":"none",\
            "basis":{"instrument":"US-28-USC","article":"533"},"handling":["H1"],"evaluation":"B2",\
            "retainUntil":"2031-06-30","facets":[{"key":"main","kind":"primary","statements":[\
            {"property":"name","value":"@name"}@more]}]}""";

    @TempDir
    static Path home;

    private static Chromium chromium;
    private static ConsoleNode node;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        node = new ConsoleNode("US", home);
        String born = ",{\"property\":\"birth-date\",\"value\":\"1971-05-06\"}";
        List<String> lines = new ArrayList<>(List.of("{\"format\":\"entente-casework\",\"version\":1,\"party\":\"US\","
                + "\"asOf\":\"2026-11-02\",\"invented\":true}"));
        lines.add(subject("R-1", "XOCHITECPAN HUITZIPOPOCA, Ana Citlalmina", born));
        lines.add(subject("R-2", "Ana Citlalmina Xochitecpan Huitzipopoca", born));
        for (String name : List.of("TEPETZINTLA QUIAHUIXTLAN, Oscar", "YAUHTEPEC OCOTLANTZIN, Irma")) {
            lines.add(subject("R-" + (lines.size() + 1), name, ""));
            lines.add(subject("R-" + (lines.size() + 1), name, ""));
        }
        Path file = Files.write(home.resolve("review.jsonl"), lines);
        node.take(new ImportOrder("casework", Map.of("file", file), LocalDate.of(2026, 11, 2), false));
    }

    private static String subject(String id, String name, String more) {
        return SUBJECT.replace("@id", id).replace("@name", name).replace("@more", more);
    }

    @AfterAll
    static void stop() {
        if (node != null) {
            node.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void pairsAreJudgedByKeyboardAndAJoinIsUndoneFromTheDossier() {
        as("us-analyst", "en-US", 1280, page -> {
            page.keyboard().press("g");
            page.keyboard().press("v");
            page.waitForURL("**/review");
            int waiting = waiting(page);
            assertTrue(waiting >= 2, page.textContent("main"));
            assertTrue(page.textContent("main").contains("never what a person did"));
            clean(page);
            page.keyboard().press("ArrowRight");
            page.waitForURL("**at=1");
            page.keyboard().press("ArrowLeft");
            page.waitForURL("**at=0");
            page.keyboard().press("n");
            page.waitForURL("**done=pair-judged");
            assertEquals(waiting - 1, waiting(page));
        });
        as("us-analyst", "es-MX", 390, page -> {
            page.navigate(node.address() + "/holdings?q=xochitecpan");
            page.locator("#results a[data-row]").first().click();
            page.waitForURL("**/holdings/*-*");
            String said = page.textContent("main");
            assertTrue(said.contains("sin confirmar por una persona"), said);
            assertTrue(said.contains("nunca lo que hizo una persona"), said);
            assertEquals(0, page.locator("main a[href*='/requests/new']").count(), "no match opens a request");
            page.locator("details.judged summary").first().click();
            clean(page);
            page.locator("details.judged a.button").first().click();
            page.waitForURL("**/review/*-*/*-*");
            clean(page);
            page.locator("button[value=different]").click();
            page.waitForSelector(".error-summary");
            assertTrue(page.textContent(".error-summary").contains("requiere un motivo"));
            clean(page);
            page.fill("#reason", "Son dos hermanas.");
            page.locator("button[value=different]").click();
            page.waitForURL("**/holdings/*done=pair-judged");
            String after = page.textContent("main");
            assertTrue(after.contains("Son dos hermanas."), after);
            assertFalse(after.contains("sin confirmar por una persona"), after);
        });
    }

    @Test
    void whoMayNotJudgeSeesTheJoinAndNoButton() {
        as("us-officer", "en-US", 1280, page -> {
            assertEquals(0, page.locator(".rail a[data-place=review]").count());
            page.navigate(node.address() + "/holdings?q=supuesta+arrieta");
            page.locator("#results a[data-row]").first().click();
            page.waitForURL("**/holdings/*-*");
            assertEquals(0, page.locator("details.judged a.button").count());
            page.navigate(node.address() + "/review");
            assertTrue(page.textContent("main").contains("ACCESS_DENIED"));
        });
    }

    private static int waiting(Page page) {
        return Integer.parseInt(page.textContent(".state").replaceAll(".* of ([0-9]+) that.*", "$1"));
    }

    private static void clean(Page page) {
        String faults = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .collect(Collectors.joining("\n"));
        assertEquals("", faults);
        assertTrue((int) page.evaluate("document.documentElement.scrollWidth") <= page.viewportSize().width);
    }

    private static void as(String officer, String locale, int width, Consumer<Page> walk) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale(locale))) {
            Page page = context.newPage();
            page.setDefaultTimeout(20_000);
            page.navigate(node.link(officer));
            page.locator("main form button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.waitForSelector("main h1");
            walk.accept(page);
        }
    }
}
