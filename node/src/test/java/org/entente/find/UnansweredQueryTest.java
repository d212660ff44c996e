package org.entente.find;

import static org.entente.find.TwoNodes.answered;
import static org.entente.find.TwoNodes.assertCode;
import static org.entente.find.TwoNodes.duties;
import static org.entente.find.TwoNodes.exchanges;
import static org.entente.find.TwoNodes.rfc;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entente.kernel.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every query has one end, whatever is killed, cut off or forged on its way, and both logs know it.
class UnansweredQueryTest {
    private final TwoNodes nodes;

    UnansweredQueryTest(@TempDir Path folder) {
        nodes = new TwoNodes(folder);
        nodes.publish();
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aNodeKilledBeforeTheAnswerClosesTheQueryAsLostAndBothLogsHoldTheBatch() {
        killWhileAsking();
        assertNull(nodes.lastQuery().settled());
        assertEquals(1, exchanges(nodes.mx).size());

        nodes.us.restart(nodes.mx);
        nodes.advance(Limits.RESEND_AFTER.plusSeconds(1));
        assertEquals(1, nodes.us.discovery.sweep(TestNode.TIMER));

        nodes.assertLogsAgree(1);
        QueryEntry lost = nodes.lastQuery();
        assertNotNull(lost.settled());
        assertEquals("FIND_ANSWER_LOST", lost.refusal());
        assertTrue(
                lost.outcome().en().contains("cannot be recovered"),
                lost.outcome().en());
        assertTrue(
                lost.outcome().es().contains("no pueden recuperarse"),
                lost.outcome().es());
        assertEquals(
                "FIND_ANSWER_LOST",
                duties(nodes.us, "find.settled").getLast().fields().get("outcome"));
        assertEquals(8, nodes.usedCount(), "counted once");
        assertEquals(0, nodes.us.discovery.sweep(TestNode.TIMER), "closed once");
    }

    @Test
    void aQueryThatNeverArrivedIsNotEvaluatedInVain() {
        nodes.us.link.away = true;
        assertCode(FindCode.FIND_PEER_AWAY, () -> nodes.ask(rfc(1)));
        nodes.us.link.away = false;

        assertEquals(0, nodes.us.discovery.sweep(TestNode.TIMER), "the holder would still evaluate it");
        nodes.advance(Limits.RESEND_AFTER.plusSeconds(1));
        assertEquals(1, nodes.us.discovery.sweep(TestNode.TIMER));

        nodes.assertLogsAgree(1);
        assertEquals("FIND_OFF_TIME", nodes.lastQuery().refusal());
        assertEquals(0, nodes.usedCount());
    }

    @Test
    void evenAfterTheKeyIsGoneTheHolderReturnsTheAnswerItGave() {
        killWhileAsking();
        nodes.publish();
        nodes.advance(Duration.ofDays(3));
        nodes.mx.discovery.sweep(TestNode.TIMER);
        nodes.us.restart(nodes.mx);

        assertEquals(1, nodes.us.discovery.sweep(TestNode.TIMER));

        nodes.assertLogsAgree(1);
        assertEquals("FIND_ANSWER_LOST", nodes.lastQuery().refusal());
    }

    @Test
    void aForgedAnswerClosesTheQuery() {
        nodes.us.link.answer = answer -> {
            byte[] changed = answer.toArray();
            changed[changed.length - 1] ^= 1;
            return Bytes.of(changed);
        };

        assertCode(FindCode.FIND_ANSWER_REFUSED, () -> nodes.ask(rfc(1)));

        QueryEntry closed = nodes.lastQuery();
        assertEquals("FIND_ANSWER_REFUSED", closed.refusal());
        assertFalse(closed.outcome().en().contains("FIND_"), closed.outcome().en());
        assertEquals(
                "FIND_ANSWER_REFUSED",
                duties(nodes.us, "find.settled").getLast().fields().get("outcome"));
        assertTrue(exchanges(nodes.us).isEmpty(), "there is no signed answer to name");
    }

    @Test
    void aFaultAfterTheAnswerClosesTheQueryAsLost() {
        nodes.us.database.run(tx -> tx.dsl()
                .execute("create function find.fail() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'disk'; end $$;"
                        + " create trigger fail before insert on find.hit execute function find.fail()"));

        assertThrows(RuntimeException.class, () -> nodes.ask(rfc(1)));

        nodes.assertLogsAgree(1);
        assertEquals("FIND_ANSWER_LOST", nodes.lastQuery().refusal());
    }

    @Test
    void aBusyPeerIsTriedAgainAfterPausesThatDouble() {
        nodes.us.link.lostAnswers = Limits.CALL_TRIES - 1;

        answered(nodes.ask(rfc(1)));

        assertEquals(
                List.of(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2)),
                nodes.us.pauses);
        nodes.assertLogsAgree(1);
        assertEquals(8, nodes.usedCount());
    }

    @Test
    void aPeerThatStaysAwayIsAskedLessAndLessOften() {
        killWhileAsking();
        nodes.us.link.away = true;
        nodes.advance(Limits.RESEND_AFTER.plusSeconds(1));
        nodes.us.link.calls.clear();
        for (int second = 0; second < 3600; second++) {
            nodes.us.discovery.sweep(TestNode.TIMER);
            nodes.advance(Duration.ofSeconds(1));
        }
        int callCount = nodes.us.link.calls.size();
        assertTrue(callCount >= 12 && callCount <= 22, callCount + " calls in an hour");

        nodes.us.link.away = false;
        nodes.advance(Limits.RETRY_PAUSE_LAST);
        assertEquals(1, nodes.us.discovery.sweep(TestNode.TIMER));
        nodes.assertLogsAgree(1);
    }

    @Test
    void theFrameIsKeptForAsLongAsTheQueryIsOpen() {
        killWhileAsking();
        assertEquals(1, frameCount());
        nodes.advance(Limits.RESEND_AFTER.plusSeconds(1));
        nodes.us.discovery.sweep(TestNode.TIMER);
        assertEquals(0, frameCount());
    }

    @Test
    void anOpenQuerySaysThatItIsOpen() {
        killWhileAsking();
        assertNotEquals("", nodes.lastQuery().outcome().es());
        assertNull(nodes.lastQuery().refusal());
    }

    private int frameCount() {
        return nodes.us.database.in(tx -> tx.dsl()
                .fetchSingle("select count(*) from find.query where frame is not null")
                .get(0, Integer.class));
    }

    /// The holder has answered; nothing of the answer arrived, and nothing is written any more.
    private void killWhileAsking() {
        nodes.us.link.answer = _ -> {
            throw new Killed();
        };
        assertThrows(Killed.class, () -> nodes.ask(rfc(1)));
        nodes.us.link.answer = answer -> answer;
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
