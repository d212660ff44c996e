package org.entente.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.entente.db.Transactions;
import org.entente.db.Tx;
import org.entente.exchange.store.ParcelStore;
import org.entente.exchange.store.ParcelStore.Row;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Ids;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sealed files that travel beside envelopes. Content is sealed as it comes in and never lies on a disk in clear; its
/// key is wrapped under a key of the keyring that is the parcel's own and destroyed with it. [PeerParcels] carries them
/// over. Thread-safe; one process a folder.
public final class Parcels {
    private static final Logger LOG = LoggerFactory.getLogger(Parcels.class);

    private final Transactions transactions;
    private final Keyring keyring;
    private final ParcelFiles files;
    private final InstantSource clock;
    private final ParcelStore store = new ParcelStore();
    private final Semaphore sealing = new Semaphore(Limits.SEALING_AT_ONCE);

    public Parcels(Transactions transactions, Keyring keyring, Path folder, InstantSource clock) {
        this.transactions = transactions;
        this.keyring = keyring;
        this.files = new ParcelFiles(folder);
        this.clock = clock;
    }

    /// A file on this disk that nothing names yet, or one of the peer's that is to come.
    public record Sealed(Parcel parcel, ParcelKey key) {}

    /// How far it is on this node, in chunks.
    public record Standing(ParcelState state, int doneCount, int chunkCount) {}

    /// Deletes what a node that died left behind: files and keys that no parcel has. Before anything else is done with
    /// parcels.
    public void sweep() {
        Set<ParcelId> found = new HashSet<>();
        try {
            found.addAll(files.all());
        } catch (IOException unreadable) {
            LOG.warn("the folder of parcels cannot be read", unreadable);
        }
        keyring.qualifiers(KeyRole.PARCEL).forEach(hex -> found.add(new ParcelId(hex)));
        List<String> withFile = Arrays.stream(ParcelState.values())
                .filter(ParcelState::hasFile)
                .map(Enum::name)
                .toList();
        Set<String> known = transactions.in(
                tx -> store.among(tx, found.stream().map(ParcelId::hex).toList(), withFile));
        found.stream().filter(id -> !known.contains(id.hex())).forEach(this::discard);
    }

    /// Seals a file to the disk. The caller names it in a transaction ([#keep]) or discards it.
    ///
    /// @throws EntenteException PARCEL_TOO_LARGE; PARCEL_CUT_OFF if the stream fails; PARCEL_STORAGE, PARCEL_SPACE;
    ///     PARCEL_BUSY while too many others are sealed: nothing was kept
    public Sealed seal(InputStream clear) {
        if (!sealing.tryAcquire()) {
            throw new EntenteException(ExchangeCode.PARCEL_BUSY, Integer.toString(Limits.SEALING_AT_ONCE));
        }
        ParcelId id = new ParcelId(Ids.random128().hex());
        boolean done = false;
        try {
            files.prepare();
            Sealed sealed = seal(id, clear);
            done = true;
            return sealed;
        } catch (IOException failed) {
            throw storage(failed);
        } finally {
            sealing.release();
            if (!done) {
                discard(id);
            }
        }
    }

    private Sealed seal(ParcelId id, InputStream clear) throws IOException {
        ParcelKey key = ParcelKey.fresh();
        ParcelCipher cipher = new ParcelCipher(key, id);
        MessageDigest content = ParcelCipher.sha256();
        ByteArrayOutputStream list = new ByteArrayOutputStream();
        long sizeBytes = 0;
        try (FileChannel out = files.grow(id)) {
            byte[] chunk = new byte[Limits.CHUNK_BYTES];
            byte[] next = new byte[Limits.CHUNK_BYTES];
            int length = read(clear, chunk);
            for (int number = 0; ; number++) {
                int ahead = length < chunk.length ? 0 : read(clear, next);
                sizeBytes += length;
                if (sizeBytes > Limits.PARCEL_BYTES) {
                    throw new EntenteException(ExchangeCode.PARCEL_TOO_LARGE, Long.toString(Limits.PARCEL_BYTES >> 20));
                }
                requireSpace(length);
                content.update(chunk, 0, length);
                byte[] sealed = cipher.seal(number, ahead == 0, chunk, length);
                list.writeBytes(ParcelCipher.sha256().digest(sealed));
                ParcelFiles.write(out, Parcel.position(number), sealed);
                if (ahead == 0) {
                    break;
                }
                byte[] full = chunk;
                chunk = next;
                next = full;
                length = ahead;
            }
            out.force(true);
        }
        byte[] hashes = list.toByteArray();
        files.writeHashes(id, hashes);
        files.complete(id);
        Bytes chunks = Bytes.of(ParcelCipher.sha256().digest(hashes));
        return new Sealed(new Parcel(id, sizeBytes, Bytes.of(content.digest()), chunks), key);
    }

    private static int read(InputStream clear, byte[] chunk) {
        try {
            return clear.readNBytes(chunk, 0, chunk.length);
        } catch (IOException cutOff) {
            throw new EntenteException(ExchangeCode.PARCEL_CUT_OFF, cutOff);
        }
    }

