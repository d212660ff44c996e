package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.entente.kernel.Bilingual;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A request that was sent back and mended: who checks it again reads what was changed.
final class ResubmissionTest {
    private final TwoSides sides = new TwoSides();

    @AfterEach
    void close() {
        sides.close();
    }

    private static Draft with(String field, String value) {
        return AskExamples.withField(AskExamples.police(), field, value);
    }

    private RequestNumber submitted() {
        return ((Submission.Recorded) sides.us.casework.submit(sides.usOfficer, AskExamples.police())).number();
    }

    private void sendBack(RequestNumber number) {
        sides.us.casework.checkBasis(sides.usLawyer, number, new BasisDecision(false, "Mend it.", Map.of()));
    }

    @Test
    void theLawyerReadsWhatWasChangedSinceItWasSentBackAndNothingElse() {
        RequestNumber number = submitted();
        String field = AskExamples.police().fields().keySet().iterator().next();
        String before = AskExamples.police().fields().get(field);
        assertEquals(List.of(), sides.asking(number).changes());
        sendBack(number);
        assertEquals(List.of(), sides.asking(number).changes());
        sides.us.casework.revise(sides.usOfficer, number, with(field, "First mending."));
        List<Change> changes = sides.asking(number).changes();
        assertEquals(1, changes.size(), changes.toString());
        assertEquals(before, changes.getFirst().before().en());
        assertEquals("First mending.", changes.getFirst().after().en());

        sendBack(number);
        assertEquals(List.of(), sides.asking(number).changes(), "nothing was changed since it was sent back again");
        sides.us.casework.revise(sides.usOfficer, number, with(field, "Second mending."));
        assertEquals(
                "First mending.",
                sides.asking(number).changes().getFirst().before().en());
    }

    @Test
    void whatIsGoneAndWhatIsNewIsShownToo() {
        RequestDocument.Line kept = line("Kept", "same");
        RequestDocument.Line gone = line("Gone", "old");
        RequestDocument.Line code = line("Handling", "H1");
        RequestDocument.Line another = line("Handling", "H2");
        List<Change> changes = Change.between(
                paper(List.of(kept, gone, code)), paper(List.of(kept, code, another, line("New", "now"))));
        assertEquals(
                List.of("Handling:->H2", "New:->now", "Gone:old->"),
                changes.stream()
                        .map(change -> change.label().en() + ":"
                                + change.before().en() + "->" + change.after().en())
                        .toList());
    }

    private static RequestDocument.Line line(String label, String value) {
        return new RequestDocument.Line(both(label), both(value));
    }

    private static Bilingual both(String text) {
        return new Bilingual(text, text);
    }

    private static RequestDocument paper(List<RequestDocument.Line> lines) {
        return new RequestDocument(
                both("Title"), List.of(), List.of(new RequestDocument.Section(both("Section"), lines)));
    }
}
