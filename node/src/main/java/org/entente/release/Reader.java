package org.entente.release;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.entente.db.Tx;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.kernel.PeerParty;
import org.entente.kernel.Texts;
import org.entente.release.store.ChallengeStore;
import org.entente.release.store.ReceivedStore;
import org.entente.release.store.ReceivedStore.SealedContent;

/// The receiver's side: acknowledge the terms, then open for a purpose they allow.
final class Reader {
    private static final Texts TEXTS = Texts.of("release");

    private final Surroundings around;
    private final ReceivedStore store;
    private final ContentVault vault;
    private final ChallengeStore challenges;
    private final OwnerPost owners;

    Reader(Surroundings around, ReceivedStore store, ContentVault vault, ChallengeStore challenges) {
        this.around = around;
        this.store = store;
        this.vault = vault;
        this.challenges = challenges;
        this.owners = new OwnerPost(around);
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
            case Attempt.Refused refused -> refused.opening();
            case Attempt.Granted granted -> decrypted(granted);
        };
    }

    private Attempt attempt(Tx tx, Officer officer, ReleaseId id, Use use) {
        ReceivedRelease received = store.findForUpdate(tx, id).orElseThrow(() -> unknown(id));
        Instant now = around.now();
        List<ChallengeReach> suspended = use.forAccused() ? List.of() : suspended(tx, id, now);
        Optional<OpenRefusal> refusal = refusal(officer, received, use, now)
                .or(() -> suspended.stream().anyMatch(ChallengeReach::isWhole)
                        ? Optional.of(OpenRefusal.SUSPENDED)
                        : Optional.empty());
        store.opening(
                tx, id, officer.id(), use, now, refusal.map(OpenRefusal::name).orElse(null));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("officer", officer.label());
        fields.put("release", id.hex());
        fields.put("purpose", use.purpose().code());
        fields.put("case", use.caseNumber().value());
        if (use.forAccused()) {
            fields.put("for", "accused");
        }
        refusal.ifPresent(reason -> fields.put("reason", reason.name()));
        around.duty(
                tx, received.agreement(), refusal.isPresent() ? "release.opening-refused" : "release.opened", fields);
        if (refusal.isPresent()) {
            return new Attempt.Refused(new Opening.Refused(refusal.get(), text(tx, received, refusal.get(), now)));
        }
        if (received.opened() == null) {
            store.opened(tx, id, now);
            FirstOpening first = new FirstOpening(id, received.termsHash(), use.purpose(), now);
            tell(tx, received, ReceiptWire.OPENED, ReceiptWire.encode(first));
        }
        SealedContent content = store.content(tx, id)
                .orElseThrow(() -> new EntenteException(ReleaseCode.RELEASE_CONTENT_BROKEN, id.hex()));
        SortedSet<Integer> withheld = new TreeSet<>();
        suspended.forEach(reach -> withheld.addAll(reach.positions()));
        return new Attempt.Granted(received, content, withheld);
    }

    /// The lines of a release that challenges, not answered at their deadlines, keep from use.
    private List<ChallengeReach> suspended(Tx tx, ReleaseId id, Instant now) {
        return challenges.suspending(tx, id, now, Limits.LIST_MAX).stream()
                .flatMap(file -> file.reaches().stream())
                .filter(reach -> reach.release().equals(id) && reach.answer() == null)
                .toList();
    }

    private Bilingual text(Tx tx, ReceivedRelease received, OpenRefusal reason, Instant now) {
        if (reason != OpenRefusal.SUSPENDED) {
            return TEXTS.bilingual(
                    "open." + reason.name(), received.terms().use().purpose().code());
        }
        ChallengeFile file = challenges.suspending(tx, received.id(), now, 1).getFirst();
        Challenge challenge = file.challenge();
        Instant told = file.suspended();
        Bilingual ground = TEXTS.bilingual("ground." + challenge.ground().name());
        // One that was sent again has a later deadline than the one that suspends.
        Instant since = told != null && told.isBefore(challenge.deadline()) ? told : challenge.deadline();
        String day = since.atZone(ZoneOffset.UTC).toLocalDate().toString();
        return new Bilingual(
                TEXTS.text("open.SUSPENDED", Language.EN, ground.en(), day),
                TEXTS.text("open.SUSPENDED", Language.ES, ground.es(), day));
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

    private Opening decrypted(Attempt.Granted granted) {
        ReceivedRelease received = granted.received();
        SealedContent sealed = granted.content();
        try (ContentKey key = vault.unwrap(received.id(), sealed.wrappedKey())) {
            List<ReleasedStatement> all = Content.parse(ContentCipher.open(key, received.termsHash(), sealed.content()))
                    .statements();
            SortedSet<Integer> withheld = granted.withheld().headSet(all.size() + 1);
            List<ReleasedStatement> shown = IntStream.rangeClosed(1, all.size())
                    .filter(position -> !withheld.contains(position))
                    .mapToObj(position -> all.get(position - 1))
                    .toList();
            return new Opening.Opened(received.id(), received.terms().use(), shown, withheld);
        }
    }

    boolean hasArrived(Tx tx, PeerParty from, ReleaseId id, EnvelopeId inReplyTo) {
        return store.find(tx, id)
                .map(received -> inReplyTo.equals(received.terms().inReplyTo())
                        && received.agreement().equals(from.agreement())
                        && received.terms().from().party().equals(from.party()))
                .orElse(false);
    }

    /// As [OwnerPost#tell].
    void tell(Tx tx, ReceivedRelease received, String type, Bytes body) {
        owners.tell(tx, received, type, body);
    }

    static EntenteException unknown(ReleaseId id) {
        return new EntenteException(ReleaseCode.RELEASE_UNKNOWN, id.hex());
    }

    private sealed interface Attempt {
        record Refused(Opening.Refused opening) implements Attempt {}

        record Granted(ReceivedRelease received, SealedContent content, SortedSet<Integer> withheld)
                implements Attempt {}
    }
}
