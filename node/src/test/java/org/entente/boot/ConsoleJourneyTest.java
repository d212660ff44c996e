package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.agreement.Agreements;
import org.entente.console.Axe;
import org.entente.console.Chromium;
import org.entente.exchange.PartyFile;
import org.entente.exchange.TestNode;
import org.entente.exchange.TestParty;
import org.entente.kernel.Bytes;
import org.entente.kernel.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real pages of a real node, as people of each role walk through them in a browser.
class ConsoleJourneyTest {
    private static final int OFFICE = 1280;
    private static final int PHONE = 390;
    private static final String WRITE = "/requests/new?type=police-information";
    private static final Map<String, String> REQUEST = Map.of(
            "#case", "US-2026-000042",
            "#question", "Status of an invented taxpayer in 2025.",
            "#reasonHeld", "An invented hit.",
            "#name", "Comercializadora Inventada, S.A. de C.V.",
            "#facts", "Invented transfers between two invented companies.");

    @TempDir
    private static Path home;

    private static Chromium chromium;
    private static ConsoleNode node;

    private final List<String> faults = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        node = new ConsoleNode("US", home);
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
    void everyoneFindsTheirWayInEnglish() {
        walk(Language.EN);
    }

    @Test
    void everyoneFindsTheirWayInSpanish() {
        walk(Language.ES);
    }

