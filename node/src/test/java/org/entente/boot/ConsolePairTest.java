package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.entente.console.Chromium;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two real nodes and their officers at browsers: from a hit to the request about it, and on the other side from its
/// reference to the subject and to the answer.
class ConsolePairTest {
    private static final Purpose PURPOSE = new Purpose("illicit-finance");

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
        mx.publish(PURPOSE);
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
    void fromAHitToItsRequestToTheSubjectBehindItsReferenceToTheAnswer() {
        String[] number = new String[1];
        as(us, "us-analyst", page -> {
            page.waitForCondition(() -> us.mayAsk(PURPOSE));
            asksAndSeesWhatWasNotAsked(page);
            number[0] = writesFromTheHit(page);
        });
        as(us, "us-lawyer", page -> accepts(us, page, number[0]));
        as(mx, "mx-lawyer", page -> {
            page.waitForCondition(() -> {
                page.navigate(mx.address() + "/requests");
                return page.content().contains(number[0]);
            });
            asksForMore(page, number[0]);
        });
        as(us, "us-lawyer", page -> supplements(page, number[0]));
        as(mx, "mx-lawyer", page -> {
            page.waitForCondition(() -> {
                page.navigate(mx.address() + "/requests/" + number[0]);
                return page.content().contains("The second branch.");
            });
            accepts(mx, page, number[0]);
        });
        as(mx, "mx-officer", page -> {
            takesDocumentsAway(page, number[0]);
            findsTheSubject(page, number[0]);
            keepsWhatWasChosenOverSearches(page, number[0]);
        });
    }

    @Test
    void figuresSentOnOneSideAreTheSameOnTheOther() {
        as(us, "us-lawyer", page -> {
            page.navigate(us.address() + "/cooperation?first=2026-13-01");
            assertTrue(page.locator(".error-summary").isVisible(), "a day that is none is said");
            page.navigate(us.address() + "/cooperation");
            page.locator("form[action='/cooperation/figures'] button").click();
            page.waitForSelector("form[data-confirms]");
            assertTrue(page.locator("main").textContent().contains("They name nobody"));
            page.locator("main form[data-confirms] button").first().click();
            page.waitForURL("**done=figures-sent");
        });
        as(mx, "mx-auditor", page -> {
            page.waitForCondition(() -> {
                page.navigate(mx.address() + "/cooperation");
                return page.content().contains("number by number");
            });
            assertEquals(0, page.locator("form[action='/cooperation/figures']").count(), "an auditor sends nothing");
            assertEquals(1, page.locator("a[href^='/cooperation/figures.csv']").count());
        });
    }

    @Test
    void contactsAreReportedWhereThePartysOwnLawWantsIt() {
        as(us, "us-officer", page -> {
            page.navigate(us.address() + "/inbox");
            assertEquals(0, page.locator("nav a[href='/contacts']").count(), "no law of this party wants it");
        });
        as(mx, "mx-officer", page -> {
            page.navigate(mx.address() + "/contacts");
            page.locator("form[action='/contacts'] button").click();
            assertTrue(page.locator(".error-summary").isVisible(), "what is missing is named");
            page.selectOption("#counterpart", "us-atf");
            page.selectOption("#kind", "meeting");
            page.fill("#at", java.time.LocalDate.now().minusDays(1) + "T12:00");
            page.fill("#subject", "Invented working meeting.");
            page.locator("form[action='/contacts'] button").click();
            page.waitForURL("**done=contact-recorded");
            assertTrue(page.content().contains("no leave stated"));
            page.locator("form[action='/contacts/reports'] button").click();
            page.locator("main form[data-confirms] button").first().click();
            page.waitForURL("**done=contacts-reported");
            page.locator("a[href$='#receipt']").first().click();
            page.fill("#receipt", "SRE 4711");
            page.locator("form[action$='/receipt'] button").click();
            page.waitForURL("**done=contacts-handed-over");
        });
    }

