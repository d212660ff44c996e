package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.kernel.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every page as a person meets it: read aloud, by keyboard, on a phone, in both languages, under the console's own
/// content-security policy.
class PagesTest {
    private static final int PHONE = 390;
    private static final int OFFICE = 1280;
    private static final Map<Language, Seen> SEEN = new EnumMap<>(Language.class);

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
        assertNone(seen(Language.EN, Theme.LIGHT).violations());
    }

    @Test
    void axeFindsNothingInSpanishOnDarkGround() {
        assertNone(seen(Language.ES, Theme.DARK).violations());
    }

    @Test
    void noPageIsWiderThanAPhone() {
        assertNone(seen(Language.ES, Theme.DARK).wide());
    }

    @Test
    void nothingIsBlockedByThePolicyAndNoScriptFails() {
        assertNone(seen(Language.EN, Theme.LIGHT).complaints());
        assertNone(seen(Language.ES, Theme.DARK).complaints());
    }

    @Test
    void keysOpenTheListSearchAndRows() {
        withPage(OFFICE, page -> {
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
        withPage(OFFICE, page -> {
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
        withPage(OFFICE, page -> {
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
        withPage(OFFICE, page -> {
            go(page, "refusal", Language.EN, Theme.LIGHT);
            page.fill("#reasonsEn", "kept words");
            page.reload();
            assertEquals("kept words", page.inputValue("#reasonsEn"));
            assertEquals("0", String.valueOf(page.evaluate("localStorage.length")));
        });
    }

    @Test
    void focusIsSeenOnEveryControl() {
        withPage(OFFICE, page -> {
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

    private static void assertNone(List<String> faults) {
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    /// What every page showed in one language and theme, each opened once on a phone and then looked at in an office.
    private record Seen(List<String> violations, List<String> wide, List<String> complaints) {}

    private static Seen seen(Language language, Theme theme) {
        return SEEN.computeIfAbsent(language, _ -> look(language, theme));
    }

    private static Seen look(Language language, Theme theme) {
        Seen seen = new Seen(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        withPage(PHONE, page -> {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    seen.complaints.add(message.text());
                }
            });
            page.onPageError(seen.complaints::add);
            pages.forEach(name -> {
                page.setViewportSize(PHONE, 800);
                go(page, name, language, theme);
                int width = (int) page.evaluate("document.documentElement.scrollWidth");
                if (width > PHONE) {
                    seen.wide.add(name + " is " + width + " px wide");
                }
                page.setViewportSize(OFFICE, 800);
                Axe.violations(page).forEach(violation -> seen.violations.add(name + ": " + violation));
            });
        });
        return seen;
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
