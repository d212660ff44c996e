package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.LegalBasis;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Coverage coverage = Coverage.of(ShippedPack.read().text());

    @Test
    void everyProvisionIsThereWithWhatRestsOnIt() {
        Coverage.Line trace = coverage.lines().stream()
                .filter(line -> line.provision().equals(new LegalBasis("US-ATF-TRACE", "times")))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("trace-routine", "trace-urgent"), trace.clocks());
        assertEquals(
                ShippedPack.read().text().instruments().stream()
                        .mapToLong(instrument -> instrument.articles().size())
                        .sum(),
                coverage.lines().size());
    }

    /// These three say how the others are to be applied, and no rule can hang on them.
    @Test
    void theShippedPackIsNotPadded() {
        assertEquals(
                List.of("UNTOC-2000 18(23)", "TIP-2000 6", "US-5USC-6103 (b)"),
                coverage.lines().stream()
                        .filter(line -> !line.isUsed())
                        .map(line -> line.provision().instrument() + " "
                                + line.provision().article())
                        .toList());
        assertTrue(coverage.usedCount() > 100);
    }
}
