package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.UnfitValueException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A filter chooses among an officer's own requests and opens no others.
class RequestFilterTest {
    private final TwoSides sides = new TwoSides();

    @AfterEach
    void close() {
        sides.close();
    }

    @Test
    void allPartsOfAFilterHoldAtOnce() {
        RequestNumber police = sides.sent(AskExamples.police());
        RequestNumber arrest = sides.accepted(AskExamples.arrest());
        Officer reader = sides.mxOfficer;
        assertEquals(Set.of(police, arrest), passed(reader, Map.of()));
        assertEquals(Set.of(police), passed(reader, Map.of("type", "police-information")));
        assertEquals(Set.of(arrest), passed(reader, Map.of("state", "in-execution")));
        assertEquals(Set.of(police, arrest), passed(reader, Map.of("state", "open")));
        assertEquals(Set.of(), passed(reader, Map.of("type", "police-information", "state", "in-execution")));
        assertEquals(Set.of(police, arrest), passed(reader, Map.of("institution", "us-central-authority")));
        assertEquals(Set.of(), passed(reader, Map.of("institution", "us-atf")));
        assertEquals(
                Set.of(police), passed(reader, Map.of("number", police.value().substring(8))));
        assertEquals(Set.of(), passed(reader, Map.of("number", "2031")));
        assertEquals(Set.of(), passed(reader, Map.of("state", "refused")));
    }

    @Test
    void timeLeftIsThatOfAClockThatRuns() {
        RequestNumber police = sides.sent(AskExamples.police());
        assertEquals(Set.of(police), passed(sides.mxOfficer, Map.of("left", "week")));
        assertEquals(Set.of(), passed(sides.mxOfficer, Map.of("left", "overdue")));
        assertEquals(Set.of(), passed(sides.mxOfficer, Map.of("left", "none")));
        sides.clock.advance(Duration.ofDays(60));
        assertEquals(Set.of(police), passed(sides.mxOfficer, Map.of("left", "overdue")));
        assertEquals(Set.of(police), passed(sides.mxOfficer, Map.of("left", "day")), "what is overdue is due");
        sides.mx.casework.write(sides.mxLawyer, police, new LetterOrder(LetterKind.QUESTION, "Which?"));
        assertEquals(Set.of(), passed(sides.mxOfficer, Map.of("left", "overdue")), "the clock stands");
        assertEquals(Set.of(police), passed(sides.mxOfficer, Map.of("left", "none")));
    }

    @Test
    void whoeverFiltersSeesTheirOwnInstitutionsAlone() {
        RequestNumber police = sides.sent(AskExamples.police());
        RequestNumber arrest = sides.sent(AskExamples.arrest());
        Officer elsewhere = sides.mx.officer("mx-sat", Role.CASE_OFFICER);
        assertEquals(Set.of(police), passed(elsewhere, Map.of("state", "open")));
        assertEquals(Set.of(), passed(elsewhere, Map.of("number", arrest.value())));
        assertEquals(Set.of(), passed(elsewhere, Map.of("type", "provisional-arrest")));
    }

    @Test
    void whatIsOpenComesFirstByTheTimeItHasLeft() {
        RequestNumber refused = sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofDays(3));
        RequestNumber second = sides.sent(AskExamples.police());
        sides.clock.advance(Duration.ofDays(3));
        RequestNumber third = sides.sent(AskExamples.police());
        sides.mx.casework.refuse(
                sides.mxOfficer,
                refused,
                new RefusalOrder(
                        "human-rights",
                        null,
                        new org.entente.kernel.Bilingual("Reasons.", "Motivos."),
                        "No time.",
                        ""));
        List<RequestNumber> order = sides
                .mx
                .casework
                .filtered(sides.mxOfficer, RequestFilter.of(Direction.IN, Map.of("type", "police-information")))
                .stream()
                .map(RequestSummary::number)
                .toList();
        assertEquals(List.of(second, third, refused), order);
    }

    @ParameterizedTest
    @CsvSource({
        "type, Firearm Trace",
        "type, =cmd",
        "state, sleeping",
        "institution, ATF",
        "left, soon",
        "number, %",
        "number, 12'--"
    })
    void aPartThatIsNoneIsRefusedAndNamed(String part, String value) {
        UnfitValueException refused =
                assertThrows(UnfitValueException.class, () -> RequestFilter.of(Direction.IN, Map.of(part, value)));
        assertTrue(refused.said().en().startsWith(part), refused.said().en());
        assertFalse(refused.said().en().contains(value));
    }

    private Set<RequestNumber> passed(Officer officer, Map<String, String> parts) {
        return sides.mx.casework.filtered(officer, RequestFilter.of(Direction.IN, parts)).stream()
                .map(RequestSummary::number)
                .collect(Collectors.toCollection(
                        () -> new TreeSet<>(java.util.Comparator.comparing(RequestNumber::value))));
    }
}