    private void requireSpace(long bytes) throws IOException {
        if (!files.hasSpace(bytes)) {
            throw new EntenteException(
                    ExchangeCode.PARCEL_SPACE,
                    files.folder().toString(),
                    Long.toString(Limits.SPACE_RESERVE_BYTES >> 20));
        }
    }

    /// Makes a sealed file one of this party's.
    ///
    /// @throws EntenteException PARCEL_UNSENT if those that have not left would have too many bytes
    public void keep(Tx tx, AgreementId agreement, Sealed sealed) {
        long unsentBytes = store.sizeBytes(tx, ParcelState.KEPT.name());
        if (unsentBytes + sealed.parcel().sizeBytes() > Limits.UNSENT_BYTES) {
            throw new EntenteException(ExchangeCode.PARCEL_UNSENT, Long.toString(Limits.UNSENT_BYTES >> 20));
        }
        if (!add(tx, agreement, sealed.parcel(), sealed.key(), ParcelState.KEPT)) {
            throw new IllegalStateException("an id of 128 random bits came twice");
        }
    }

    /// Awaits what one message of the peer's announces, all or, before the first key is made, none:
    /// [PeerParcels] fetches it once this is committed.
    ///
    /// @throws EntenteException PARCEL_TAKEN if there is one of such an id, or two are announced;
    ///     PARCEL_AWAITED if the peer announced too many bytes of late
    public void expect(Tx tx, AgreementId agreement, List<Sealed> announced) {
        Set<ParcelId> ids = new HashSet<>();
        long bytes = store.peerBytes(
                tx,
                agreement,
                ParcelState.AWAITED.name(),
                ParcelState.COMPLETE.name(),
                clock.instant().minus(Limits.AWAITED_PERIOD));
        for (Sealed one : announced) {
            ParcelId id = one.parcel().id();
            if (!ids.add(id) || store.find(tx, id.hex()).isPresent()) {
                throw taken(id);
            }
            bytes += one.parcel().sizeBytes();
        }
        if (bytes > Limits.AWAITED_BYTES) {
            throw new EntenteException(
                    ExchangeCode.PARCEL_AWAITED,
                    Long.toString(Limits.AWAITED_BYTES >> 20),
                    Long.toString(Limits.AWAITED_PERIOD.toDays()));
        }
        for (Sealed one : announced) {
            if (!add(tx, agreement, one.parcel(), one.key(), ParcelState.AWAITED)) {
                throw taken(one.parcel().id());
            }
        }
    }

    private static EntenteException taken(ParcelId id) {
        return new EntenteException(ExchangeCode.PARCEL_TAKEN, id.hex());
    }

    private boolean add(Tx tx, AgreementId agreement, Parcel parcel, ParcelKey key, ParcelState state) {
        KeyId wrapping = wrapping(parcel.id());
        // What a transaction that was rolled back left behind is found again; a start sweeps it.
        if (!keyring.exists(wrapping)) {
            keyring.create(wrapping);
        }
        byte[] wrapped = keyring.encrypt(wrapping, key.bytes().toArray(), associated(parcel.id()));
        return store.add(
                tx,
                new Row(
                        parcel.id().hex(),
                        agreement,
                        state == ParcelState.KEPT,
                        parcel.sizeBytes(),
                        parcel.content(),
                        parcel.chunks(),
                        Bytes.of(wrapped),
                        state.name()),
                clock.instant());
    }

    /// From the commit on the peer may fetch it: in the transaction that puts the envelope in the outbox.
    ///
    /// @throws EntenteException PARCEL_STORAGE if its file is gone
    public void offer(Tx tx, ParcelId id) {
        if (!files.isWhole(id)) {
            throw storage(new IOException("no file of parcel " + id));
        }
        if (!store.move(tx, id.hex(), ParcelState.KEPT.name(), ParcelState.OFFERED.name())) {
            throw new IllegalStateException("parcel " + id + " was sent before");
        }
    }

    /// The key, to be sealed into the body that names the parcel.
    public ParcelKey key(Tx tx, ParcelId id) {
        return unwrap(row(tx, id));
    }

    /// Takes an own one back that has not left: file and key are gone after the commit.
    public void forget(Tx tx, ParcelId id) {
        if (store.remove(tx, id.hex(), ParcelState.KEPT.name())) {
            tx.afterCommit(() -> discard(id));
        }
    }

    /// Gives up one of the peer's that is on its way; nothing happens if it is here.
    public void giveUp(Tx tx, ParcelId id) {
        if (store.move(tx, id.hex(), ParcelState.AWAITED.name(), ParcelState.GIVEN_UP.name())) {
            tx.afterCommit(() -> discard(id));
        }
    }

    /// Overwrites the key and deletes the file, if there are such. What fails is swept at the next start.
    public void discard(ParcelId id) {
        try {
            keyring.destroy(wrapping(id));
            files.delete(id);
        } catch (IOException | EntenteException left) {
            LOG.warn("parcel {} could not be deleted; the next start tries again", id, left);
        }
    }

