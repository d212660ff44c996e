package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.access.Access;
import org.entente.access.Officers;
import org.entente.access.Roster;
import org.entente.access.SignInLink;
import org.entente.access.store.JooqAccounts;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.prove.LedgerFake;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/// The console's own connector with its real security: accounts in a database, no verb behind the pages.
class ConsoleDoorTest {
    private static final Party US = new Party("US");
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Roster ROSTER = Roster.parse(US, """
            officers:
              - {id: us-officer, institution: us-atf, name: An Officer, roles: [CASE_OFFICER]}
              - {id: us-operator-1, institution: us-central-authority, name: Operator, roles: [OPERATOR]}
            """);

    private static final Database DATABASE = TestDatabase.open();
    private static ConfigurableApplicationContext context;
    private static String address;

    /// What the door needs to let people in. Pages of the verbs are made when they are first asked for, which no test
    /// here does.
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
    @Import(ConsoleBeans.class)
    static class DoorOnly {
        @Bean
        NodeConfig config() {
            return NodeConfig.parse("""
                    party: US
                    agreement: us-mx
                    host: us.example
                    pack: agreement
                    node-key-file: node.key
                    console: {address: 127.0.0.1, port: 0}
                    peer: {address: 127.0.0.1, port: 0, url: "https://127.0.0.1:1"}
                    """);
        }

        @Bean
        AgreementId agreement() {
            return new AgreementId("us-mx");
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        Officers officers(Clock clock, AgreementId agreement) {
            return new Officers(DATABASE, new JooqAccounts(US), new LedgerFake(), agreement, clock);
        }

        @Bean
        Access access(Officers officers, Clock clock) {
            return new Access(officers, clock);
        }

        @Bean
        Agreements agreements() {
            return new Agreements(List.of(ShippedPack.read()));
        }
    }

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(DoorOnly.class)
                .properties(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.main.lazy-initialization=true",
                        "spring.main.banner-mode=off")
                .run();
        address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
        context.getBean(Officers.class).enrol(ROSTER);
    }

    @AfterAll
    static void stop() {
        context.close();
        DATABASE.close();
    }

    @Test
    void lookingAtALinkSpendsNothingPressingItsButtonOnceDoes() throws Exception {
        SignInLink link = link();
        Visitor scanner = new Visitor();
        for (int i = 0; i < 3; i++) {
            assertTrue(scanner.get("/sign-in/" + link.code().reveal()).body().contains("name=\"code\""), "still open");
        }
        Visitor officer = new Visitor();
        HttpResponse<String> entered = officer.enter(link);
        assertEquals(302, entered.statusCode());
        assertEquals(
                address + "/inbox", entered.headers().firstValue("Location").orElseThrow());
        assertEquals(200, officer.get("/about").statusCode());
        Visitor second = new Visitor();
        assertEquals(200, second.enter(link).statusCode(), "spent: the page says so");
        assertEquals(302, second.get("/about").statusCode(), "and nobody is signed in");
    }