    @Test
    void theListOfRequestsIsFilteredByItsAddress() {
        as(us, "us-lawyer", page -> {
            page.navigate(us.address() + "/requests?box=out&type=extradition&left=overdue");
            assertEquals("extradition", page.inputValue("#type"));
            assertTrue(page.locator("#results").textContent().contains("Nothing passes the filter"));
            page.navigate(us.address() + "/requests?box=out&state=asleep");
            assertTrue(page.locator(".error-summary").isVisible(), "what is no state is said, and filters nothing");
        });
    }

    private static void asksAndSeesWhatWasNotAsked(Page page) {
        page.navigate(us.address() + "/find");
        page.fill("#values", ConsoleNode.RFC + "\nQWE-01");
        page.selectOption("#keyType", "rfc");
        page.fill("#case", "US-2026-000042");
        page.selectOption("#purpose", PURPOSE.code());
        page.selectOption("#basis", "UNTOC-2000|27");
        page.locator("form[data-draft] .send button").click();
        page.waitForURL("**/find/queries/*");
        assertFalse(page.url().contains("QWE"), page.url());
        assertTrue(page.locator("main ul.plain").textContent().contains("QWE-01"), "it is named as not asked");
        page.reload();
        assertTrue(page.locator("main ul.plain").textContent().contains("QWE-01"), "after a reload too");
        assertEquals(1, page.locator("main table tbody tr").count());
        assertTrue(page.locator("main .demonstration").isVisible(), "all that this node holds is invented");
    }

    private static String writesFromTheHit(Page page) {
        page.locator("main table tbody a").click();
        page.waitForURL("**/requests/new?*");
        assertFalse(page.url().contains(ConsoleNode.RFC), "no identifier in an address");
        assertEquals(ConsoleNode.RFC, page.inputValue("#rfc"));
        assertEquals("US-2026-000042", page.inputValue("#case"));
        assertTrue(page.inputValue("#reasonHeld").matches("(?s).*[0-9a-f]{32}.*"), page.inputValue("#reasonHeld"));
        page.selectOption("#to", "mx-central-authority");
        page.selectOption("#offence", "money-laundering");
        page.fill("#question", "What an invented taxpayer declared in 2025.");
        page.fill("#facts", "Invented transfers.");
        page.check("#demonstration");
        page.locator("form[data-draft] .send button").click();
        page.waitForLoadState();
        if (page.locator("#lawAsked").count() > 0) {
            answerNo(page);
            page.check("#lawAsked-yes");
            page.locator("form[data-draft] .send button").click();
        }
        page.waitForSelector("form[data-confirms]");
        page.locator("main form[data-confirms] button").first().click();
        page.waitForURL("**/requests/US-*");
        return page.url().replaceAll(".*/(US-[0-9-]+).*", "$1");
    }

    private static void asksForMore(Page page, String number) {
        page.navigate(mx.address() + "/requests/" + number);
        page.locator("a[href$='/question']").click();
        page.fill("#text", "Which branch?");
        page.locator("form[data-draft] .send button").click();
        page.waitForURL("**?done=question-sent");
        assertTrue(page.locator("main .head, main").first().textContent().contains("the clock stands"));
        assertEquals(0, page.locator("a[href$='/check']").count(), "nothing is decided while information is awaited");
    }

    private static void supplements(Page page, String number) {
        page.waitForCondition(() -> {
            page.navigate(us.address() + "/requests/" + number);
            return page.locator("a[href$='/supplement']").count() > 0;
        });
        assertTrue(page.content().contains("the clock stands"), "their clock is shown here too");
        page.locator("a[href$='/supplement']").click();
        assertTrue(page.locator("#text-hint").textContent().contains("Which branch?"), "the question is in sight");
        page.fill("#text", "The second branch.");
        page.locator("form[data-draft] .send button").click();
        page.waitForURL("**?done=supplement-sent");
    }

