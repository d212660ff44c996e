package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.entente.access.AccessCode;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.kernel.Purpose;
import org.entente.kernel.Role;
import org.entente.keys.TestKeyring;
import org.entente.paper.Judged;
import org.entente.paper.PaperFile;
import org.entente.paper.PaperFormat;
import org.entente.paper.Press;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The documents of requests in every state. The United States ask; Mexico is asked.
class PapersTest {
    @TempDir
    Path folder;

    private final TwoSides sides = new TwoSides();
    private Papers us;
    private Papers mx;

    @BeforeEach
    void open() {
        Press press = new Press(TestKeyring.in(folder));
        us = new Papers(sides.us.around, press);
        mx = new Papers(sides.mx.around, press);
    }

    @AfterEach
    void close() {
        sides.close();
    }

    private static void assertCode(Code code, Runnable work) {
        assertEquals(code, assertThrows(EntenteException.class, work::run).code());
    }

    @Test
    void aDraftIsMarkedAndHasOnlyItself() {
        Submission.Recorded draft =
                (Submission.Recorded) sides.us.casework.submit(sides.usOfficer, AskExamples.police());
        assertEquals(List.of(PaperKind.REQUEST), kinds(sides.asking(draft.number())));
        String text = text(us, sides.usOfficer, draft.number(), PaperKind.REQUEST, Language.ES);
        assertTrue(text.contains("BORRADOR / DRAFT"), text);
        assertTrue(text.contains("DEMOSTRACIÓN / DEMONSTRATION"), text);
    }

    @Test
    void anAnsweredRequestHasItsDocumentsOnBothSides() {
        RequestNumber number = sides.accepted(AskExamples.assistance());
        sides.mx.casework.write(
                sides.mxOfficer,
                number,
                TwoSides.milestone("order-obtained", Map.of("authorisingCourt", "Juzgado Uno")));
        sides.mx.casework.answer(sides.mxOfficer, number, sides.answer(new Purpose("prosecution")));
        sides.both();
        assertEquals(
                List.of(
                        PaperKind.REQUEST,
                        PaperKind.RECEIPT,
                        PaperKind.ASSURANCES,
                        PaperKind.BASIS_DECISION,
                        PaperKind.ACCEPTANCE,
                        PaperKind.ANSWER,
                        PaperKind.REPORT),
                kinds(sides.asked(number)));
        assertEquals(kinds(sides.asked(number)), kinds(sides.asking(number)));
        everyDocumentIsForGood(number);

        String answer = text(mx, sides.mxOfficer, number, PaperKind.ANSWER, Language.ES);
        assertTrue(answer.contains("Datos entregados Statements released 3"), answer);
        assertTrue(answer.contains("no para el uso de la fuerza"), answer);
        assertTrue(answer.contains("Manejo / Handling H1 H2"), answer);
        String received = text(us, sides.usOfficer, number, PaperKind.ANSWER, Language.ES);
        assertTrue(received.contains("TRANSCRIPCIÓN / TRANSCRIPT"), received);
        assertFalse(received.contains("Datos entregados"), "a number that the terms do not tell");
        assertFalse(answer.contains("Invented answer."), "what was released stays sealed");
        String report = text(mx, sides.mxOfficer, number, PaperKind.REPORT, Language.EN);
        assertTrue(report.contains("Juzgado Uno"), report);
        String receipt = text(us, sides.usOfficer, number, PaperKind.RECEIPT, Language.EN);
        assertTrue(receipt.contains("0f".repeat(32)) && receipt.contains("0e".repeat(16)), receipt);
    }