    @Test
    void theSessionCookieCarriesThePartyAndIsOutOfReachOfScriptsAndOtherSites() throws Exception {
        HttpResponse<String> entered = new Visitor().enter(link());
        String cookie = entered.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("ENTENTE_US="))
                .findFirst()
                .orElseThrow();
        assertTrue(cookie.matches("ENTENTE_US=[0-9a-f]{64}; .*"), cookie);
        assertTrue(cookie.contains("; HttpOnly"), cookie);
        assertTrue(cookie.contains("; SameSite=Strict"), cookie);
    }

    @Test
    void aFormFromElsewhereIsRefused() throws Exception {
        SignInLink link = link();
        Visitor visitor = new Visitor();
        visitor.get("/sign-in/" + link.code().reveal());
        HttpResponse<String> refused =
                visitor.post("/sign-in", "code=" + link.code().reveal());
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("CONSOLE_FORM_STALE"), refused.body());
        assertTrue(context.getBean(Officers.class).isOpen(link.code()), "the link is still open");
    }

    @Test
    void afterSigningOutTheCookieIsWorthNothing() throws Exception {
        Visitor officer = new Visitor();
        officer.enter(link());
        String page = officer.get("/about").body();
        assertEquals(302, officer.post("/sign-out", form(page)).statusCode());
        assertEquals(302, officer.get("/about").statusCode());
    }

    @Test
    void languageChangesOnTheSamePage() throws Exception {
        Visitor officer = new Visitor();
        officer.enter(link());
        String english = officer.get("/about").body();
        HttpResponse<String> chosen = officer.post("/preferences", form(english) + "&language=ES&to=%2Fabout");
        assertEquals(address + "/about", chosen.headers().firstValue("Location").orElseThrow());
        assertTrue(officer.get("/about").body().contains("lang=\"es-MX\""));
        HttpResponse<String> elsewhere = officer.post("/preferences", form(english) + "&to=%2F%2Felsewhere.example%2F");
        assertEquals(address + "/", elsewhere.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void everyAnswerCarriesTheStrictPolicyAndPagesAreNotStored() throws Exception {
        Visitor officer = new Visitor();
        officer.enter(link());
        for (String path : List.of("/about", "/sign-in", "/no-such-page", "/static/entente.css")) {
            HttpResponse<String> answer = officer.get(path);
            assertEquals(
                    ConsoleBeans.CONTENT_POLICY,
                    answer.headers().firstValue("Content-Security-Policy").orElse("none"),
                    path);
            assertEquals(
                    "no-referrer",
                    answer.headers().firstValue("Referrer-Policy").orElse(""),
                    path);
        }
        String kept =
                officer.get("/about").headers().firstValue("Cache-Control").orElse("");
        assertTrue(kept.contains("no-store"), kept);
        assertEquals(404, officer.get("/no-such-page").statusCode());
    }

    @Test
    void withoutASessionOnlyTheSignInPageAndItsLooksAreServed() throws Exception {
        Visitor stranger = new Visitor();
        for (String path : List.of("/", "/inbox", "/holdings?q=abc", "/requests/new", "/proof", "/about")) {
            HttpResponse<String> answer = stranger.get(path);
            assertEquals(302, answer.statusCode(), path);
            assertTrue(answer.headers().firstValue("Location").orElse("").endsWith("/sign-in"), path);
        }
        assertEquals(200, stranger.get("/sign-in").statusCode());
        assertEquals(200, stranger.get("/static/js/console.js").statusCode());
        assertFalse(stranger.get("/static/../org/entente/console/texts.properties")
                .body()
                .contains("product.en"));
    }

    /// A browser would follow a redirect unseen and put the sign-in page where the part belongs.
    @Test
    void aPartOfAPageIsToldThatTheSessionEndedInsteadOfBeingRedirected() throws Exception {
        HttpRequest part = HttpRequest.newBuilder(URI.create(address + "/holdings?q=abc"))
                .header("HX-Request", "true")
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(part, HttpResponse.BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
        assertEquals("", answer.body());
    }

    @Test
    void filesOfWhoeverIsNotSignedInAreRefusedBeforeTheyAreRead() throws Exception {
        HttpRequest upload = HttpRequest.newBuilder(URI.create(address + "/requests/US-2026-000001/attachments"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString("--x--"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(upload, HttpResponse.BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
    }

    private static SignInLink link() {
        Officer operator = ROSTER.officers().getLast();
        return context.getBean(Officers.class)
                .issueLink(context.getBean(Access.class), operator, new OfficerId("us-officer"));
    }

    private static String form(String page) {
        Matcher token = FORM_TOKEN.matcher(page);
        assertTrue(token.find(), "the page has a form");
        return "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
    }

    /// A browser of its own: keeps cookies, follows nothing.
    private static final class Visitor {
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> enter(SignInLink link) throws IOException, InterruptedException {
            String page = get("/sign-in/" + link.code().reveal()).body();
            return post("/sign-in", form(page) + "&code=" + link.code().reveal());
        }
    }
}
