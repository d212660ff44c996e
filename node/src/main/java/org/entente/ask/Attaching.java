package org.entente.ask;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.ask.store.AttachmentStore;
import org.entente.db.Tx;
import org.entente.exchange.Parcel;
import org.entente.exchange.ParcelContent;
import org.entente.exchange.ParcelId;
import org.entente.exchange.ParcelKey;
import org.entente.exchange.ParcelState;
import org.entente.exchange.Parcels;
import org.entente.exchange.Parcels.Sealed;
import org.entente.exchange.Parcels.Standing;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The files of requests: brought and taken back before a request leaves, announced with it, and looked at when they
/// have come.
final class Attaching {
    private static final Logger LOG = LoggerFactory.getLogger(Attaching.class);
    private static final String AWAITED = "AWAITED";

    private final Surroundings around;
    private final Files files;
    private final Parcels parcels;
    private final AttachmentStore store = new AttachmentStore();

    Attaching(Surroundings around, Files files) {
        this.around = around;
        this.files = files;
        this.parcels = around.parcels();
    }

    Attachment attach(Officer officer, RequestNumber number, String given, InputStream content) {
        String name = FileName.clean(given);
        FileType type = FileScan.announced(name);
        // Before the first byte is read: who may not attach does not fill a disk.
        around.transactions().run(tx -> requireRoom(tx, files.lock(tx, officer, number), name, 0));
        Sealed sealed = parcels.seal(content);
        boolean kept = false;
        try {
            require(type, parcels.open(sealed));
            Attachment attachment = new Attachment(sealed.parcel(), name, type);
            around.transactions().run(tx -> {
                Filed filed = files.lock(tx, officer, number);
                requireRoom(tx, filed, name, sealed.parcel().sizeBytes());
                parcels.keep(tx, filed.request().head().agreement(), sealed);
                List<Attachment> more = new ArrayList<>(filed.request().attachments());
                more.add(attachment);
                change(tx, officer, filed, Event.ATTACHED, more, attachment);
            });
            kept = true;
            return attachment;
        } finally {
            if (!kept) {
                parcels.discard(sealed.parcel().id());
            }
        }
    }

    void detach(Officer officer, RequestNumber number, ParcelId id) {
        around.transactions().run(tx -> {
            Filed filed = files.lock(tx, officer, number);
            files.requireOpen(tx, filed, Event.DETACHED);
            Attachment gone = attachment(filed, id);
            List<Attachment> left = new ArrayList<>(filed.request().attachments());
            left.remove(gone);
            change(tx, officer, filed, Event.DETACHED, left, gone);
            parcels.forget(tx, id);
        });
    }

