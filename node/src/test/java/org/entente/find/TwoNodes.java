package org.entente.find;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import org.entente.agreement.Agreement;
import org.entente.db.Database;
import org.entente.db.TestDatabase;
import org.entente.exchange.SignedFrame;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Role;
import org.entente.match.IdentifierType;
import org.entente.prove.Leaf;
import org.jspecify.annotations.Nullable;

/// US asks, MX holds: what a test of discovery between two nodes begins with.
final class TwoNodes implements AutoCloseable {
    static final CaseNumber CASE = new CaseNumber("US-2026-000123");
    static final LegalBasis BASIS = new LegalBasis("UNTOC-2000", "27(1)(b)");

    private final Database usDatabase = TestDatabase.open();
    private final Database mxDatabase = TestDatabase.open();

    final TestClock clock = new TestClock();
    final TestClock holdersClock = new TestClock();
    final TestNode us;
    final TestNode mx;

    TwoNodes(Path folder) {
        this(folder, TestNode.LAW);
    }

    TwoNodes(Path folder, Agreement holdersLaw) {
        this(folder, holdersLaw, (_, _) -> null);
    }

    /// MX holds what `source` makes of its database and clock.
    TwoNodes(Path folder, Agreement holdersLaw, BiFunction<Database, Clock, @Nullable DiscoverySource> source) {
        try {
            us = new TestNode("US", usDatabase, folder, clock);
            mx = new TestNode(
                    "MX", mxDatabase, folder, holdersClock, holdersLaw, source.apply(mxDatabase, holdersClock));
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
        TestNode.connect(us, mx);
        mx.source
                .holds(IdentifierType.RFC, rfc(1), "m1", EvidentialStatus.LISTED_FINAL)
                .holds(IdentifierType.RFC, rfc(2), "m2", EvidentialStatus.CLEARED_BY_COURT);
    }

    /// Publishes at MX and lets US fetch and accept.
    void publish() {
        announce();
        us.discovery.sweep(TestNode.TIMER);
        assertTrue(us.link.deliverAll().isEmpty());
    }

    /// Publishes at MX; US has the announcement and no more.
    void announce() {
        mx.discovery.publish(mx.officer(Role.OPERATOR), TestNode.AGREEMENT, TestNode.PURPOSE);
        assertTrue(mx.link.deliverAll().isEmpty());
    }

    void advance(Duration by) {
        clock.advance(by);
        holdersClock.advance(by);
    }

    Answer ask(String... values) {
        return us.discovery.ask(us.officer(Role.ANALYST), query(values));
    }

    static Query query(String... values) {
        return new Query(TestNode.AGREEMENT, CASE, BASIS, TestNode.PURPOSE, "rfc", List.of(values));
    }

    /// Straight to MX's door, as US.
    Bytes call(Bytes frame) {
        return mx.discovery.door().serve(new PeerParty(us.party, TestNode.AGREEMENT), "evaluate", frame);
    }

    EvaluationAnswer read(Bytes frame, Bytes answer) {
        return EvaluationAnswer.open(us.link, TestNode.AGREEMENT, SignedFrame.hash(frame), answer);
    }

    /// The code MX signs for the frame.
    String refusalOf(Bytes frame) {
        return assertInstanceOf(EvaluationAnswer.Refused.class, read(frame, call(frame)))
                .code();
    }

    /// What US sent last.
    Bytes lastFrame() {
        return Objects.requireNonNull(us.link.lastRequest);
    }

    EvaluationRequest lastRequest() {
        return EvaluationRequest.read(EvaluationRequest.open(mx.link, TestNode.AGREEMENT, lastFrame()));
    }

    /// Elements MX has counted today.
    int usedCount() {
        return mx.database.in(tx -> tx.dsl()
                .fetchSingle(
                        "select coalesce(sum(used_count), 0) from find.quota_day"
                                + " where agreement = ? and key_type = 'rfc' and purpose = ? and day = ?",
                        TestNode.AGREEMENT.value(),
                        TestNode.PURPOSE.code(),
                        day())
                .get(0, Integer.class));
    }

    /// In the holder's zone.
    LocalDate day() {
        return LocalDate.ofInstant(holdersClock.instant(), ZoneId.of("America/Mexico_City"));
    }

    QueryEntry lastQuery() {
        return us.discovery
                .queries(us.officer(Role.ANALYST), TestNode.AGREEMENT)
                .getFirst();
    }

    static List<Leaf.Exchange> exchanges(TestNode node) {
        return node.ledger.leaves().stream()
                .filter(Leaf.Exchange.class::isInstance)
                .map(Leaf.Exchange.class::cast)
                .toList();
    }

    static List<Leaf.Duty> duties(TestNode node, String type) {
        return node.ledger.leaves().stream()
                .filter(Leaf.Duty.class::isInstance)
                .map(Leaf.Duty.class::cast)
                .filter(leaf -> leaf.type().equals(type))
                .toList();
    }

    /// Both EXCHANGE logs hold the same batches under the same names, and each name stands once.
    void assertLogsAgree(int batchCount) {
        assertEquals(batchCount, exchanges(us).size(), "sent");
        assertEquals(names(us), names(mx));
        assertEquals(
                batchCount,
                exchanges(us).stream().map(Leaf.Exchange::envelopeId).distinct().count());
        assertTrue(exchanges(us).stream().allMatch(leaf -> leaf.direction() == Leaf.Direction.SENT));
        assertTrue(exchanges(mx).stream().allMatch(leaf -> leaf.direction() == Leaf.Direction.RECEIVED));
    }

    private static List<Object> names(TestNode node) {
        return exchanges(node).stream()
                .<Object>map(leaf -> List.of(leaf.envelopeId(), leaf.envelopeHash(), leaf.sequence(), leaf.fields()))
                .toList();
    }

    static Answer.Answered answered(Answer answer) {
        return assertInstanceOf(Answer.Answered.class, answer, () -> answer.toString());
    }

    static Answer.Refused refused(Answer answer) {
        return assertInstanceOf(Answer.Refused.class, answer);
    }

    static void assertCode(FindCode code, Runnable action) {
        assertEquals(code, assertThrows(EntenteException.class, action::run).code());
    }

    /// Well-formed, and nobody's: the date is the first of January 2000.
    static String rfc(int number) {
        return "INV000101A%02d".formatted(number);
    }

    @Override
    public void close() {
        us.close();
        mx.close();
        usDatabase.close();
        mxDatabase.close();
    }

    static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T15:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
