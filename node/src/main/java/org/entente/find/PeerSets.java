package org.entente.find;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreement.Agreement;
import org.entente.blind.BlindException;
import org.entente.blind.tags.TagSet;
import org.entente.db.Tx;
import org.entente.exchange.Arrival;
import org.entente.exchange.Dispatch;
import org.entente.exchange.EnvelopeId;
import org.entente.exchange.SignedFrame;
import org.entente.find.store.SetStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The asker's side of publication: one key for each epoch, the set fetched whole and compared with what was announced,
/// and only then a signed acceptance, without which the holder evaluates nothing. Thread-safe.
final class PeerSets implements AutoCloseable {
    static final String OPERATION = "tag-set";

    private static final Logger LOG = LoggerFactory.getLogger(PeerSets.class);

    private static final String KIND = "tagSetRequest";
    private static final int VERSION = 1;

    private final Parts parts;
    private final SetStore store = new SetStore();
    private final Patience patience = new Patience();
    private final Map<Bytes, TagSet> open = new ConcurrentHashMap<>();

    PeerSets(Parts parts) {
        this.parts = parts;
    }

    /// Takes an announcement in. A second key for an epoch, or an epoch that does not move on, is refused for good:
    /// that
    /// is how a holder would use a special key for one asker's query.
    void announced(Tx tx, Arrival arrival) {
        AgreementId agreement = arrival.sender().agreement();
        Bytes body = parts.link().open(tx, arrival.id(), arrival.to());
        Announcement set = Announcement.parse(agreement, body);
        Agreement law = parts.agreements().current(agreement);
        boolean agreed = set.purpose().equals(arrival.purpose())
                && law.hasPurpose(set.purpose())
                && law.discovery()
                        .keyType(set.keyType())
                        .filter(type -> type.elementsPerDay(set.purpose()) > 0)
                        .isPresent();
        if (!agreed) {
            throw new EntenteException(FindCode.FIND_ANNOUNCEMENT_REFUSED, "key type or purpose");
        }
        if (set.entryCount() > Limits.ENTRY_COUNT_MAX) {
            throw new EntenteException(FindCode.FIND_ANNOUNCEMENT_REFUSED, "entry count");
        }
        boolean newest = store.peers(tx, agreement, set.keyType(), set.purpose()).stream()
                .allMatch(known -> known.set().epoch() < set.epoch());
        SetStore.PeerSet row = new SetStore.PeerSet(
                SetRows.row(set),
                arrival.id().hex(),
                arrival.from(),
                arrival.to(),
                arrival.received(),
                null,
                null,
                null);
        if (!newest || !store.addPeer(tx, row)) {
            throw new EntenteException(FindCode.FIND_ANNOUNCEMENT_REFUSED, "epoch");
        }
    }

    /// Fetches what was announced; returns how many sets came to an end, good or bad. What may pass is tried again with
    /// growing pauses; refused for good is a set that is not the announced one, or that the peer says is gone.
    int fetchAwaited() {
        int count = 0;
        Instant now = parts.clock().instant();
        for (SetStore.PeerSet awaited : parts.transactions().in(store::awaited)) {
            if (patience.isDue(awaited.set().setId(), now)) {
                count += fetched(awaited, now) ? 1 : 0;
            }
        }
        return count;
    }

    private boolean fetched(SetStore.PeerSet awaited, Instant now) {
        Bytes setId = awaited.set().setId();
        try {
            fetch(awaited);
        } catch (EntenteException failed) {
            if (failed.code() != FindCode.FIND_KEY_UNKNOWN) {
                // The other sets must not wait for this one.
                LOG.warn("tag set {} not fetched: {}", setId.hex(), failed.code());
                patience.failed(setId, now);
                return false;
            }
            settle(awaited, failed.code().name());
        }
        patience.settled(setId);
        return true;
    }

    /// The newest set under which both know that queries are answered.
    Optional<SetStore.PeerSet> ready(AgreementId agreement, String keyType, Purpose purpose) {
        return parts.transactions().in(tx -> store.peers(tx, agreement, keyType, purpose)).stream()
                .filter(this::isReady)
                .findFirst();
    }

    boolean isReady(SetStore.PeerSet set) {
        String acceptance = set.acceptance();
        return acceptance != null && parts.link().isDelivered(new EnvelopeId(acceptance));
    }