    private void change(
            Tx tx, Officer officer, Filed filed, Event event, List<Attachment> attachments, Attachment about) {
        CaseNumber caseNumber = filed.caseNumber();
        if (caseNumber == null) {
            throw new IllegalStateException("an own request has a case");
        }
        files.revised(tx, filed, event, around.now(), officer.label());
        Bytes text = AskWire.encode(filed.request().with(attachments));
        files.revise(tx, filed.number(), text, caseNumber, filed.casePseudonym());
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask." + event.word(),
                leaf(filed.number(), about.parcel(), officer.label()));
    }

    /// A file's name is personal data often enough: the log has its id and its hash.
    private static Map<String, String> leaf(RequestNumber number, Parcel parcel, String by) {
        return Map.of(
                "by", by,
                "request", number.value(),
                "attachment", parcel.id().hex(),
                "content", parcel.content().hex());
    }

    private void requireRoom(Tx tx, Filed filed, String name, long sizeBytes) {
        files.requireOpen(tx, filed, Event.ATTACHED);
        List<Attachment> has = filed.request().attachments();
        long bytes = has.stream().mapToLong(one -> one.parcel().sizeBytes()).sum();
        if (has.size() >= Limits.FILES_MAX || bytes + sizeBytes > Limits.FILES_BYTES_MAX) {
            throw new EntenteException(
                    AskCode.ASK_FILES_SPENT,
                    filed.number().value(),
                    Integer.toString(Limits.FILES_MAX),
                    Long.toString(Limits.FILES_BYTES_MAX >> 20));
        }
        if (has.stream().anyMatch(one -> one.name().equalsIgnoreCase(name))) {
            throw new EntenteException(
                    AskCode.ASK_FILE_NAME_TAKEN, filed.number().value());
        }
    }

    private static void require(FileType type, ParcelContent content) {
        try (Closeable _ = content) {
            FileScan.require(type, FileScan.Content.of(content));
        } catch (IOException unclosed) {
            LOG.warn("a parcel was not closed", unclosed);
        }
    }

    static Attachment attachment(Filed filed, ParcelId id) {
        return filed.request().attachments().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new EntenteException(
                        AskCode.ASK_ATTACHMENT_UNKNOWN, filed.number().value(), id.hex()));
    }

    /// The look is in the log before the first byte is.
    AttachedContent open(Officer officer, RequestNumber number, ParcelId id) {
        Attachment attachment = around.transactions().in(tx -> {
            Filed filed = files.lock(tx, officer, number);
            Attachment found = attachment(filed, id);
            if (state(tx, filed, found).state() != AttachedFile.State.HERE) {
                throw new EntenteException(AskCode.ASK_ATTACHMENT_NOT_HERE, number.value(), id.hex());
            }
            around.duty(
                    tx,
                    filed.request().head().agreement(),
                    "ask.attachment-opened",
                    leaf(number, found.parcel(), officer.label()));
            return found;
        });
        return new AttachedContent(attachment, parcels.open(id));
    }

    /// The request as it crosses, with the keys of its files; from the commit on the other node may fetch them.
    Bytes depart(Tx tx, Filed filed) {
        Map<ParcelId, ParcelKey> keys = new HashMap<>();
        for (Attachment attachment : filed.request().attachments()) {
            keys.put(attachment.id(), parcels.key(tx, attachment.id()));
            parcels.offer(tx, attachment.id());
        }
        return AskWire.encode(filed.request(), keys);
    }

    /// A draft that ends takes its files with it.
    void forget(Tx tx, Filed filed) {
        filed.request().attachments().forEach(one -> parcels.forget(tx, one.id()));
    }

    /// The other side announced a request with files.
    void expect(Tx tx, Filed filed, Map<ParcelId, ParcelKey> keys) {
        List<Sealed> announced = new ArrayList<>();
        for (Attachment attachment : filed.request().attachments()) {
            ParcelKey key = keys.get(attachment.id());
            if (key == null) {
                throw new EntenteException(AskCode.ASK_BODY_BROKEN, AskWire.REQUEST);
            }
            announced.add(new Sealed(attachment.parcel(), key));
        }
        parcels.expect(tx, filed.request().head().agreement(), announced);
        for (Attachment attachment : filed.request().attachments()) {
            store.add(
                    tx,
                    new AttachmentStore.Row(
                            attachment.id().hex(), filed.number().value(), AWAITED));
        }
    }

    /// What has not come is no longer wanted.
    void giveUp(Tx tx, Filed filed) {
        for (Attachment attachment : filed.request().attachments()) {
            boolean onItsWay = parcels.standing(tx, attachment.id()).state() == ParcelState.AWAITED;
            if (onItsWay && store.move(tx, attachment.id().hex(), AWAITED, AttachedFile.State.GIVEN_UP.name())) {
                parcels.giveUp(tx, attachment.id());
            }
        }
    }

    List<AttachedFile> files(Tx tx, Filed filed) {
        return filed.request().attachments().stream()
                .map(one -> state(tx, filed, one))
                .toList();
    }

    private AttachedFile state(Tx tx, Filed filed, Attachment attachment) {
        if (filed.side() == Direction.OUT && filed.state() == State.WITHDRAWN && filed.envelope() == null) {
            // A draft that was taken back: its files went with it.
            int count = attachment.parcel().chunkCount();
            return new AttachedFile(attachment, AttachedFile.State.GIVEN_UP, 0, count);
        }
        Standing standing = parcels.standing(tx, attachment.id());
        AttachedFile.State state = filed.side() == Direction.OUT
                ? AttachedFile.State.HERE
                : switch (store.states(tx, filed.number().value())
                        .getOrDefault(attachment.id().hex(), AWAITED)) {
                    case "COMPLETE" -> AttachedFile.State.HERE;
                    case AWAITED -> AttachedFile.State.ON_ITS_WAY;
                    case String other -> AttachedFile.State.valueOf(other);
                };
        return new AttachedFile(attachment, state, standing.doneCount(), standing.chunkCount());
    }

    /// Looks at what has come whole since, and notes what came of it.
    ///
    /// @return how many
    int sweep(String by) {
        return around.paged(
                (tx, after) -> store.in(tx, AWAITED, after, Limits.LIST_MAX), AttachmentStore.Row::parcel, row -> {
                    ParcelId id = new ParcelId(row.parcel());
                    RequestNumber number = new RequestNumber(row.number());
                    return around.step(number, (tx, _) -> settle(tx, number, id, by));
                });
    }

    private int settle(Tx tx, RequestNumber number, ParcelId id, String by) {
        return switch (parcels.standing(tx, id).state()) {
            case AWAITED -> 0;
            case BROKEN -> settle(tx, number, id, by, AttachedFile.State.BROKEN);
            case GIVEN_UP -> settle(tx, number, id, by, AttachedFile.State.GIVEN_UP);
            case COMPLETE, KEPT, OFFERED -> {
                Attachment attachment = attachment(files.lock(tx, number), id);
                yield settle(tx, number, id, by, look(tx, attachment));
            }
        };
    }

    private AttachedFile.State look(Tx tx, Attachment attachment) {
        try {
            require(attachment.type(), parcels.open(new Sealed(attachment.parcel(), parcels.key(tx, attachment.id()))));
            return AttachedFile.State.HERE;
        } catch (EntenteException refused) {
            return switch (refused.code().kind()) {
                case CALLER, LAW, PEER -> AttachedFile.State.REFUSED;
                case OURS, STORAGE -> throw refused;
            };
        }
    }

    private int settle(Tx tx, RequestNumber number, ParcelId id, String by, AttachedFile.State state) {
        boolean here = state == AttachedFile.State.HERE;
        if (!store.move(tx, id.hex(), AWAITED, here ? "COMPLETE" : state.name())) {
            return 0;
        }
        Filed filed = files.lock(tx, number);
        Event event = here ? Event.ATTACHMENT_ARRIVED : Event.ATTACHMENT_REFUSED;
        files.note(tx, number, event, by, id.hex());
        around.duty(
                tx,
                filed.request().head().agreement(),
                "ask." + event.word(),
                leaf(number, attachment(filed, id).parcel(), by));
        return 1;
    }
}