    private static void accepts(ConsoleNode node, Page page, String number) {
        page.navigate(node.address() + "/requests/" + number + "/check");
        answerNo(page);
        for (String fact : List.of("information.held-yes", "court.authorisation-not-needed")) {
            Locator answer = page.locator("[id='facts." + fact + "']");
            if (answer.count() > 0) {
                answer.check();
            }
        }
        page.check("#accepted-yes");
        page.locator("form[data-draft] .send button").click();
        page.waitForSelector("form[data-confirms]");
        page.locator("main form[data-confirms] button").first().click();
        page.waitForURL("**?done=basis-accepted*");
    }

    /// To every question of the law.
    private static void answerNo(Page page) {
        for (Locator no : page.locator("input[name^='facts.'][value=no]").all()) {
            no.check();
        }
    }

    private static void takesDocumentsAway(Page page, String number) {
        page.navigate(mx.address() + "/requests/" + number);
        List<Locator> links = page.locator("main a[download]").all();
        assertEquals(3 * 4, links.size(), "request, receipt and decision, two forms, two languages");
        for (Locator link : links) {
            APIResponse file = page.request().get(mx.address() + link.getAttribute("href"));
            assertEquals(200, file.status(), link.getAttribute("href"));
            String name = file.headers().getOrDefault("content-disposition", "");
            assertTrue(name.matches("attachment; filename=\"" + number + "-[a-z-]+-(en|es)\\.(pdf|docx)\""), name);
            String start = new String(file.body(), 0, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertTrue(start.equals("%PDF") || start.equals("PK\3\4"), start);
        }
        String none = mx.address() + "/requests/" + number + "/documents/refusal.pdf";
        assertEquals(404, page.request().get(none).status());
        assertEquals(404, page.request().get(none.replace("refusal", "x")).status());
        assertEquals(404, page.request().get(none + "?language=fr").status());
    }

    private static void findsTheSubject(Page page, String number) {
        page.navigate(mx.address() + "/requests/" + number);
        page.locator("main a[href*='/references/']").click();
        page.waitForURL("**/holdings/*?purpose=" + PURPOSE.code());
        assertTrue(page.locator("h1").textContent().contains("COMPARTIDA MUESTRA"));
        page.navigate(mx.address() + "/requests/" + number + "/references/" + "0".repeat(32));
        assertTrue(page.content().contains("CONSOLE_PAGE_UNKNOWN"), "only what the request names is looked up");
    }

    private static void keepsWhatWasChosenOverSearches(Page page, String number) {
        page.navigate(mx.address() + "/requests/" + number + "/answer");
        page.fill("#q", "supuesta arrieta");
        page.keyboard().press("Enter");
        page.waitForSelector("#statements .note.soon");
        assertEquals(5, page.locator("#statements h3 a").count(), "five are shown, and the page says there are more");
        page.locator("#statements input[type=checkbox]").first().check();
        page.fill("#restriction", "kept too");
        page.fill("#q", "compartida muestra");
        page.locator("button[name=search]").click();
        page.waitForSelector("#statements h3 a:has-text('COMPARTIDA')");
        assertEquals(1, page.locator("#statements input:checked").count(), "what was ticked stays ticked");
        assertEquals("kept too", page.inputValue("#restriction"));
        page.locator("#statements input[type=checkbox]").first().check();
        page.check("#onward-no");
        page.fill("#expires", "2027-11-30");
        page.locator("form[data-draft] .send button").click();
        page.waitForSelector("form[data-confirms]");
        assertEquals(
                2, page.locator("form[data-confirms] input[name=statements]").count());
    }

    private static void as(ConsoleNode node, String officer, Consumer<Page> walk) {
        try (BrowserContext context =
                chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en-US"))) {
            Page page = context.newPage();
            page.setDefaultTimeout(30_000);
            page.navigate(node.link(officer));
            page.locator("main form button").click();
            page.waitForSelector(".rail");
            walk.accept(page);
        }
    }
}
