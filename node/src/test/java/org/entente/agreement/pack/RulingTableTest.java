package org.entente.agreement.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Rule;
import org.entente.agreement.Ruling;
import org.junit.jupiter.api.Test;

class RulingTableTest {
    private final Agreement agreement = ShippedPack.read();
    private final List<RulingTable.Case> cases = RulingTable.read(ShippedPack.files(), agreement);

    @Test
    void theShippedLawRulesAsItsTableSays() {
        assertTrue(cases.size() >= 40, "cases: " + cases.size());
        String misses = RulingTable.check(cases, agreement).stream()
                .map(miss -> "line " + miss.expected().line() + ": "
                        + miss.expected().claim() + " -> " + miss.ruling() + " " + miss.detail() + " " + miss.fired())
                .collect(Collectors.joining("\n"));
        assertEquals("", misses);
    }

    @Test
    void everyRuleFiresInSomeCase() {
        Set<String> fired = new HashSet<>();
        for (RulingTable.Case one : cases) {
            fired.addAll(agreement.rule(one.question(), one.date()).trace().firedIds());
        }
        List<String> never = agreement.text().rules().stream()
                .map(Rule::id)
                .filter(id -> !fired.contains(id))
                .toList();
        // The eight-hour clock needs no case of its own in the table; ClockTest runs it.
        assertEquals(List.of("O-02", "O-03"), never);
    }

    @Test
    void everyRulingIsProvisionalWhileNobodyCheckedTheArticles() {
        for (RulingTable.Case one : cases) {
            Ruling ruling = agreement.rule(one.question(), one.date());
            assertTrue(ruling.trace().provisional(), one.claim());
        }
    }

    @Test
    void anExpectationTheLawDoesNotMeetIsShownWithWhatItRules() {
        RulingTable.Case first = cases.getFirst();
        RulingTable.Case wrong = new RulingTable.Case(
                first.line(), first.claim(), first.question(), first.date(), "refused", List.of("no-case"), List.of());
        List<RulingTable.Miss> misses = RulingTable.check(List.of(wrong), agreement);
        assertEquals("permitted", misses.getFirst().ruling());
        assertEquals(List.of("P-01"), misses.getFirst().fired());
    }
}
