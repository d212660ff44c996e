package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.entente.agreement.pack.ShippedPack;
import org.entente.exchange.Dispatch;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.kernel.LegalBasis;
import org.entente.release.ReleaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What the other side's node could sign and no program of ours writes has no effect.
class ForgedWordsTest {
    private final TwoSides sides = new TwoSides();

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void aLetterFromTheFutureMovesNoDeadline() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        String review =
                sides.clock.instant().plus(Duration.ofDays(20)).toString().substring(0, 10);
        sides.mx.casework.write(
                sides.mxLawyer, number, new LetterOrder(LetterKind.POSTPONEMENT, "Later.", Map.of("review", review)));
        sides.both();
        refused(AskCode.ASK_TIME_UNFIT, number, letter(LetterKind.RESUMPTION, number, Map.of(), at("2041-01-01")));
        assertEquals(State.POSTPONED, TwoSides.state(sides.asking(number)));
    }

    @Test
    void aSupplementFromTheYear3026IsRefusedAtOnce() {
        RequestNumber number = sides.sent(AskExamples.complete(
                "identification-of-persons",
                "mx-central-authority",
                ShippedPack.read().measure("identification-of-persons").bases().getFirst(),
                "missing-persons"));
        sides.mx.casework.write(sides.mxOfficer, number, new LetterOrder(LetterKind.QUESTION, "Which?"));
        sides.both();
        Letter far = letter(LetterKind.SUPPLEMENT, number, Map.of(), at("3026-01-01"));
        refused(sides.us, AskCode.ASK_TIME_UNFIT, number, far.kind().type(), AskWire.encode(far));
    }

    @Test
    void anArrestDoesNotHappenInTheYear2036() {
        RequestNumber number = sides.accepted(AskExamples.arrest());
        sides.mx.casework.write(
                sides.mxOfficer, number, TwoSides.milestone("warrant-issued", Map.of("issuingCourt", "Court")));
        sides.both();
        Map<String, String> details = new HashMap<>(AskExamples.arrestForm());
        details.put("milestone", "person-arrested");
        details.put("happened", "2036-01-01T00:00:00Z");
        Instant now = sides.clock.instant();
        refused(AskCode.ASK_BODY_BROKEN, number, letter(LetterKind.MILESTONE, number, details, now));
        refused(AskCode.ASK_TIME_UNFIT, number, letter(LetterKind.MILESTONE, number, details, at("2036-01-02")));
    }

    @Test
    void theReceiptAndNotTheLetterSaysWhenTheClockStarted() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        Instant received = sides.clock.instant();
        sides.clock.advance(Duration.ofDays(5));
        Instant now = sides.clock.instant();
        sides.forged(
                sides.mx,
                number,
                LetterKind.EXTENSION.type(),
                AskWire.encode(new Letter(LetterKind.EXTENSION, number, "More.", new TreeMap<>(), now, now)));
        assertEquals(received, TwoSides.deadline(sides.asking(number)).start());
    }

    @Test
    void withoutAReceiptNoClockStartsBeforeTheRequestWasWritten() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        sides.us.progress.clear();
        Letter question =
                new Letter(LetterKind.QUESTION, number, "?", new TreeMap<>(), at("1971-01-01"), sides.clock.instant());
        refused(AskCode.ASK_TIME_UNFIT, number, question);
    }

    @Test
    void anAnswerNamesAReleaseThatCame() {
        RequestNumber number = sides.sent(AskExamples.police());
        refused(AskCode.ASK_REPLY_UNKNOWN, number, AskWire.ANSWER, answer(number));
        assertEquals(State.SENT, TwoSides.state(sides.asking(number)));
    }

    @Test
    void whatIsNotAnsweredIsNotAnsweredAndWhatHasNoCourseIsNotAccepted() {
        RequestNumber arrest = sides.accepted(AskExamples.arrest());
        refused(AskCode.ASK_REPLY_UNKNOWN, arrest, AskWire.ANSWER, answer(arrest));
        RequestNumber police = sides.sent(AskExamples.police());
        refused(
                AskCode.ASK_NOT_IN_THIS_STATE,
                police,
                letter(LetterKind.ACCEPTANCE, police, Map.of(), sides.clock.instant()));
    }

    @Test
    void aRefusalStandsInTheLaw() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        Instant now = sides.clock.instant();
        LegalBasis moon = new LegalBasis("MOON-TREATY", "99");
        refusedNote(AskCode.ASK_BODY_BROKEN, number, "because-we-said-so", moon, now);
        refusedNote(AskCode.ASK_BODY_BROKEN, number, "human-rights", moon, now);
        refusedNote(AskCode.ASK_BODY_BROKEN, number, "nationality", new LegalBasis("EXT-1978", "9"), now);
        refusedNote(
                AskCode.ASK_TIME_UNFIT, number, "human-rights", new LegalBasis("ICCPR-1966", "7"), at("1999-01-01"));
        assertEquals(State.SENT, TwoSides.state(sides.asking(number)));
    }

    @Test
    void ourOwnRefusalDoesNotStandUnderJustAnyArticle() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        RefusalOrder order = new RefusalOrder(
                "torture-or-ill-treatment", new LegalBasis("US-5USC-6103", "(a)"), new Bilingual("x", "x"));
        EntenteException unfit =
                assertThrows(EntenteException.class, () -> sides.mx.casework.refuse(sides.mxOfficer, number, order));
        assertEquals(AskCode.ASK_FIELD_UNFIT, unfit.code());
        assertEquals("article", unfit.facts().getFirst());
    }

    @Test
    void aRequestDoesNotPickTheDayWhoseLawRulesIt() {
        RequestNumber real = sides.sent(AskExamples.assistance());
        for (String day : new String[] {"2031-01-01", "1990-01-01"}) {
            Filed filed = sides.asking(real).filed();
            Bytes body = AskWire.encode(written(filed.request(), at(day)));
            Head head = filed.request().head();
            sides.us.database.run(tx -> sides.us.mail.send(
                    tx,
                    new Dispatch(
                            head.agreement(),
                            head.from(),
                            head.to(),
                            AskWire.REQUEST,
                            null,
                            filed.casePseudonym(),
                            head.basis(),
                            head.purpose(),
                            head.handling(),
                            sides.clock.instant().plus(Duration.ofDays(60)),
                            body)));
            assertCode(AskCode.ASK_TIME_UNFIT, () -> sides.us.deliverTo(sides.mx));
        }
    }

    @Test
    void wordsThatNoDatabaseHoldsAreTheWritersFault() {
        RequestNumber number = sides.sent(AskExamples.assistance());
        Instant now = sides.clock.instant();
        Letter letter = new Letter(LetterKind.QUESTION, number, "a\u0000b", new TreeMap<>(), null, now);
        EntenteException broken = assertThrows(
                EntenteException.class,
                () -> sides.forged(sides.mx, number, letter.kind().type(), AskWire.encode(letter)));
        assertEquals(Code.Kind.PEER, broken.code().kind());
    }

    private static Request written(Request request, Instant created) {
        Head head = request.head();
        Head forged = new Head(
                new RequestNumber("US-2026-900001"),
                head.agreement(),
                head.from(),
                head.to(),
                head.basis(),
                head.purpose(),
                head.urgency(),
                head.urgencyReason(),
                head.handling(),
                head.offence(),
                head.demonstration(),
                head.declarations(),
                created);
        return new Request(request.law(), forged, request.type(), request.fields(), request.attachments());
    }

    private static Bytes answer(RequestNumber number) {
        return AskWire.encode(
                new AskWire.Answer(number, new ReleaseId(Ids.random128().hex()), "", AskExamples.NOW));
    }

    private static Instant at(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    private static Letter letter(LetterKind kind, RequestNumber number, Map<String, String> details, Instant at) {
        return new Letter(kind, number, kind.needsText() ? "Words." : "", new TreeMap<>(details), null, at);
    }

    private void refusedNote(Code code, RequestNumber number, String ground, LegalBasis article, Instant at) {
        RefusalNote note = new RefusalNote(ground, article, new Bilingual("Reasons.", "Motivos."), at);
        refused(code, number, AskWire.REFUSAL, AskWire.encode(new AskWire.Refusal(number, note, "")));
    }

    private void refused(Code code, RequestNumber number, Letter letter) {
        refused(code, number, letter.kind().type(), AskWire.encode(letter));
    }

    private void refused(Code code, RequestNumber number, String type, Bytes body) {
        refused(sides.mx, code, number, type, body);
    }

    private void refused(Side by, Code code, RequestNumber number, String type, Bytes body) {
        assertCode(code, () -> sides.forged(by, number, type, body));
    }

    private static void assertCode(Code code, Runnable step) {
        EntenteException refused = assertThrows(EntenteException.class, step::run);
        assertEquals(code, refused.code(), refused::toString);
    }
}
