package org.entente.ask.store;

import static org.entente.ask.store.generated.Tables.CROSSING;
import static org.entente.ask.store.generated.Tables.FIGURES;
import static org.entente.ask.store.generated.Tables.REQUEST;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// Words that crossed and figures that were exchanged, in PostgreSQL, schema `ask`.
public final class CrossingStore {
    /// A word about a request, as text; the room makes sense of it.
    public record Row(
            String envelope,
            String number,
            String kind,
            boolean own,
            long sequence,
            Instant created,
            @Nullable Refusal refusal) {}

    public record Refusal(String ground, String instrument, String article) {}

    /// A word with what its request is about.
    public record About(Row word, String type, String from, String to, boolean exercise, boolean quiet) {}

    /// Figures as they crossed.
    public record Document(String envelope, boolean own, LocalDate first, LocalDate last, Bytes body, Instant at) {}

    private static final Condition ENDS = CROSSING.KIND.in("ANSWER", "CONCLUSION", "REFUSAL", "WITHDRAWAL");

    public void add(Tx tx, String agreement, Row row) {
        Refusal refusal = row.refusal();
        tx.dsl()
                .insertInto(CROSSING)
                .set(CROSSING.ENVELOPE, row.envelope())
                .set(CROSSING.AGREEMENT, agreement)
                .set(CROSSING.NUMBER, row.number())
                .set(CROSSING.KIND, row.kind())
                .set(CROSSING.OWN, row.own())
                .set(CROSSING.SEQUENCE, row.sequence())
                .set(CROSSING.CREATED, row.created())
                .set(CROSSING.GROUND, refusal == null ? null : refusal.ground())
                .set(CROSSING.INSTRUMENT, refusal == null ? null : refusal.instrument())
                .set(CROSSING.ARTICLE, refusal == null ? null : refusal.article())
                .execute();
    }

    /// Every word about the requests whose envelope was made in a span of time, by request.
    public List<About> asked(Tx tx, String agreement, Instant from, Instant until) {
        var asked = DSL.select(CROSSING.NUMBER)
                .from(CROSSING)
                .where(CROSSING.AGREEMENT.eq(agreement).and(CROSSING.KIND.eq("REQUEST")))
                .and(CROSSING.CREATED.ge(from).and(CROSSING.CREATED.lt(until)));
        return about(tx, CROSSING.NUMBER.in(asked));
    }

    /// Every word about the requests of an agreement that none up to these numbers has ended, by request.
    ///
    /// @param withoutEffect envelopes that end nothing
    public List<About> open(Tx tx, String agreement, long sent, long received, Set<String> withoutEffect) {
        Condition counted = DSL.condition(CROSSING.OWN)
                .and(CROSSING.SEQUENCE.le(sent))
                .or(DSL.not(DSL.condition(CROSSING.OWN)).and(CROSSING.SEQUENCE.le(received)));
        var ended = DSL.select(CROSSING.NUMBER)
                .from(CROSSING)
                .where(CROSSING.AGREEMENT.eq(agreement).and(ENDS))
                .and(counted)
                .and(CROSSING.ENVELOPE.notIn(withoutEffect));
        return about(tx, CROSSING.AGREEMENT.eq(agreement).and(CROSSING.NUMBER.notIn(ended)));
    }

    private static List<About> about(Tx tx, Condition which) {
        return tx.dsl()
                .select(CROSSING.fields())
                .select(
                        REQUEST.SIDE,
                        REQUEST.TYPE,
                        REQUEST.INSTITUTION,
                        REQUEST.COUNTERPART,
                        REQUEST.EXERCISE,
                        REQUEST.QUIET)
                .from(CROSSING)
                .join(REQUEST)
                .on(REQUEST.NUMBER.eq(CROSSING.NUMBER))
                .where(which)
                .orderBy(CROSSING.NUMBER, CROSSING.CREATED)
                .fetch(CrossingStore::about);
    }

    private static About about(Record row) {
        boolean asks = row.get(REQUEST.SIDE).equals("OUT");
        String own = row.get(REQUEST.INSTITUTION);
        String other = row.get(REQUEST.COUNTERPART);
        String ground = row.get(CROSSING.GROUND);
        return new About(
                new Row(
                        row.get(CROSSING.ENVELOPE),
                        row.get(CROSSING.NUMBER),
                        row.get(CROSSING.KIND),
                        row.get(CROSSING.OWN),
                        row.get(CROSSING.SEQUENCE),
                        row.get(CROSSING.CREATED),
                        ground == null
                                ? null
                                : new Refusal(ground, row.get(CROSSING.INSTRUMENT), row.get(CROSSING.ARTICLE))),
                row.get(REQUEST.TYPE),
                asks ? own : other,
                asks ? other : own,
                row.get(REQUEST.EXERCISE),
                row.get(REQUEST.QUIET));
    }

    public void keep(Tx tx, String agreement, Document document) {
        tx.dsl()
                .insertInto(FIGURES)
                .set(FIGURES.ENVELOPE, document.envelope())
                .set(FIGURES.AGREEMENT, agreement)
                .set(FIGURES.OWN, document.own())
                .set(FIGURES.FIRST, document.first())
                .set(FIGURES.LAST, document.last())
                .set(FIGURES.DOCUMENT, new String(document.body().toArray(), StandardCharsets.UTF_8))
                .set(FIGURES.AT, document.at())
                .execute();
    }

    /// The newest of a period that was sent, or that arrived.
    public Optional<Document> newest(Tx tx, String agreement, boolean own, LocalDate first, LocalDate last) {
        return tx.dsl()
                .selectFrom(FIGURES)
                .where(FIGURES.AGREEMENT.eq(agreement).and(FIGURES.OWN.eq(own)))
                .and(FIGURES.FIRST.eq(first).and(FIGURES.LAST.eq(last)))
                .orderBy(FIGURES.AT.desc(), FIGURES.ENVELOPE)
                .limit(1)
                .fetchOptional(CrossingStore::document);
    }

    /// Both sides', newest first.
    public List<Document> documents(Tx tx, String agreement, int limit) {
        return tx.dsl()
                .selectFrom(FIGURES)
                .where(FIGURES.AGREEMENT.eq(agreement))
                .orderBy(FIGURES.AT.desc(), FIGURES.ENVELOPE)
                .limit(limit)
                .fetch(CrossingStore::document);
    }

    private static Document document(Record row) {
        return new Document(
                row.get(FIGURES.ENVELOPE),
                row.get(FIGURES.OWN),
                row.get(FIGURES.FIRST),
                row.get(FIGURES.LAST),
                Bytes.of(row.get(FIGURES.DOCUMENT).getBytes(StandardCharsets.UTF_8)),
                row.get(FIGURES.AT));
    }
}
