package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.ShippedPack;
import org.entente.ask.RequestType;
import org.entente.find.Hit;
import org.entente.find.QueryEntry;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.SourceReference;
import org.junit.jupiter.api.Test;

/// What a query's page says, and what it says nothing about.
class FindViewsTest {
    private static final Instant NOW = Instant.parse("2026-11-28T17:00:00Z");
    private static final Bytes HANDLE = Bytes.fromHex("4d1f0c2b9a8e7d6c5b4a39281706f5e4");
    private static final Hit KNOWN = new Hit("QWE010203AB1", EvidentialStatus.LISTED_FINAL, false, HANDLE);
    private static final Hit CLEARED = new Hit("ZXC040506CD2", EvidentialStatus.CLEARED_BY_COURT, true, null);

    private final Lexicon lexicon = lexicon(Language.EN);

    @Test
    void whatCouldNotBeReadIsNotCalledNotKnown() {
        NotAsked notAsked = new NotAsked();
        QueryEntry entry = entry(List.of(KNOWN));
        notAsked.keep(entry.id(), List.of("QWE-01", "?"));
        QueryPage page = FindViews.page(lexicon, answered(entry, notAsked.of(entry.id())));
        assertEquals(List.of("QWE-01", "?"), page.notAsked());
        assertTrue(page.notAskedState().startsWith("2 texts are no identifiers"), page.notAskedState());
        String html = new Pages().render("query", Map.of("frame", frame(), "page", page));
        assertTrue(html.contains("QWE-01"), "the page names them");
        assertTrue(page.notKnown().contains("that were asked"), page.notKnown());
    }

    @Test
    void aQueryOfWhichEverythingWasReadSaysNothingOfIt() {
        QueryEntry entry = entry(List.of());
        QueryPage page = FindViews.page(lexicon, answered(entry, new NotAsked().of(entry.id())));
        assertEquals("", page.notAskedState());
    }

    @Test
    void unreadableTextsAreKeptForTheNewestQueriesAndInPartOnly() {
        NotAsked notAsked = new NotAsked();
        Bytes first = id(0);
        IntStream.rangeClosed(0, 100).forEach(i -> notAsked.keep(id(i), List.of("text " + i)));
        assertEquals(0, notAsked.of(first).count(), "the oldest is forgotten");
        assertEquals(List.of("text 100"), notAsked.of(id(100)).shown());
        notAsked.keep(
                first, IntStream.range(0, 500).mapToObj(i -> "x".repeat(300)).toList());
        assertEquals(500, notAsked.of(first).count());
        assertEquals(200, notAsked.of(first).shown().size());
        assertTrue(notAsked.of(first).shown().getFirst().length() <= 81);
    }

    @Test
    void aHitLeadsToARequestWithItsReferenceAndAClearedOneToNothing() {
        QueryEntry entry = entry(List.of(KNOWN, CLEARED));
        List<QueryPage.Hit> hits =
                FindViews.page(lexicon, answered(entry, NotAsked.Texts.NONE)).hits();
        assertEquals(
                List.of("ZXC040506CD2", "QWE010203AB1"),
                hits.stream().map(QueryPage.Hit::value).toList());
        assertEquals("", hits.getFirst().request());
        String address = hits.getLast().request();
        assertTrue(address.endsWith("&reference=" + HANDLE.hex()), address);
        assertFalse(address.contains("QWE010203AB1"), "no identifier in an address");
        assertTrue(FindViews.hit(entry, "").isEmpty(), "the cleared hit has no reference to name");
        Form form = RequestForms.fromHit(lexicon, Form.EMPTY, new RequestType("police-information"), entry, KNOWN);
        assertEquals("QWE010203AB1", form.value("rfc"));
        assertEquals("US-2026-000042", form.value("case"));
        assertEquals("illicit-finance", form.value("purpose"));
        assertEquals("UNTOC-2000|27", form.value("basis"));
        assertTrue(form.value("reasonHeld").contains(HANDLE.hex()), form.value("reasonHeld"));
        assertEquals(
                address,
                RequestForms.address(new RequestType("police-information"), form),
                "and the form comes back to it");
    }

    @Test
    void aHitOnAListSaysOfWhenTheListIs() {
        QueryEntry entry = entry(List.of(KNOWN));
        QueryPage page = FindViews.page(lexicon, answered(entry, NotAsked.Texts.NONE));
        assertTrue(
                page.hits().getFirst().caution().contains("20 Nov 2026"),
                page.hits().toString());
        assertTrue(
                page.hits().getFirst().caution().contains("may have changed"),
                page.hits().toString());
    }

    @Test
    void sourcesHaveNamesInBothLanguagesAndOwnCaseworkIsNoList() {
        LocalDate day = LocalDate.of(2026, 11, 1);
        for (String key : List.of("us-treasury-sdn", "mx-sat-69b", "un-consolidated", "casework")) {
            SourceReference source = new SourceReference(key, "17", day, false);
            assertFalse(lexicon.source(source).startsWith(key), key);
            assertFalse(lexicon.source(source).equals(lexicon(Language.ES).source(source)), key);
            assertEquals(key.equals("casework"), lexicon.caution(source).isEmpty(), key);
        }
        assertEquals(
                "our own casework (invented), P-1",
                lexicon.source(new SourceReference("invented-casework", "P-1", day, true)));
        assertEquals("", lexicon.caution(new SourceReference("invented-casework", "P-1", day, true)));
        assertEquals("their own casework (invented)", lexicon.theirSource("invented-casework"));
        assertTrue(lexicon.caution("mx-sat-69b", null).contains("may have changed"));
    }

    private static FindViews.Answered answered(QueryEntry entry, NotAsked.Texts notAsked) {
        return new FindViews.Answered(entry, notAsked, LocalDate.of(2026, 11, 20), true, false);
    }

    private static QueryEntry entry(List<Hit> hits) {
        return new QueryEntry(
                id(7),
                new OfficerId("us-analyst"),
                new InstitutionId("us-treasury"),
                new CaseNumber("US-2026-000042"),
                new Purpose("illicit-finance"),
                new LegalBasis("UNTOC-2000", "27"),
                "rfc",
                NOW,
                128,
                NOW,
                null,
                hits);
    }

    private static Bytes id(int number) {
        return Bytes.fromHex("%032x".formatted(number));
    }

    private static Frame frame() {
        return SamplePages.frame(
                new Words(Language.EN), Theme.LIGHT, new SamplePages.Sample("query", "/find/queries/1", Map.of()));
    }

    static Lexicon lexicon(Language language) {
        Agreements agreements = new Agreements(List.of(ShippedPack.read()));
        HomeParty home = new HomeParty(new Party("US"), new AgreementId("us-mx"));
        return new Lexicon.Shelf(home, agreements, Clock.fixed(NOW, ZoneOffset.UTC)).of(new Words(language));
    }
}
