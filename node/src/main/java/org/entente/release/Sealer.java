package org.entente.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.Statement;
import org.entente.kernel.Texts;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.SentStore;
import org.jspecify.annotations.Nullable;

/// The owner's side: choose, seal, put in the outbox. The content key is in the sealed body and nowhere here.
final class Sealer {
    /// The source named for words that an officer composed.
    private static final String COMPOSED = "composed-answer";

    private final Surroundings around;
    private final SentStore store;
    private final ChallengeStore challenges;

    Sealer(Surroundings around, SentStore store, ChallengeStore challenges) {
        this.around = around;
        this.store = store;
        this.challenges = challenges;
    }

    /// A release sealed and not yet on its way; close it, it holds the content key.
    record Draft(SealOrder order, SealedRelease sealed, List<SentItem> items, Instant made) implements AutoCloseable {
        ReleaseId id() {
            return sealed.terms().release();
        }

        @Override
        public void close() {
            sealed.key().close();
        }
    }

    /// Either a draft or why there is none.
    record Drafting(@Nullable Draft draft, @Nullable SealRefusal refusal) {}

    Sealing seal(Officer officer, SealOrder order, BiConsumer<Tx, Sealing.Sealed> within) {
        Drafting drafting = draft(officer, officer.institution(), order, null);
        try (Draft draft = drafting.draft()) {
            if (draft == null) {
                return refused(officer, order.agreement(), order.to(), Objects.requireNonNull(drafting.refusal()));
            }
            return around.transactions().in(tx -> {
                Sealing.Sealed done = put(tx, officer, draft);
                within.accept(tx, done);
                return done;
            });
        }
    }

    /// @param answered the challenge that this release corrects, which does not stand in its own way
    Drafting draft(Officer officer, InstitutionId from, SealOrder order, @Nullable ChallengeId answered) {
        Instant now = around.now();
        List<OwnStatements.Own> own = inOrder(
                order.statementIds(),
                around.statements()
                        .statements(
                                officer,
                                new LinkedHashSet<>(order.statementIds()),
                                order.terms().purpose()));
        List<Statement> found = own.stream().map(OwnStatements.Own::statement).toList();
        Optional<SealRefusal> refusal = SealRules.refusal(
                        around.agreements().current(order.agreement()), officer.party(), order, found, now)
                .or(() -> challenged(order, now, answered));
        if (refusal.isPresent()) {
            return new Drafting(null, refusal.get());
        }
        Terms terms = new Terms(ReleaseId.random(), from, order.to(), order.inReplyTo(), order.basis(), order.terms());
        Bytes content = new Content(statements(order, own)).encode();
        requireReadable(content);
        ContentKey key = ContentKey.random();
        SealedRelease sealed = new SealedRelease(terms, ContentCipher.seal(key, terms.hash(), content), key);
        return new Drafting(new Draft(order, sealed, items(order, found), now), null);
    }

    private Optional<SealRefusal> challenged(SealOrder order, Instant now, @Nullable ChallengeId answered) {
        return around.transactions().in(tx -> {
            if (challenges.isSuspended(tx, order.statementIds(), now, answered)) {
                return Optional.of(SealRefusal.USE_SUSPENDED);
            }
            return challenges.isUpheld(tx, order.statementIds(), answered)
                    ? Optional.of(SealRefusal.CHALLENGE_UPHELD)
                    : Optional.empty();
        });
    }

    Sealing.Sealed put(Tx tx, Officer officer, Draft draft) {
        SealOrder order = draft.order();
        SealedRelease sealed = draft.sealed();
        Terms terms = sealed.terms();
        EnvelopeId envelope = around.post()
                .send(
                        tx,
                        new Dispatch(
                                order.agreement(),
                                terms.from(),
                                terms.to(),
                                SealedRelease.TYPE,
                                order.inReplyTo(),
                                order.casePseudonym(),
                                order.basis(),
                                terms.use().purpose(),
                                terms.use().handling(),
                                earlier(terms.use().expires(), draft.made().plus(Limits.NOTICE_LIFE)),
                                sealed.encode()));
        store.insert(
                tx,
                new SentRelease(
                        terms.release(),
                        order.agreement(),
                        terms,
                        terms.hash(),
                        ReleaseWire.sha256(sealed.content()),
                        order.casePseudonym(),
                        envelope,
                        officer.id(),
                        draft.made(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                draft.items());
        around.duty(
                tx,
                order.agreement(),
                "release.sealed",
                Map.of(
                        "officer", officer.label(),
                        "release", terms.release().hex(),
                        "envelope", envelope.hex(),
                        "terms", terms.hash().hex(),
                        "items", Integer.toString(draft.items().size())));
        return new Sealing.Sealed(terms.release(), envelope);
    }

    /// What this node cannot read back, the peer could not either.
    private static void requireReadable(Bytes content) {
        try {
            Content.parse(content);
        } catch (EntenteException unreadable) {
            throw new EntenteException(ReleaseCode.RELEASE_ORDER_INVALID, unreadable, "content");
        }
    }

    Sealing.Refused refused(Officer officer, AgreementId agreement, InstitutionId to, SealRefusal reason) {
        around.transactions()
                .run(tx -> around.duty(
                        tx,
                        agreement,
                        "release.seal-refused",
                        Map.of(
                                "officer", officer.label(),
                                "to", to.value(),
                                "reason", reason.name())));
        return new Sealing.Refused(reason, Texts.of("release").bilingual("seal." + reason.name()));
    }

    private static List<ReleasedStatement> statements(SealOrder order, List<OwnStatements.Own> found) {
        List<ReleasedStatement> released = new ArrayList<>();
        for (OwnStatements.Own own : found) {
            Statement statement = own.statement();
            released.add(new ReleasedStatement(
                    statement.property(),
                    statement.value(),
                    statement.source().source(),
                    statement.source().asOf(),
                    statement.source().invented(),
                    statement.observed(),
                    statement.basis(),
                    statement.handling(),
                    statement.evaluation(),
                    statement.personClass(),
                    own.status()));
        }
        for (AnswerField field : order.fields()) {
            released.add(new ReleasedStatement(
                    field.property(),
                    field.value(),
                    COMPOSED,
                    null,
                    order.invented(),
                    null,
                    order.basis(),
                    order.terms().handling(),
                    field.evaluation(),
                    field.personClass(),
                    EvidentialStatus.NONE));
        }
        return released;
    }

    private static List<SentItem> items(SealOrder order, List<Statement> found) {
        List<SentItem> items = new ArrayList<>();
        found.forEach(statement -> items.add(new SentItem(statement.id(), statement.property(), null, null)));
        order.fields()
                .forEach(field -> items.add(new SentItem(
                        null,
                        field.property(),
                        field.value(),
                        new SentItem.Standing(field.personClass(), field.evaluation(), order.invented()))));
        return items;
    }

    private static List<OwnStatements.Own> inOrder(List<String> ids, List<OwnStatements.Own> found) {
        Map<String, OwnStatements.Own> byId = new LinkedHashMap<>();
        found.forEach(own -> byId.put(own.statement().id(), own));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                .toList();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
