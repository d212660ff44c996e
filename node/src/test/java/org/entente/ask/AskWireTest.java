package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.agreement.Agreement;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Code;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.release.ReleaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AskWireTest {
    private static final RequestNumber NUMBER = new RequestNumber("MX-2026-000001");
    private static final ReleaseId RELEASE = new ReleaseId("00112233445566778899aabbccddeeff");
    private final Agreement agreement = ShippedPack.read();

    @Test
    void whatIsWrittenIsRead() {
        for (Request request : List.of(trace(), police())) {
            Bytes body = AskWire.encode(request);
            assertEquals(request, AskWire.parseRequest(body, agreement));
            assertEquals(request, AskWire.parseKept(body, AskExamples.AGREEMENT));
        }
        RefusalNote note = new RefusalNote(
                "human-rights",
                new LegalBasis("ICCPR-1966", "7"),
                new Bilingual("Reasons.", "Motivos."),
                AskExamples.NOW);
        AskWire.Refusal refusal = new AskWire.Refusal(NUMBER, note, "");
        assertEquals(refusal, AskWire.parseRefusal(AskWire.encode(refusal)));
        AskWire.Answer answer = new AskWire.Answer(NUMBER, RELEASE, "", AskExamples.NOW);
        assertEquals(answer, AskWire.parseAnswer(AskWire.encode(answer)));
        AskWire.Answer part = new AskWire.Answer(NUMBER, RELEASE, "The accounts follow.", AskExamples.NOW);
        assertEquals(part, AskWire.parseAnswer(AskWire.encode(part)));
        AskWire.Refusal ofPart = new AskWire.Refusal(NUMBER, note, "The bank accounts.");
        assertEquals(ofPart, AskWire.parseRefusal(AskWire.encode(ofPart)));
        AskWire.Withdrawal withdrawal = new AskWire.Withdrawal(NUMBER, "", AskExamples.NOW);
        assertEquals(withdrawal, AskWire.parseWithdrawal(AskWire.encode(withdrawal)));
        for (LetterKind kind : LetterKind.values()) {
            Letter letter = letter(kind, AskExamples.NOW.minusSeconds(60));
            assertEquals(letter, AskWire.parseLetter(kind, AskWire.encode(letter)));
            Letter unclocked = letter(kind, null);
            assertEquals(unclocked, AskWire.parseLetter(kind, AskWire.encode(unclocked)));
        }
        Letter backwards = letter(LetterKind.QUESTION, AskExamples.NOW.plusSeconds(60));
        assertThrows(EntenteException.class, () -> AskWire.parseLetter(LetterKind.QUESTION, AskWire.encode(backwards)));
    }

    private static Letter letter(LetterKind kind, @Nullable Instant started) {
        SortedMap<String, String> details = new TreeMap<>(Map.of("milestone", "person-arrested"));
        return new Letter(kind, NUMBER, "Which lot?", details, started, AskExamples.NOW);
    }

    @Test
    void theExampleOfTheSpecificationIsRead() throws IOException {
        String page = Files.readString(ShippedPack.folder().resolve("../../spec/request.md"));
        int start = page.indexOf("    {\"assurances\"");
        String example = page.substring(start, page.indexOf("\n\n", start))
                .replaceAll("\\n? {4}", "")
                .replace("LAW", agreement.packHash().hex());
        Request read = AskWire.parseRequest(Bytes.of(example.getBytes(StandardCharsets.UTF_8)), agreement);
        assertEquals(trace(), read);
    }

    @Test
    void theOfficerAndTheCaseNumberNeverCross() {
        String body = new String(AskWire.encode(trace()).toArray(), StandardCharsets.UTF_8);
        assertTrue(body.contains("INV123456"), body);
        assertEquals(-1, body.indexOf("MX-2026-000007"), body);
        assertEquals(-1, body.indexOf("officer"), body);
    }

    @Test
    void everyPrefixOfABodyIsRefused() {
        Bytes body = AskWire.encode(trace());
        for (int length = 0; length < body.sizeBytes(); length++) {
            byte[] prefix = Arrays.copyOf(body.toArray(), length);
            assertThrows(
                    EntenteException.class, () -> AskWire.parseRequest(Bytes.of(prefix), agreement), length + " bytes");
        }
    }

    @Test
    void everyFlippedByteIsRefusedOrMeansSomethingElse() {
        mangled(AskWire.encode(trace()), body -> AskWire.parseRequest(body, agreement));
        mangled(AskWire.encode(new AskWire.Answer(NUMBER, RELEASE, "", AskExamples.NOW)), AskWire::parseAnswer);
        mangled(
                AskWire.encode(letter(LetterKind.MILESTONE, null)),
                body -> AskWire.parseLetter(LetterKind.MILESTONE, body));
    }

    private static <T> void mangled(Bytes body, Function<Bytes, T> parse) {
        T sound = parse.apply(body);
        for (int at = 0; at < body.sizeBytes(); at++) {
            byte[] bytes = body.toArray();
            bytes[at] ^= 1;
            try {
                assertNotEquals(sound, parse.apply(Bytes.of(bytes)), "byte " + at);
            } catch (EntenteException refused) {
                assertNotEquals(Code.Kind.OURS, refused.code().kind(), "byte " + at);
            }
        }
    }

    @Test
    void aFactThatOnlyTheAskedSideCanStateIsRefusedFromTheAskingSide() {
        assertBroken("\"facts\":{\"use.court-evidence\":\"no\"}", "\"facts\":{\"risk.human-rights\":\"no\"}");
        assertBroken("\"facts\":{\"use.court-evidence\":\"no\"}", "\"facts\":{\"case.criminal\":\"yes\"}");
    }

    @Test
    void aMemberThatIsUnknownMissingOrUnfitIsRefused() {
        assertBroken("\"urgency\":\"ordinary\"", "\"urgency\":\"whenever\"");
        assertBroken("\"urgencyReason\":\"\"", "\"urgencyReason\":\"\",\"v\":1,\"w\":2");
        assertBroken("\"serial\":\"INV123456\"", "\"serial\":\"" + "9".repeat(61) + "\"");
        assertBroken("\"serial\":\"INV123456\"", "\"sights\":\"red\"");
        assertBroken("\"handling\":[\"H1\"]", "\"handling\":[]");
        assertBroken("\"handling\":[\"H1\"]", "\"handling\":[\"H4\"]");
        assertBroken("\"recoveryPlace\":\"Municipio inventado, Sonora\",", "");
    }

    @Test
    void aRequestUnderAnotherPackIsRefusedByName() {
        Bytes body = AskWire.encode(
                new Request(Bytes.of(new byte[32]), trace().head(), trace().type(), trace().fields(), List.of()));
        EntenteException refused = assertThrows(EntenteException.class, () -> AskWire.parseRequest(body, agreement));
        assertEquals(AskCode.ASK_LAW_DIFFERS, refused.code());
    }

    private void assertBroken(String sound, String broken) {
        String body = new String(AskWire.encode(trace()).toArray(), StandardCharsets.UTF_8);
        assertTrue(body.contains(sound), body);
        Bytes changed = Bytes.of(body.replace(sound, broken).getBytes(StandardCharsets.UTF_8));
        assertThrows(EntenteException.class, () -> AskWire.parseRequest(changed, agreement), broken);
    }

    private Request trace() {
        return request(AskExamples.trace(), "mx-fgr-aic", NUMBER);
    }

    private Request police() {
        return request(AskExamples.police(), "us-treasury", new RequestNumber("US-2026-000001"));
    }

    private Request request(Draft draft, String from, RequestNumber number) {
        InstitutionId institution = new InstitutionId(from);
        Officer officer = new Officer(
                new OfficerId("some-officer"), institution.party(), institution, "Officer", Set.of(Role.CASE_OFFICER));
        Drafting.Read read = Drafting.read(agreement, draft, officer.institution());
        Drafting.Checked checked = read.checked();
        if (checked == null) {
            throw new AssertionError(read.problems().toString());
        }
        return checked.request(agreement, number, institution, Instant.parse("2026-11-24T16:00:00Z"), false);
    }
}