    /// Signs in, searches, opens a dossier, writes a request past its error summary, has it checked, looks at the
    /// proof.
    private void walk(Language language) {
        as("us-analyst", language, OFFICE, page -> {
            go(page, "/holdings");
            page.fill("#q", "supuesta arrieta");
            page.waitForSelector("#results a[data-row]");
            look(page, "search");
            assertEquals(7, page.locator("#results a[data-row]").count());
            page.locator("#results a[data-row]").first().click();
            page.waitForURL("**/holdings/*-*");
            look(page, "dossier");
            writesARequest(page);
            go(page, "/find");
            look(page, "find");
            go(page, "/operations");
            look(page, "operations");
            go(page, "/releases");
            look(page, "releases");
        });
        as("us-lawyer", language, OFFICE, page -> {
            look(page, "inbox");
            assertTrue(page.locator("main a[data-row]").count() > 0, "the request waits for the lawyer");
            page.locator("main a[data-row]").first().click();
            page.waitForURL("**/requests/US-*");
            look(page, "request");
            page.keyboard().press("e");
            page.waitForURL("**/check");
            look(page, "check");
            go(page, "/proof");
            assertTrue(page.locator("main table tbody tr").count() > 0, "what was done here is in the log");
            look(page, "proof");
            go(page, "/about");
            look(page, "about");
            go(page, "/officers");
            look(page, "officers, for a lawyer");
            go(page, "/officers/mandate");
            look(page, "mandate");
        });
        as("us-operator-1", language, OFFICE, page -> {
            look(page, "an operator's first place");
            go(page, "/party");
            look(page, "party");
            page.locator("form[action='/party/file'] button").first().click();
            page.waitForSelector("main .checkpoint");
            look(page, "own party file");
            page.locator("form[action='/party/proposal'] .send button").click();
            page.waitForSelector(".error-summary");
            look(page, "proposal with errors");
            go(page, "/sets");
            look(page, "sets");
            page.selectOption("#purpose", "illicit-finance");
            page.locator("main form .send button").click();
            page.waitForSelector("form[data-confirms]");
            look(page, "before publishing");
            go(page, "/officers");
            look(page, "officers");
            imports(page);
        });
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    /// The refusal comes before the form, whether the thing exists or not, and names no action of ours.
    @Test
    void nobodyFillsInAFormTheirRoleMayNotSend() {
        as("us-auditor", Language.ES, OFFICE, page -> {
            for (String path : List.of(
                    "/requests/new",
                    "/requests/US-2026-000001/check",
                    "/requests/US-2026-000001/refusal",
                    "/requests/US-2026-000001/answer",
                    "/operations/new",
                    "/operations/00112233445566778899aabbccddeeff/consent",
                    "/releases/00112233445566778899aabbccddeeff/opening",
                    "/releases/00112233445566778899aabbccddeeff/recall",
                    "/officers/mandate",
                    "/imports/new/casework")) {
                page.navigate(node.address() + path);
                String said = page.textContent("main");
                assertTrue(said.contains("ACCESS_DENIED") && said.contains("Su función"), path + ": " + said);
                assertEquals(0, page.locator("main form").count(), path);
            }
            page.navigate(node.address() + "/operations/nothing-of-that-form");
            assertTrue(page.textContent("main").contains("CONSOLE_PAGE_UNKNOWN"), page.textContent("main"));
        });
    }

    /// A list without its date is refused in the form; a file with a broken row comes in but for that row.
    private void imports(Page page) {
        go(page, "/imports");
        look(page, "imports");
        assertTrue(page.locator("main a[data-row]").count() > 0, "what was loaded stands there");
        go(page, "/imports/new/us-sdn");
        page.locator("main form .send button").click();
        page.waitForSelector(".error-summary");
        assertEquals(2, page.locator(".error-summary a").count(), "the date and the file are missing");
        look(page, "a list without its date and file");
        go(page, "/imports/new/casework");
        String file = "{\"format\":\"entente-casework\",\"version\":1,\"party\":\"US\",\"asOf\":\"2026-11-01\","
                + "\"invented\":true}\n{\"id\":\"P-broken\"\n";
        page.setInputFiles(
                "#part-file", new FilePayload("broken.jsonl", "text/plain", file.getBytes(StandardCharsets.UTF_8)));
        page.locator("main form .send button").click();
        page.waitForURL("**/imports/*-*");
        page.waitForSelector("#standing .mark.proven");
        assertEquals(
                List.of("1", "0", "0", "1"),
                page.locator("#standing dd").allTextContents().subList(0, 4),
                "read, taken, unchanged, rejected");
        look(page, "one import");
    }

    private void writesARequest(Page page) {
        go(page, "/requests/new");
        look(page, "what to ask for");
        go(page, WRITE);
        look(page, "empty form");
        page.locator("form[data-draft] .send button").click();
        page.waitForSelector(".error-summary");
        assertTrue(page.locator(".error-summary a").count() >= 3, "each empty field is named");
        look(page, "error summary");
        page.locator(".error-summary a[href='#case']").click();
        assertEquals("case", page.evaluate("document.activeElement.id"), "the summary leads to the field");
        fill(page);
        check(page);
        look(page, "before it is kept");
        keep(page);
        assertTrue(page.locator("main [role=status].note").isVisible(), "the page says that it was taken");
        look(page, "own request");
        attaches(page);
    }

    /// Brings a program, which is refused by name, and an act, which is listed, read back and taken away again.
    private void attaches(Page page) {
        page.locator("main a[href$='/attachments']").first().click();
        page.waitForURL("**/attachments");
        page.setInputFiles("#file", new FilePayload("acta.exe", "application/pdf", new byte[] {'M', 'Z'}));
        page.locator("form[enctype] .send button").click();
        page.waitForSelector(".error-summary");
        assertTrue(page.locator(".error-summary").innerText().contains("acta.exe"), "who brought several knows which");
        look(page, "a file that is not taken");
        byte[] act = "%PDF-1.7\ninvented\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        page.setInputFiles("#file", new FilePayload("acta número 1.pdf", "application/pdf", act));
        page.locator("form[enctype] .send button").click();
        page.waitForSelector("main a[download]");
        look(page, "attachments");
        var download = page.waitForDownload(
                () -> page.locator("main a[download]").first().click());
        assertEquals("acta número 1.pdf", download.suggestedFilename());
        page.locator("form[action$='/removal'] button").click();
        page.waitForCondition(() -> page.locator("main a[download]").count() == 0);
        page.locator("main a[href^='/requests/US-']").first().click();
    }

    /// From the open form of a request to its own page.
    private static void submit(Page page) {
        fill(page);
        check(page);
        keep(page);
    }

    private static void fill(Page page) {
        REQUEST.forEach(page::fill);
        page.selectOption("#to", "mx-sat");
        page.selectOption("#basis", "UNTOC-2000|27");
        page.selectOption("#purpose", "illicit-finance");
        page.selectOption("#offence", "money-laundering");
        page.check("#demonstration");
    }

    private static void keep(Page page) {
        page.locator("main form[data-confirms] button").first().click();
        page.waitForURL("**/requests/US-*");
    }

    /// To the page that shows what will be sent, answering what the law asks on the way.
    private static void check(Page page) {
        page.locator("form[data-draft] .send button").click();
        page.waitForLoadState();
        if (page.locator("#lawAsked").count() > 0) {
            for (String fact : List.of(
                    "use.court-evidence", "migration.status-check", "person.only-smuggled", "person.fled-here")) {
                var no = page.locator("[id='facts." + fact + "-no']");
                if (no.count() > 0) {
                    no.check();
                }
            }
            page.check("#lawAsked-yes");
            page.locator("form[data-draft] .send button").click();
        }
        page.waitForSelector("form[data-confirms]");
    }

    @Test
    void whatTheNodeAcceptedIsNoDraftAnyMoreAndWhatItRefusedStillIs() {
        as("us-analyst", Language.EN, OFFICE, page -> {
            go(page, WRITE);
            page.fill("#case", "nonsense");
            page.locator("form[data-draft] .send button").click();
            page.waitForSelector(".error-summary");
            go(page, "/about");
            go(page, WRITE);
            assertEquals("nonsense", page.inputValue("#case"), "kept after an error");
            submit(page);
            go(page, WRITE);
            assertEquals("", page.inputValue("#case"), "the next form begins empty");
            assertEquals("", page.inputValue("#facts"), "the next form begins empty");
        });
        as("us-officer", Language.EN, OFFICE, page -> {
            go(page, "/operations/new");
            page.fill("#title", "Invented observation");
            page.locator("form[data-draft] .send button").click();
            page.waitForSelector(".error-summary");
            go(page, "/operations/new");
            assertEquals("Invented observation", page.inputValue("#title"), "kept after an error");
            proposes(page);
            assertTrue(page.locator("main .demonstration").isVisible(), "all that this node holds is invented");
            assertTrue(page.locator("main dl.facts").first().textContent().contains("Observation"));
            go(page, "/operations/new");
            assertEquals("", page.inputValue("#title"), "the next form begins empty");
            go(page, "/operations");
            assertTrue(page.locator("main .mark.invented").count() > 0, "and so says the list");
        });
    }

    private static void proposes(Page page) {
        page.check("#to-mx-sspc");
        page.check("#territories-MX");
        page.fill("#place", "Villa Ejemplo");
        page.fill("#start", "2026-12-01T08:00");
        page.fill("#end", "2026-12-02T08:00");
        page.check("#measures-observation");
        page.fill("#case", "US-2026-000042");
        page.check("[id='basis-UNTOC-2000|19']");
        page.check("#purpose-criminal-investigation");
        page.locator("form[data-draft] .send button").click();
        page.waitForURL("**/operations/*?done=operation-drafted");
    }

    @Test
    void aRequestThatTheLawyerGaveBackIsMendedUnderItsNumber() {
        String[] number = new String[1];
        as("us-analyst", Language.EN, OFFICE, page -> {
            go(page, WRITE);
            submit(page);
            number[0] = page.url().replaceAll(".*/(US-[0-9-]+).*", "$1");
        });
        as("us-lawyer", Language.EN, OFFICE, page -> {
            go(page, "/requests/" + number[0] + "/check");
            page.check("#accepted-no");
            page.fill("#note", "Say which year.");
            page.locator("form[data-draft] .send button").click();
            page.waitForSelector("form[data-confirms]");
            page.locator("main form[data-confirms] button").first().click();
            page.waitForURL("**?done=*");
        });
        as("us-analyst", Language.EN, OFFICE, page -> {
            go(page, "/inbox");
            assertTrue(page.content().contains(number[0]), "it waits in the inbox");
            go(page, "/requests/" + number[0]);
            page.keyboard().press("e");
            page.waitForURL("**/revision");
            glance(page, "revision");
            assertTrue(page.content().contains("Say which year."), "the lawyer's note stands over the form");
            assertEquals(REQUEST.get("#facts"), page.inputValue("#facts"), "the draft fills the form");
            page.fill("#question", "Status of an invented taxpayer in 2024.");
            check(page);
            page.locator("main form[data-confirms] button").first().click();
            page.waitForURL("**/requests/" + number[0] + "?done=request-submitted");
            assertTrue(page.content().contains("in 2024."), "the request says it anew");
        });
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void thePurposeGoesWithTheOfficer() {
        as("us-analyst", Language.EN, OFFICE, page -> {
            go(page, "/holdings");
            page.selectOption("#purpose", "illicit-finance");
            page.fill("#q", "supuesta arrieta ejemplo a");
            page.waitForSelector("#results a[href*='purpose=illicit-finance']");
            page.locator("#results a[data-row]").first().click();
            page.waitForURL("**purpose=illicit-finance");
            assertTrue(
                    page.locator("main section a[href*='purpose=illicit-finance']")
                                    .count()
                            > 0,
                    "a link between subjects carries it");
            go(page, "/inbox");
            page.fill("#seek", "supuesta");
            page.keyboard().press("Enter");
            page.waitForURL("**/holdings?*");
            assertEquals("illicit-finance", page.inputValue("#purpose"));
        });
    }

    @Test
    void aLiveSearchThatFailsSaysWhatToDo() {
        as("us-analyst", Language.ES, PHONE, page -> {
            go(page, "/holdings");
            page.fill("#q", "supuesta");
            page.waitForSelector("#results a[data-row]");
            page.route("**/holdings?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
            page.fill("#q", "supuesta arrieta");
            page.waitForSelector("[data-trouble=fault]:not([hidden])");
            assertFalse(page.locator("#results").isVisible(), "what was found for other words is not shown");
            assertEquals("supuesta arrieta", page.inputValue("#q"));
            glance(page, "failed search");
            page.unroute("**/holdings?*");
            page.route("**/holdings?*", Route::abort);
            page.fill("#q", "supuesta arrieta e");
            page.waitForSelector("[data-trouble=away]:not([hidden])");
            page.unroute("**/holdings?*");
            page.fill("#q", "supuesta arrieta ej");
            page.waitForSelector("#results a[data-row]");
            assertEquals(0, page.locator("[data-trouble]:not([hidden])").count());
            page.context().clearCookies();
            page.fill("#q", "supuesta");
            page.waitForSelector("[data-trouble=session]:not([hidden]) a[href='/sign-in']");
            glance(page, "ended session");
        });
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void theAuditorReachesWhatTheOtherPartyAsked() {
        as("us-auditor", Language.EN, OFFICE, page -> {
            page.locator(".rail a[data-place=find]").click();
            page.waitForURL("**/find");
            page.locator("nav.views a[href='/find/served']").click();
            page.waitForURL("**/find/served");
            glance(page, "served");
        });
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    /// One operator proposes, another confirms; then the sets are published, and the other party can be told.
    @Test
    void twoOperatorsPinThePeerAndPublish() {
        try (TestNode peer = new TestNode("MX")) {
            peer.party.packHash =
                    node.bean(Agreements.class).current(TestParty.AGREEMENT).packHash();
            Bytes file = peer.directory.exportPartyFile(peer.party.operator(1), TestParty.AGREEMENT);
            String fingerprint = PartyFile.fingerprint(file);
            as("us-operator-1", Language.EN, OFFICE, page -> {
                go(page, "/party");
                page.setInputFiles("#upload", new FilePayload("MX.party", "text/plain", file.toArray()));
                page.fill("#fingerprint", "0000");
                page.locator("form[action='/party/proposal'] .send button").click();
                page.waitForSelector(".error-summary a[href='#fingerprint']");
                page.fill("#partyFile", new String(file.toArray(), StandardCharsets.UTF_8));
                page.fill("#fingerprint", fingerprint);
                page.locator("form[action='/party/proposal'] .send button").click();
                page.waitForURL("**/party?done=pin-proposed");
                assertEquals(0, page.locator("#typed").count(), "who proposed cannot confirm");
                assertFalse(page.content().contains(fingerprint), "nobody copies the fingerprint from the proposal");
            });
            as("us-operator-2", Language.ES, PHONE, page -> {
                go(page, "/party");
                glance(page, "a proposal waits");
                page.fill("#typed", fingerprint);
                page.locator("form[action='/party/confirmation'] .send button").click();
                page.waitForSelector("form[data-confirms]");
                glance(page, "before pinning");
                page.locator("form[data-confirms] button").click();
                page.waitForURL("**/party?done=pin-confirmed");
                assertTrue(page.locator("main dl.facts").first().textContent().contains(fingerprint));
                go(page, "/sets");
                page.selectOption("#purpose", "illicit-finance");
                page.locator("main form .send button").click();
                page.waitForSelector("form[data-confirms]");
                page.locator("form[data-confirms] button").click();
                page.waitForSelector("#standing .mark:text('publicada')");
                assertTrue(page.locator("main table tbody tr").count() > 0, "what was published stands in the table");
                glance(page, "published sets");
            });
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void aLinkThatAnOperatorMakesLetsItsOfficerInOnce() {
        String[] link = new String[1];
        as("us-operator-1", Language.EN, PHONE, page -> {
            go(page, "/officers");
            page.locator("form[action='/officers/us-auditor/link'] button").click();
            page.waitForSelector("main button[data-copy]");
            glance(page, "a fresh link");
            link[0] = page.getAttribute("main button[data-copy]", "data-copy");
            go(page, "/officers");
            assertEquals(0, page.locator("main button[data-copy]").count(), "shown once");
        });
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(link[0]);
            page.locator("main form button").click();
            page.waitForSelector(".rail a[data-place=find]");
            assertTrue(page.locator(".who").textContent().contains("Invented Auditor"));
        }
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    @Test
    void aMandateShowsAProtectedPersonWithItsReasonAndEnd() {
        as("us-officer", Language.EN, OFFICE, page -> {
            go(page, "/holdings?q=reservada+prueba");
            assertEquals(0, page.locator("#results a[data-row]").count(), "without a mandate nobody is there");
        });
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        as("us-lawyer", Language.EN, OFFICE, page -> {
            go(page, "/officers/mandate");
            page.fill("#officer", "us-officer");
            page.check("#classes-WITNESS");
            page.fill("#reason", "The witness asked to be heard.");
            page.fill("#until", end.toString());
            page.locator("form[data-draft] .send button").click();
            page.waitForSelector("form[data-confirms]");
            page.locator("form[data-confirms] button").click();
            page.waitForURL("**/officers?done=mandate-given");
        });
        as("us-officer", Language.ES, PHONE, page -> {
            go(page, "/holdings?q=reservada+prueba");
            page.locator("#results a[data-row]").first().click();
            page.waitForURL("**/holdings/*-*");
            String banner = page.locator("main .note").first().textContent();
            assertTrue(banner.contains("The witness asked to be heard."), banner);
            assertTrue(banner.contains("us-lawyer"), banner);
            assertTrue(banner.contains(String.valueOf(end.getDayOfMonth())), banner);
            glance(page, "dossier under a mandate");
        });
        assertEquals(List.of(), faults, () -> String.join("\n", faults));
    }

    private void as(String officer, Language language, int width, Consumer<Page> walk) {
        String locale = language == Language.EN ? "en-US" : "es-MX";
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setLocale(locale))) {
            Page page = context.newPage();
            page.setDefaultTimeout(15_000);
            page.navigate(node.link(officer));
            assertEquals(locale, page.getAttribute("html", "lang"));
            page.locator("main form button").click();
            page.waitForURL(url -> !url.contains("/sign-in"));
            page.waitForSelector(".rail", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
            walk.accept(page);
        }
    }

    private static void go(Page page, String path) {
        page.navigate(node.address() + path);
    }

    /// On both screens in Spanish, whose words are the longer ones; on the phone in English, where lines break first.
    private void look(Page page, String what) {
        int before = page.viewportSize().width;
        boolean spanish = "es".equals(page.getAttribute("html", "lang"));
        for (int width : spanish ? List.of(OFFICE, PHONE) : List.of(PHONE)) {
            page.setViewportSize(width, 800);
            glance(page, what);
        }
        page.setViewportSize(before, 800);
    }

    /// Notes what a reader with a screen reader or on a narrow screen would stumble over.
    private void glance(Page page, String what) {
        String where = what + " (" + page.getAttribute("html", "lang") + ", " + page.viewportSize().width + " px)";
        Axe.violations(page).forEach(violation -> faults.add(where + ": " + violation));
        int width = (int) page.evaluate("document.documentElement.scrollWidth");
        if (width > page.viewportSize().width) {
            faults.add(where + ": is " + width + " px wide");
        }
    }
}
