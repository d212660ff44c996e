package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.kernel.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page as a person meets it: read aloud, by keyboard, on a phone, in both languages, under the console's own
/// content-security policy.
class PagesTest {
    private static Chromium chromium;
    private static SampleDoor door;
    private static Set<String> pages;

    @BeforeAll
    static void open() throws Exception {
        chromium = Chromium.start();
        door = new SampleDoor(0);
        pages = new SamplePages(new Words(Language.EN)).all().keySet();
    }

    @AfterAll
    static void close() {
        if (door != null) {
            door.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void axeFindsNothingInEnglishOnLightGround() {
        assertAxeClean(Language.EN, Theme.LIGHT);
    }

    @Test
    void axeFindsNothingInSpanishOnDarkGround() {
        assertAxeClean(Language.ES, Theme.DARK);
    }

    @Test
    void noPageIsWiderThanAPhone() {
        List<String> wide = new ArrayList<>();
        withPage(
                390,
                page -> pages.forEach(name -> {
                    go(page, name, Language.ES, Theme.LIGHT);
                    int width = (int) page.evaluate("document.documentElement.scrollWidth");
                    if (width > 390) {
                        wide.add(name + " is " + width + " px wide");
                    }
                }));
        assertEquals(List.of(), wide);
    }

    @Test
    void nothingIsBlockedByThePolicyAndNoScriptFails() {
        List<String> complaints = new ArrayList<>();
        withPage(1280, page -> {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            pages.forEach(name -> go(page, name, Language.EN, Theme.AUTO));
        });
        assertEquals(List.of(), complaints);
    }

    @Test
    void keysOpenTheListSearchAndRows() {
        withPage(1280, page -> {
            go(page, "inbox", Language.EN, Theme.LIGHT);
            page.keyboard().press("?");
            assertTrue(page.locator("#keys").isVisible(), "? lists the keys");
            page.keyboard().press("Escape");
            page.keyboard().press("j");
            String first = focused(page);
            page.keyboard().press("j");
            assertNotEquals(first, focused(page), "j goes to the next row");
            page.keyboard().press("k");
            assertEquals(first, focused(page), "k goes back");
            page.keyboard().press("/");
            assertEquals("seek", page.evaluate("document.activeElement.id"), "/ goes to the search");
            page.keyboard().type("j?");
            assertEquals("j?", page.inputValue("#seek"), "keys are letters while typing");
        });
    }

    @Test
    void twoLettersGoToAPlaceAndEnterOpensARow() {
        withPage(1280, page -> {
            go(page, "request", Language.EN, Theme.LIGHT);
            page.keyboard().press("g");
            page.keyboard().press("i");
            page.waitForURL("**/inbox");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL("**/requests/MX-2026-000122");
        });
    }

    @Test
    void controlEnterSendsTheFormAndYJudges() {
        withPage(1280, page -> {
            go(page, "request", Language.EN, Theme.LIGHT);
            page.keyboard().press("y");
            page.waitForURL("**/requests/MX-2026-000123/answer");
            go(page, "refusal", Language.EN, Theme.LIGHT);
            page.fill("#reasonsEn", "a reason");
            page.keyboard().press("Control+Enter");
            page.waitForURL("**/requests/MX-2026-000123/refusal");
        });
    }

    @Test
    void aDraftSurvivesAReloadAndIsKeptInTheTabOnly() {
        withPage(1280, page -> {
            go(page, "refusal", Language.EN, Theme.LIGHT);
            page.fill("#reasonsEn", "kept words");
            page.reload();
            assertEquals("kept words", page.inputValue("#reasonsEn"));
            assertEquals("0", String.valueOf(page.evaluate("localStorage.length")));
        });
    }

    @Test
    void focusIsSeenOnEveryControl() {
        withPage(1280, page -> {
            go(page, "inbox", Language.EN, Theme.LIGHT);
            for (int i = 0; i < 12; i++) {
                page.keyboard().press("Tab");
                Object outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle");
                assertNotEquals("none", outline, () -> "no outline on " + focused(page));
            }
        });
    }

    @Test
    void aHostileNameIsText() {
        String page = door.render("inbox", Language.EN, Theme.LIGHT);
        assertFalse(page.contains("<script>"), "templates carry no inline script");
        assertFalse(page.contains(" style="), "templates carry no inline style");
    }

    private static void assertAxeClean(Language language, Theme theme) {
        List<String> violations = new ArrayList<>();
        withPage(
                1280,
                page -> pages.forEach(name -> {
                    go(page, name, language, theme);
                    for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                        violations.add(name + ": " + rule.getId() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .limit(3)
                                        .toList());
                    }
                }));
        assertEquals(List.of(), violations, () -> String.join("\n", violations));
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.outerHTML.slice(0, 120)");
    }

    private static void go(Page page, String name, Language language, Theme theme) {
        page.navigate(door.address() + "/" + name + "?" + language + "-" + theme);
    }

    private static void withPage(int widthPx, Consumer<Page> look) {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(widthPx, 800))) {
            look.accept(context.newPage());
        }
    }
}
