package org.entente.find;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.DiscoveryPolicy;
import org.entente.agreement.Institution;
import org.entente.blind.ByteString;
import org.entente.blind.InputBatch;
import org.entente.blind.PrfKey;
import org.entente.blind.PrfOutputs;
import org.entente.blind.tags.KeyScope;
import org.entente.blind.tags.Label;
import org.entente.blind.tags.PrfInput;
import org.entente.blind.tags.TagLimits;
import org.entente.blind.tags.TagSetBuilder;
import org.entente.blind.tags.TagSetHeader;
import org.entente.db.Tx;
import org.entente.exchange.Dispatch;
import org.entente.find.store.SetStore;
import org.entente.hold.Discoverable;
import org.entente.hold.DiscoveryOrder;
import org.entente.kernel.Actor;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.Schedule;
import org.entente.match.IdentifierType;
import org.jspecify.annotations.Nullable;

/// Turns the holdings into a tag set and announces it. About 80 µs a value.
final class Publisher {
    static final String MEASURE = "blind-query";

    /// An operator may have a set built and sees no holdings: the node itself reads them.
    private static final Schedule NODE = new Schedule("find");

    private final Parts parts;
    private final OwnKeys keys;
    private final int entryCountMax;
    private final SetStore store = new SetStore();

    Publisher(Parts parts, OwnKeys keys) {
        this(parts, keys, Limits.ENTRY_COUNT_MAX);
    }

    /// @param entryCountMax a power of two
    Publisher(Parts parts, OwnKeys keys, int entryCountMax) {
        this.parts = parts;
        this.keys = keys;
        this.entryCountMax = entryCountMax;
    }

    /// Who publishes what, and for which publication; none where a set replaces another by itself.
    record Order(
            Actor actor,
            Agreement agreement,
            Purpose purpose,
            @Nullable UUID publication) {}

    /// The key types that the agreement lets the peer ask about for this purpose.
    static List<String> keyTypes(Agreement agreement, Purpose purpose) {
        return agreement.discovery().keyTypes().stream()
                .filter(offered -> offered.elementsPerDay(purpose) > 0)
                .map(DiscoveryPolicy.KeyType::key)
                .filter(key -> KeyTypes.identifierType(key).isPresent())
                .toList();
    }

    /// A new epoch for one key type. One set at a time: two would take one epoch and destroy each other's seed.
    ///
    /// @param progress hears, after each chunk, how many entries the set has so far; what it throws ends
    ///     the attempt, and nothing of it stays
    /// @throws EntenteException FIND_SET_TOO_LARGE, FIND_FILE_FAILED
    synchronized Announcement publish(Order order, String keyType, IntConsumer progress) {
        Agreement agreement = order.agreement();
        forgetUnannounced(agreement.id());
        IdentifierType type = KeyTypes.identifierType(keyType).orElseThrow();
        int epoch = parts.transactions().in(tx -> store.nextEpoch(tx, agreement.id(), keyType, order.purpose()));
        KeyScope scope = new KeyScope(
                Announcement.node(parts.link().own(), agreement.id()),
                Announcement.node(parts.link().peer(agreement.id()), agreement.id()),
                epoch,
                keyType,
                order.purpose().code());
        try (PrfKey key = keys.create(agreement.id(), scope)) {
            TagSetBuilder builder = new TagSetBuilder(scope, key.publicKey(), parts.random());
            fill(builder, key, keyType, held(agreement, keyType, type, builder), progress);
            Announcement set = Announcement.of(agreement.id(), write(builder));
            parts.transactions().run(tx -> announce(tx, order, set, builder.count()));
            return set;
        }
    }

    /// Forgets the handles of a set that has left service. Not while a set is made, whose handles nothing names yet.
    synchronized void forgetHandles(SetStore.Set set, Instant now) {
        parts.transactions().run(tx -> {
            store.forgetHandles(tx, set.setId(), now);
            parts.source().keepHandles(tx, NODE, set.agreement(), store.remembered(tx, set.agreement()));
        });
    }

    /// Handles and files of sets that a killed or failed publication made and never announced.
    private void forgetUnannounced(AgreementId agreement) {
        List<Bytes> announced = parts.transactions().in(tx -> {
            List<Bytes> remembered = store.remembered(tx, agreement);
            parts.source().keepHandles(tx, NODE, agreement, remembered);
            return remembered;
        });
        Set<Path> kept = announced.stream().map(id -> file(parts.folder(), id)).collect(Collectors.toSet());
        try (DirectoryStream<Path> own = Files.newDirectoryStream(parts.folder(), "own-*")) {
            for (Path file : own) {
                if (!kept.contains(file)) {
                    Files.delete(file);
                }
            }
        } catch (IOException failed) {
            throw new EntenteException(FindCode.FIND_FILE_FAILED, failed, String.valueOf(failed.getMessage()));
        }
    }