    /// @throws EntenteException PARCEL_UNKNOWN
    public Standing standing(Tx tx, ParcelId id) {
        Row row = row(tx, id);
        ParcelState state = ParcelState.valueOf(row.state());
        int count = parcel(row).chunkCount();
        return new Standing(state, state == ParcelState.AWAITED ? grown(id, count) : count, count);
    }

    private int grown(ParcelId id, int count) {
        try {
            return (int) Math.min(count, files.grownBytes(id) / (Limits.CHUNK_BYTES + ParcelCipher.TAG_BYTES));
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
    }

    /// @throws EntenteException PARCEL_UNKNOWN; PARCEL_NOT_HERE while it is on its way; PARCEL_STORAGE
    public ParcelContent open(ParcelId id) {
        Row row = transactions.in(tx -> row(tx, id));
        if (!ParcelState.valueOf(row.state()).isReadable()) {
            throw new EntenteException(ExchangeCode.PARCEL_NOT_HERE, id.hex());
        }
        return open(new Sealed(parcel(row), unwrap(row)));
    }

    /// A file that was just sealed.
    public ParcelContent open(Sealed sealed) {
        return open(sealed, files.whole(sealed.parcel().id()));
    }

    private static ParcelContent open(Sealed sealed, Path file) {
        try {
            return new ParcelContent(sealed.parcel(), sealed.key(), FileChannel.open(file, StandardOpenOption.READ));
        } catch (IOException unreadable) {
            throw storage(unreadable);
        }
    }

    /// A parcel of the peer's that is on its way.
    record Awaited(AgreementId agreement, Parcel parcel) {}

    List<Awaited> awaited() {
        return transactions.in(tx -> store.in(tx, ParcelState.AWAITED.name(), Limits.PARCELS_A_TURN)).stream()
                .map(row -> new Awaited(row.agreement(), parcel(row)))
                .toList();
    }

    /// An own parcel that the peer of an agreement may fetch.
    ///
    /// @throws EntenteException PARCEL_UNKNOWN, also for one of another agreement or one that has not left
    Parcel offered(AgreementId agreement, ParcelId id) {
        return transactions
                .in(tx -> store.find(tx, id.hex()))
                .filter(row -> row.agreement().equals(agreement) && row.state().equals(ParcelState.OFFERED.name()))
                .map(Parcels::parcel)
                .orElseThrow(() -> new EntenteException(ExchangeCode.PARCEL_UNKNOWN, id.hex()));
    }

    /// Every chunk of it is here and has its hash: it is whole if it opens and is what was announced.
    void arrived(Parcel parcel) {
        ParcelKey key = transactions.in(tx -> key(tx, parcel.id()));
        boolean sound = isSound(new Sealed(parcel, key));
        try {
            if (sound) {
                files.complete(parcel.id());
            }
        } catch (IOException failed) {
            throw storage(failed);
        }
        ParcelState state = sound ? ParcelState.COMPLETE : ParcelState.BROKEN;
        transactions.run(tx -> {
            if (store.move(tx, parcel.id().hex(), ParcelState.AWAITED.name(), state.name()) && !sound) {
                tx.afterCommit(() -> discard(parcel.id()));
            }
        });
        LOG.info("parcel {} is {}", parcel.id(), state);
    }

    private boolean isSound(Sealed sealed) {
        Parcel parcel = sealed.parcel();
        MessageDigest content = ParcelCipher.sha256();
        byte[] buffer = new byte[Limits.CHUNK_BYTES];
        try (ParcelContent opened = open(sealed, files.part(parcel.id()));
                InputStream clear = opened.stream()) {
            for (int read = clear.read(buffer); read >= 0; read = clear.read(buffer)) {
                content.update(buffer, 0, read);
            }
            return Bytes.of(content.digest()).equals(parcel.content());
        } catch (IOException unreadable) {
            throw storage(unreadable);
        } catch (EntenteException broken) {
            if (broken.code() == ExchangeCode.PARCEL_BROKEN) {
                return false;
            }
            throw broken;
        }
    }

    ParcelFiles files() {
        return files;
    }

    private Row row(Tx tx, ParcelId id) {
        return store.find(tx, id.hex()).orElseThrow(() -> new EntenteException(ExchangeCode.PARCEL_UNKNOWN, id.hex()));
    }

    private ParcelKey unwrap(Row row) {
        ParcelId id = new ParcelId(row.id());
        return ParcelKey.of(Bytes.of(keyring.decrypt(wrapping(id), row.key().toArray(), associated(id))));
    }

    private static Parcel parcel(Row row) {
        return new Parcel(new ParcelId(row.id()), row.sizeBytes(), row.content(), row.chunks());
    }

    private static KeyId wrapping(ParcelId id) {
        return new KeyId(KeyRole.PARCEL, id.hex());
    }

    private static byte[] associated(ParcelId id) {
        return ("entente/parcel-key/" + id.hex()).getBytes(StandardCharsets.US_ASCII);
    }

    static EntenteException storage(IOException failed) {
        return new EntenteException(ExchangeCode.PARCEL_STORAGE, failed, String.valueOf(failed.getMessage()));
    }
}
