package org.entente.release;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Texts;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.ReceivedStore.SealedContent;

/// The receiver's side: acknowledge the terms, then open for a purpose they allow.
final class Reader {
    private final Surroundings around;
    private final ReceivedStore store;
    private final ContentVault vault;

    Reader(Surroundings around, ReceivedStore store, ContentVault vault) {
        this.around = around;
        this.store = store;
        this.vault = vault;
    }

    /// Records the officer's acknowledgement and tells the owner. Twice is once.
    ReceivedRelease acknowledge(Officer officer, ReleaseId id, Bytes termsHash) {
        return around.transactions().in(tx -> {
            ReceivedRelease received = store.findForUpdate(tx, id).orElseThrow(() -> unknown(id));
            Instant now = around.now();
            if (!received.termsHash().equals(termsHash)) {
                throw new EntenteException(ReleaseCode.RELEASE_TERMS_DIFFER, id.hex());
            }
            if (!officer.institution().equals(received.terms().to())
                    || received.state().isDestroyed()
                    || received.terms().areExpired(now)) {
                throw new EntenteException(ReleaseCode.RELEASE_NOT_POSSIBLE_NOW, id.hex());
            }
            if (received.acknowledged() != null) {
                return received;
            }
            store.acknowledged(tx, id, officer.id(), now);
            tell(tx, received, ReceiptWire.ACKNOWLEDGED, ReceiptWire.encode(new Acknowledgement(id, termsHash, now)));
            around.duty(
                    tx,
                    received.agreement(),
                    "release.acknowledged",
                    Map.of("officer", officer.label(), "release", id.hex(), "terms", termsHash.hex()));
            return store.find(tx, id).orElseThrow(() -> unknown(id));
        });
    }

    /// The entry in the log is committed before anything is decrypted, so no content is seen unlogged.
    Opening open(Officer officer, ReleaseId id, Use use) {
        Attempt attempt = around.transactions().in(tx -> attempt(tx, officer, id, use));
        return switch (attempt) {
            case Attempt.Refused refused ->
                new Opening.Refused(
                        refused.reason(),
                        Texts.of("release").bilingual("open." + refused.reason().name(), refused.purpose()));
            case Attempt.Granted granted -> decrypted(granted.received(), granted.content());
        };
    }

    private Attempt attempt(Tx tx, Officer officer, ReleaseId id, Use use) {
        ReceivedRelease received = store.findForUpdate(tx, id).orElseThrow(() -> unknown(id));
        Instant now = around.now();
        Optional<OpenRefusal> refusal = refusal(officer, received, use, now);
        store.opening(
                tx, id, officer.id(), use, now, refusal.map(OpenRefusal::name).orElse(null));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("officer", officer.label());
        fields.put("release", id.hex());
        fields.put("purpose", use.purpose().code());
        fields.put("case", use.caseNumber().value());
        refusal.ifPresent(reason -> fields.put("reason", reason.name()));
        around.duty(
                tx, received.agreement(), refusal.isPresent() ? "release.opening-refused" : "release.opened", fields);
        if (refusal.isPresent()) {
            return new Attempt.Refused(
                    refusal.get(), received.terms().use().purpose().code());
        }
        if (received.opened() == null) {
            store.opened(tx, id, now);
            FirstOpening first = new FirstOpening(id, received.termsHash(), use.purpose(), now);
            tell(tx, received, ReceiptWire.OPENED, ReceiptWire.encode(first));
        }
        SealedContent content = store.content(tx, id)
                .orElseThrow(() -> new EntenteException(ReleaseCode.RELEASE_CONTENT_BROKEN, id.hex()));
        return new Attempt.Granted(received, content);
    }

    private static Optional<OpenRefusal> refusal(Officer officer, ReceivedRelease received, Use use, Instant now) {
        if (received.state() == ReceivedState.RECALLED) {
            return Optional.of(OpenRefusal.RECALLED);
        }
        if (received.state() == ReceivedState.EXPIRED || received.terms().areExpired(now)) {
            return Optional.of(OpenRefusal.EXPIRED);
        }
        if (!officer.institution().equals(received.terms().to())) {
            return Optional.of(OpenRefusal.OTHER_INSTITUTION);
        }
        if (received.acknowledged() == null) {
            return Optional.of(OpenRefusal.NOT_ACKNOWLEDGED);
        }
        return use.purpose().equals(received.terms().use().purpose())
                ? Optional.empty()
                : Optional.of(OpenRefusal.OTHER_PURPOSE);
    }

    private Opening decrypted(ReceivedRelease received, SealedContent sealed) {
        try (ContentKey key = vault.unwrap(received.id(), sealed.wrappedKey())) {
            Content content = Content.parse(ContentCipher.open(key, received.termsHash(), sealed.content()));
            return new Opening.Opened(received.id(), received.terms().use(), content.statements());
        }
    }

    boolean hasArrived(Tx tx, PeerParty from, ReleaseId id, EnvelopeId inReplyTo) {
        return store.find(tx, id)
                .map(received -> inReplyTo.equals(received.terms().inReplyTo())
                        && received.agreement().equals(from.agreement())
                        && received.terms().from().party().equals(from.party()))
                .orElse(false);
    }

    /// A message about a received release, back to the institution that gave it.
    void tell(Tx tx, ReceivedRelease received, String type, Bytes body) {
        Terms terms = received.terms();
        around.post()
                .send(
                        tx,
                        new Dispatch(
                                received.agreement(),
                                terms.to(),
                                terms.from(),
                                type,
                                received.envelope(),
                                received.casePseudonym(),
                                terms.basis(),
                                terms.use().purpose(),
                                terms.use().handling(),
                                around.now().plus(Limits.NOTICE_LIFE),
                                body));
    }

    static EntenteException unknown(ReleaseId id) {
        return new EntenteException(ReleaseCode.RELEASE_UNKNOWN, id.hex());
    }

    private sealed interface Attempt {
        record Refused(OpenRefusal reason, String purpose) implements Attempt {}

        record Granted(ReceivedRelease received, SealedContent content) implements Attempt {}
    }
}
