package org.entente.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.entente.bench.Figure.Better;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void aLineHasEveryMemberInOrderAndNullWhereNoneApplies() {
        assertEquals(
                "{\"name\":\"find.blind\",\"value\":64.83,\"unit\":\"µs CPU/element\",\"better\":\"lower\","
                        + "\"goal\":null,\"limit\":null,\"peer\":null,\"source\":null,\"holds\":null}",
                new Figure("find.blind", 64.8312, "µs CPU/element", Better.LOWER).json());
        assertEquals(
                "{\"name\":\"import.us-sdn\",\"value\":7123,\"unit\":\"rows/s\",\"better\":\"higher\","
                        + "\"goal\":5000,\"limit\":238800,\"peer\":null,\"source\":null,\"holds\":true}",
                new Figure("import.us-sdn", 7_123.4, "rows/s", Better.HIGHER)
                        .withGoal(5_000)
                        .withLimit(238_812)
                        .json());
    }

    @Test
    void aGoalHoldsOnTheBetterSideAndAtItself() {
        assertEquals(true, new Figure("a", 20, "s", Better.LOWER).withGoal(20).holds());
        assertEquals(
                false, new Figure("a", 20.1, "s", Better.LOWER).withGoal(20).holds());
        assertEquals(true, new Figure("a", 20, "s", Better.HIGHER).withGoal(20).holds());
        assertEquals(
                false, new Figure("a", 19.9, "s", Better.HIGHER).withGoal(20).holds());
    }

    @Test
    void aLargeFigureIsWrittenWithoutAnExponent() {
        assertTrue(new Figure("a", 12_345_678, "rows/s", Better.HIGHER).json().contains("\"value\":12350000,"));
        assertTrue(new Figure("a", 0.00001, "s", Better.LOWER)
                .withGoal(0.25)
                .json()
                .contains("\"goal\":0.25,"));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Figure("a", 1.0 / 0, "s", Better.LOWER));
        assertThrows(IllegalArgumentException.class, () -> new Figure("a", Double.NaN, "s", Better.LOWER));
    }

    @Test
    void aTableAlignsItsColumns() {
        Table table = new Table();
        table.add(new Figure("start", 7.25, "s", Better.LOWER).withGoal(20));
        table.add(new Figure("start.first", 18, "s", Better.LOWER));
        List<String> lines = table.text().lines().toList();
        int column = lines.getFirst().indexOf("value / valor");
        assertEquals("7.25", lines.get(1).substring(column, column + 4));
        assertEquals("18", lines.get(2).substring(column, column + 2));
        assertTrue(lines.get(1).endsWith("yes / sí"), lines.get(1));
    }

    @Test
    void theMedianIsTheMiddleInAnyOrder() {
        assertEquals(3, Median.of(9, 3, 1));
        assertEquals(2.5, Median.of(4, 1, 2, 3));
    }

    @Test
    void proportionalMemoryIsReadFromTheKernelsOwnLine() {
        assertEquals(300_032L * 1024, ProportionalMemory.pssBytes("""
                        55d0 ---p 00000000 00:00 0  [rollup]
                        Rss:              412345 kB
                        Pss:              300032 kB
                        Pss_Dirty:        200000 kB
                        """));
    }
}