    /// By value, at most four records each. Of more, those that are not cleared come first, then the order of the
    /// holdings: the holder finds the others by the same value when it is asked.
    private List<List<Discoverable>> held(
            Agreement agreement, String keyType, IdentifierType type, TagSetBuilder builder) {
        Bytes setId = Bytes.of(builder.setId().toByteArray());
        DiscoveryOrder order = new DiscoveryOrder(
                agreement.id(), setId, type, agreement.discovery().sharesClearances());
        return parts.transactions().in(tx -> {
            Map<String, List<Discoverable>> held = new LinkedHashMap<>();
            parts.source()
                    .discoverable(
                            tx,
                            NODE,
                            order,
                            one -> held.computeIfAbsent(one.value(), _ -> new ArrayList<>(1))
                                    .add(one));
            List<List<Discoverable>> labelled =
                    held.values().stream().map(Publisher::labelled).toList();
            // Thrown in here, the handles go with it.
            requireCarried(keyType, labelled.stream().mapToInt(List::size).sum());
            return labelled;
        });
    }

    private static List<Discoverable> labelled(List<Discoverable> records) {
        return records.stream()
                .sorted(Comparator.comparing(one -> one.status().isCleared()))
                .limit(TagLimits.SLOT_COUNT)
                .toList();
    }

    private void requireCarried(String keyType, int tagCount) {
        if (tagCount > entryCountMax) {
            throw new EntenteException(
                    FindCode.FIND_SET_TOO_LARGE, keyType, Integer.toString(tagCount), Integer.toString(entryCountMax));
        }
    }

    private static void fill(
            TagSetBuilder builder, PrfKey key, String keyType, List<List<Discoverable>> held, IntConsumer progress) {
        for (int from = 0; from < held.size(); from += Limits.PUBLISH_CHUNK_COUNT) {
            int to = Math.min(held.size(), from + Limits.PUBLISH_CHUNK_COUNT);
            List<List<Discoverable>> chunk = held.subList(from, to);
            InputBatch.Builder inputs = new InputBatch.Builder();
            chunk.forEach(records ->
                    inputs.add(new PrfInput(keyType, records.getFirst().value()).encoded()));
            try (PrfOutputs outputs = key.evaluate(inputs.build())) {
                for (int i = 0; i < chunk.size(); i++) {
                    List<Discoverable> records = chunk.get(i);
                    for (int slot = 0; slot < records.size(); slot++) {
                        builder.add(outputs, i, slot, label(records.get(slot)));
                    }
                }
            }
            progress.accept(builder.count());
        }
    }

    private static Label label(Discoverable one) {
        ByteString handle = ByteString.copyOf(one.handle().toArray());
        return new Label(handle, LabelCodes.code(one.status()), LabelCodes.KIND_UNSAID);
    }

    private TagSetHeader write(TagSetBuilder builder) {
        Path file = file(parts.folder(), Bytes.of(builder.setId().toByteArray()));
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            TagSetHeader header;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(partial))) {
                header = builder.write(out, TagSetBuilder.paddedCount(builder.count()));
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return header;
        } catch (IOException failed) {
            throw new EntenteException(FindCode.FIND_FILE_FAILED, failed, String.valueOf(failed.getMessage()));
        }
    }

    static Path file(Path folder, Bytes setId) {
        return folder.resolve("own-" + setId.hex() + ".tagset");
    }

    private void announce(Tx tx, Order order, Announcement set, int tagCount) {
        Agreement agreement = order.agreement();
        Instant now = parts.clock().instant();
        store.addOwn(tx, new SetStore.OwnSet(SetRows.row(set), tagCount, order.publication(), now, null, null, null));
        parts.ledger()
                .request(tx, FindLeaves.set("find.published", order.actor().label(), set));
        Party own = parts.link().own();
        parts.link()
                .send(
                        tx,
                        new Dispatch(
                                set.agreement(),
                                central(agreement, own),
                                central(agreement, parts.link().peer(set.agreement())),
                                Announcement.ANNOUNCED,
                                null,
                                "",
                                agreement.measure(MEASURE).bases().getFirst(),
                                set.purpose(),
                                Set.of(),
                                now.plus(Limits.ANNOUNCEMENT_EXPIRY),
                                set.body()));
    }

    private static InstitutionId central(Agreement agreement, Party party) {
        return agreement.text().institutions().stream()
                .filter(Institution::central)
                .map(Institution::id)
                .filter(id -> id.party().equals(party))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pack names no central authority of " + party));
    }
}