    @Test
    void aRefusalStatesGroundArticleAndReasonsInBothLanguages() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        sides.mx.casework.refuse(
                sides.mxLawyer,
                number,
                new RefusalOrder("torture-or-ill-treatment", null, new Bilingual("A real risk.", "Un riesgo real.")));
        sides.both();
        everyDocumentIsForGood(number);
        for (Language first : Language.values()) {
            String text = text(mx, sides.mxLawyer, number, PaperKind.REFUSAL, first);
            for (String part : List.of("CAT-1984 art. 3", "A real risk.", "Un riesgo real.", "PROVISIONAL")) {
                assertTrue(text.contains(part), () -> part + " in " + text);
            }
            assertFalse(text.contains("TRANSCRIPT"), text);
        }
        assertCode(
                AskCode.ASK_DOCUMENT_UNKNOWN,
                () -> make(mx, sides.mxLawyer, number, PaperKind.ANSWER, PaperFormat.PDF, Language.EN));
    }

    /// By veraPDF, signed, in both languages as the asked side wrote it, in one as the asking side transcribes it; and
    /// each opens as a DOCX.
    private void everyDocumentIsForGood(RequestNumber number) {
        for (Side side : List.of(sides.us, sides.mx)) {
            boolean asks = side == sides.us;
            Officer officer = asks ? sides.usOfficer : sides.mxOfficer;
            for (PaperKind kind : kinds(asks ? sides.asking(number) : sides.asked(number))) {
                for (Language first : asks ? List.of(Language.ES) : List.of(Language.values())) {
                    Papers papers = asks ? us : mx;
                    PaperFile pdf = make(papers, officer, number, kind, PaperFormat.PDF, first);
                    assertEquals(List.of(), Judged.faults(pdf.content()), pdf.name());
                    PaperFile docx = make(papers, officer, number, kind, PaperFormat.DOCX, first);
                    String words = Judged.docxText(docx.content());
                    assertTrue(
                            words.contains(
                                    kind == PaperKind.REQUEST
                                            ? "Solicitud"
                                            : kind.text().es()),
                            words);
                }
            }
        }
    }

    @Test
    void everyTypeOfRequestPrintsItsWholeFormInOrder() {
        for (Draft draft : AskExamples.all()) {
            RequestNumber number = sides.sent(draft);
            RequestDocument document = sides.asking(number).document();
            for (Language first : Language.values()) {
                PaperFile file = make(us, sides.usOfficer, number, PaperKind.REQUEST, PaperFormat.PDF, first);
                if (first == Language.ES) {
                    assertEquals(
                            List.of(),
                            Judged.faults(file.content()),
                            draft.type().measure());
                }
                String text = Judged.text(file.content());
                int at = 0;
                for (RequestDocument.Section section : document.sections()) {
                    int found = text.indexOf(Judged.flat(section.heading().in(first)), at);
                    assertTrue(found >= at, () -> section.heading() + " in its place in " + text);
                    at = found;
                    section.lines().forEach(line -> {
                        assertHolds(text, line.label());
                        assertHolds(text, line.value());
                    });
                }
                document.notices().forEach(notice -> assertHolds(text, notice));
            }
        }
    }

    private static void assertHolds(String text, Bilingual both) {
        assertTrue(text.contains(Judged.flat(both.en())), () -> both.en() + " in " + text);
        assertTrue(text.contains(Judged.flat(both.es())), () -> both.es() + " in " + text);
    }

    @Test
    void makingADocumentIsLoggedWithItsHashAndNothingElseIs() throws Exception {
        RequestNumber number = sides.sent(AskExamples.police());
        PaperFile file = make(us, sides.usOfficer, number, PaperKind.REQUEST, PaperFormat.PDF, Language.ES);
        assertEquals(number + "-request-es.pdf", file.name());
        String leaf = sides.us.leaves.duties("ask.document-made").getFirst().toString();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(file.content().toArray());
        for (String part : List.of(HexFormat.of().formatHex(hash), number.value(), "request", "pdf", "es")) {
            assertTrue(leaf.contains(part), leaf);
        }
        assertEquals(1, sides.us.leaves.duties("ask.document-made").size());
    }

    @Test
    void anotherInstitutionsRequestIsAsIfItWereNot() {
        RequestNumber number = sides.sent(AskExamples.police());
        Officer atf = sides.us.officer("us-atf", Role.CASE_OFFICER);
        RequestNumber none = new RequestNumber("US-2026-999999");
        for (RequestNumber wanted : List.of(number, none)) {
            EntenteException refused = assertThrows(
                    EntenteException.class,
                    () -> make(us, atf, wanted, PaperKind.REQUEST, PaperFormat.PDF, Language.EN));
            assertEquals(AskCode.ASK_REQUEST_UNKNOWN, refused.code());
            assertEquals(List.of(wanted.value()), refused.facts());
        }
        Officer analyst = sides.us.officer("us-central-authority", Role.ANALYST);
        for (RequestNumber wanted : List.of(number, none)) {
            assertCode(
                    AccessCode.ACCESS_DENIED,
                    () -> make(us, analyst, wanted, PaperKind.REQUEST, PaperFormat.PDF, Language.EN));
        }
        assertEquals(0, sides.us.leaves.duties("ask.document-made").size());
    }

    @Test
    void whatAPersonTypedStaysText() {
        String typed = "<script>alert(1)</script> & \"quoted\" \u0007";
        RequestNumber number = sides.sent(AskExamples.withField(AskExamples.police(), "facts", typed.strip()));
        String text = text(us, sides.usOfficer, number, PaperKind.REQUEST, Language.EN);
        assertTrue(text.contains("<script>alert(1)</script> & \"quoted\""), text);
        assertTrue(text.contains(HandlingCode.H0 + " H1"), text);
    }

    private static List<PaperKind> kinds(RequestDetail detail) {
        return detail.papers();
    }

    private static String text(Papers papers, Officer officer, RequestNumber number, PaperKind kind, Language first) {
        Bytes pdf = make(papers, officer, number, kind, PaperFormat.PDF, first).content();
        return Judged.text(pdf);
    }

    private static PaperFile make(
            Papers papers, Officer officer, RequestNumber number, PaperKind kind, PaperFormat format, Language first) {
        return papers.make(officer, number, new PaperOrder(kind, format, first));
    }
}