    /// The set itself, mapped and checked once.
    ///
    /// @throws EntenteException FIND_FILE_FAILED if the file is gone or was changed
    TagSet tags(SetStore.PeerSet set) {
        return open.computeIfAbsent(set.set().setId(), _ -> {
            Announcement expected = SetRows.announcement(set.set());
            try {
                TagSet tags = TagSet.open(file(expected.setId()));
                if (!tags.header()
                        .equals(expected.header(peer(expected), parts.link().own()))) {
                    tags.close();
                    throw new EntenteException(FindCode.FIND_FILE_FAILED, "tag set");
                }
                return tags;
            } catch (IOException | BlindException failed) {
                throw new EntenteException(FindCode.FIND_FILE_FAILED, failed, String.valueOf(failed.getMessage()));
            }
        });
    }

    /// The holder's side of the fetch: the published file, byte for byte.
    Bytes serve(AgreementId agreement, Bytes request) {
        SignedFrame frame = parts.link().open(agreement, KIND, request);
        var reader = frame.content().reader();
        reader.whole("v", VERSION, VERSION);
        boolean ours = reader.text("agreement").equals(agreement.value());
        Bytes setId = Announcement.hex(reader, "set", 16);
        reader.end();
        boolean known = parts.transactions()
                .in(tx -> store.own(tx, setId))
                .filter(own -> own.set().agreement().equals(agreement) && own.destroyed() == null)
                .isPresent();
        if (!ours || !known) {
            throw new EntenteException(FindCode.FIND_KEY_UNKNOWN, setId.hex());
        }
        try {
            return Bytes.of(Files.readAllBytes(Publisher.file(parts.folder(), setId)));
        } catch (IOException failed) {
            throw new EntenteException(FindCode.FIND_FILE_FAILED, failed, String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public void close() {
        open.values().forEach(TagSet::close);
        open.clear();
    }

    private void fetch(SetStore.PeerSet awaited) {
        Announcement set = SetRows.announcement(awaited.set());
        Json.Members content = Json.members()
                .with("v", VERSION)
                .with("agreement", set.agreement().value())
                .with("set", set.setId().hex())
                .build();
        Bytes request = parts.link().sign(set.agreement(), KIND, content, Bytes.of(new byte[0]));
        Bytes file = parts.link().call(set.agreement(), OPERATION, request);
        settle(awaited, keep(set, file).orElse(null));
    }

    /// Without a fault the set is accepted.
    private void settle(SetStore.PeerSet awaited, @Nullable String fault) {
        Announcement set = SetRows.announcement(awaited.set());
        parts.transactions().run(tx -> {
            if (fault != null) {
                store.refusePeer(tx, set.setId(), fault);
                parts.ledger().request(tx, FindLeaves.set("find.set-refused", "schedule:find", set));
            } else {
                accept(tx, awaited, set);
            }
        });
    }

    private void accept(Tx tx, SetStore.PeerSet awaited, Announcement set) {
        Agreement law = parts.agreements().current(set.agreement());
        EnvelopeId acceptance = parts.link()
                .send(
                        tx,
                        new Dispatch(
                                set.agreement(),
                                awaited.to(),
                                awaited.from(),
                                Announcement.ACCEPTED,
                                new EnvelopeId(awaited.announcement()),
                                "",
                                law.measure(Publisher.MEASURE).bases().getFirst(),
                                set.purpose(),
                                Set.of(),
                                parts.clock().instant().plus(Limits.ANNOUNCEMENT_EXPIRY),
                                set.body()));
        store.acceptPeer(tx, set.setId(), acceptance.hex(), parts.clock().instant());
        parts.ledger().request(tx, FindLeaves.set("find.set-accepted", "schedule:find", set));
    }

    /// Writes the set to its place; a reason if it is not the announced one.
    private Optional<String> keep(Announcement set, Bytes file) {
        Path place = file(set.setId());
        try {
            // What a killed run left behind was never accepted.
            Files.deleteIfExists(place);
            try (TagSet tags = TagSet.receive(new ByteArrayInputStream(file.toArray()), place)) {
                if (tags.header().equals(set.header(peer(set), parts.link().own()))) {
                    return Optional.empty();
                }
            }
            Files.delete(place);
            return Optional.of("header");
        } catch (BlindException broken) {
            return Optional.of(
                    broken.facts().getOrDefault("reason", broken.code().name()));
        } catch (IOException failed) {
            throw new EntenteException(FindCode.FIND_FILE_FAILED, failed, String.valueOf(failed.getMessage()));
        }
    }

    private Party peer(Announcement set) {
        return parts.link().peer(set.agreement());
    }

    private Path file(Bytes setId) {
        return parts.folder().resolve("peer-" + setId.hex() + ".tagset");
    }

    List<SetStore.PeerSet> all(AgreementId agreement) {
        return parts.transactions().in(tx -> store.peers(tx, agreement, Limits.LIST_COUNT));
    }
}
