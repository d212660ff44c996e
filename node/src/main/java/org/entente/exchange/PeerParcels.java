package org.entente.exchange;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.entente.exchange.Parcels.Awaited;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.PeerParty;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Parcels over the peer's door: ours are served to the peer they were sent to, the peer's are fetched chunk by chunk.
/// A chunk is written only if it has its hash, and is never fetched again: after a cut or a kill the next one is.
///
/// One thread fetches, so at most one chunk is in memory and on the wire.
public final class PeerParcels {
    private static final Logger LOG = LoggerFactory.getLogger(PeerParcels.class);
    private static final String HASHES = "parcels/hashes";
    private static final String CHUNKS = "parcels/chunks";
    private static final int DONE = 200;
    private static final int HASH_BYTES = 32;

    private final Wire wire;
    private final Parcels parcels;
    private final InstantSource clock;
    private final Semaphore serving = new Semaphore(Limits.SERVING_AT_ONCE);
    /// Chunks whose hashes this process has seen on its disk, by parcel.
    private final Map<ParcelId, Integer> verified = new HashMap<>();
    /// Parcels whose last try failed, and when the next one may be made.
    private final Map<ParcelId, Pause> pauses = new HashMap<>();

    /// How a call reaches the peer.
    interface Wire {
        PeerReply post(AgreementId agreement, String path, Bytes request, int answerBytesMax);
    }

    private int fetchedCount;

    private record Pause(Instant until, Duration length) {}

    public PeerParcels(PeerClient client, Parcels parcels, InstantSource clock) {
        this(client::post, parcels, clock);
    }

    PeerParcels(Wire wire, Parcels parcels, InstantSource clock) {
        this.wire = wire;
        this.parcels = parcels;
        this.clock = clock;
    }

    /// Serves one request of the peer: `hashes` with `{"parcel":id}`, `chunks` with `{"chunk":number,"parcel":id}`.
    ///
    /// @throws EntenteException PARCEL_UNKNOWN for any parcel that was not sent to this peer, whether
    ///     there is one or not; PARCEL_SERVING while too many are served; FRAME_MALFORMED; PARCEL_STORAGE
    public Bytes serve(PeerParty peer, String operation, Bytes request) {
        if (!serving.tryAcquire()) {
            throw new EntenteException(ExchangeCode.PARCEL_SERVING);
        }
        try {
            MemberReader reader =
                    Json.parseMembers(request.toArray(), Limits.ERROR_BYTES).reader();
            Parcel parcel = parcels.offered(peer.agreement(), id(reader.text("parcel")));
            boolean hashes = operation.equals("hashes");
            int chunk = hashes ? -1 : (int) reader.whole("chunk", 0, parcel.chunkCount() - 1);
            reader.end();
            return Bytes.of(hashes ? parcels.files().hashes(parcel.id()) : chunk(parcel, chunk));
        } catch (IOException unreadable) {
            throw Parcels.storage(unreadable);
        } finally {
            serving.release();
        }
    }

    private byte[] chunk(Parcel parcel, int number) throws IOException {
        try (FileChannel file = FileChannel.open(parcels.files().whole(parcel.id()), StandardOpenOption.READ)) {
            return ParcelFiles.read(file, Parcel.position(number), parcel.sealedBytes(number));
        }
    }

    private static ParcelId id(String hex) {
        try {
            return new ParcelId(hex);
        } catch (IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.FRAME_MALFORMED, broken, "parcel");
        }
    }

    /// Fetches what is awaited for a turn, oldest first. What fails rests for a while and holds up no other parcel.
    ///
    /// @return how many chunks came
    public synchronized int pull() {
        long endNanos = System.nanoTime() + Limits.PARCEL_TURN.toNanos();
        int before = fetchedCount;
        Set<ParcelId> open = new HashSet<>();
        boolean goesOn = true;
        for (Awaited awaited : parcels.awaited()) {
            ParcelId id = awaited.parcel().id();
            open.add(id);
            Pause pause = pauses.get(id);
            boolean due = pause == null || !clock.instant().isBefore(pause.until());
            goesOn = goesOn && System.nanoTime() <= endNanos;
            if (due && goesOn) {
                goesOn = pull(awaited, endNanos);
            }
        }
        verified.keySet().retainAll(open);
        pauses.keySet().retainAll(open);
        return fetchedCount - before;
    }

    /// @return false if the peer is away: no other parcel comes either
    private boolean pull(Awaited awaited, long endNanos) {
        ParcelId id = awaited.parcel().id();
        try {
            parcels.files().prepare();
            grow(awaited, endNanos);
            pauses.remove(id);
        } catch (Stopped stopped) {
            LOG.info("parcel {} rests: {}", id, stopped.getMessage());
            rest(id);
            return !stopped.away;
        } catch (IOException | EntenteException failed) {
            LOG.warn("parcel {} rests", id, failed);
            rest(id);
        }
        return true;
    }

    private void rest(ParcelId id) {
        Pause last = pauses.get(id);
        Duration length = last == null ? Limits.BACKOFF_FIRST : last.length().multipliedBy(2);
        Duration bounded = length.compareTo(Limits.PARCEL_BACKOFF_LAST) > 0 ? Limits.PARCEL_BACKOFF_LAST : length;
        pauses.put(id, new Pause(clock.instant().plus(bounded), bounded));
    }

    private void grow(Awaited awaited, long endNanos) throws IOException, Stopped {
        Parcel parcel = awaited.parcel();
        Bytes list = hashes(awaited);
        if (parcels.files().isWhole(parcel.id())) {
            // Killed between the file's name and the table: it was found sound before it got the name.
            parcels.files().reopen(parcel.id());
        }
        try (FileChannel file = parcels.files().grow(parcel.id())) {
            int next = verified.containsKey(parcel.id())
                    ? verified.getOrDefault(parcel.id(), 0)
                    : verify(parcel, list, file);
            while (next < parcel.chunkCount()) {
                if (System.nanoTime() > endNanos) {
                    return;
                }
                if (!parcels.files().hasSpace(parcel.sealedBytes(next))) {
                    throw new Stopped("not enough space on the disk");
                }
                byte[] chunk = fetch(awaited, next, list);
                ParcelFiles.write(file, Parcel.position(next), chunk);
                file.force(false);
                next++;
                fetchedCount++;
                verified.put(parcel.id(), next);
            }
        }
        parcels.arrived(parcel);
    }

    /// How many chunks from the first on are on the disk with their hashes; what is behind them is cut off.
    private int verify(Parcel parcel, Bytes list, FileChannel file) throws IOException {
        int sound = 0;
        while (sound < parcel.chunkCount()
                && file.size() >= Parcel.position(sound) + parcel.sealedBytes(sound)
                && isChunk(list, sound, ParcelFiles.read(file, Parcel.position(sound), parcel.sealedBytes(sound)))) {
            sound++;
        }
        file.truncate(sound == 0 ? 0 : Parcel.position(sound - 1) + parcel.sealedBytes(sound - 1));
        verified.put(parcel.id(), sound);
        return sound;
    }

    private Bytes hashes(Awaited awaited) throws IOException, Stopped {
        Parcel parcel = awaited.parcel();
        Bytes kept = Bytes.of(parcels.files().hashes(parcel.id()));
        if (Envelope.sha256(kept.toArray()).equals(parcel.chunks())) {
            return kept;
        }
        Bytes request = Json.members().with("parcel", parcel.id().hex()).build().encode();
        Bytes list = ask(awaited, HASHES, request, parcel.chunkCount() * HASH_BYTES);
        if (list.sizeBytes() != parcel.chunkCount() * HASH_BYTES
                || !Envelope.sha256(list.toArray()).equals(parcel.chunks())) {
            throw new Stopped("the peer's list of hashes is not the announced one");
        }
        parcels.files().writeHashes(parcel.id(), list.toArray());
        return list;
    }

    private byte[] fetch(Awaited awaited, int number, Bytes list) throws Stopped {
        Parcel parcel = awaited.parcel();
        Bytes request = Json.members()
                .with("chunk", number)
                .with("parcel", parcel.id().hex())
                .build()
                .encode();
        byte[] chunk = ask(awaited, CHUNKS, request, parcel.sealedBytes(number)).toArray();
        if (chunk.length != parcel.sealedBytes(number) || !isChunk(list, number, chunk)) {
            throw new Stopped("chunk " + number + " does not have its hash");
        }
        return chunk;
    }

    private Bytes ask(Awaited awaited, String path, Bytes request, int answerBytesMax) throws Stopped {
        return switch (wire.post(awaited.agreement(), path, request, answerBytesMax)) {
            case PeerReply.Answered answered when answered.status() == DONE -> answered.body();
            case PeerReply.Answered answered -> throw new Stopped("the peer answered HTTP " + answered.status());
            case PeerReply.Away away -> throw new Stopped(away.reason(), true);
        };
    }

    private static boolean isChunk(Bytes list, int number, byte[] chunk) {
        byte[] hashes = list.toArray();
        byte[] hash = ParcelCipher.sha256().digest(chunk);
        return Arrays.equals(hashes, number * HASH_BYTES, (number + 1) * HASH_BYTES, hash, 0, HASH_BYTES);
    }

    /// It goes on later.
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        private final boolean away;

        Stopped(String why) {
            this(why, false);
        }

        Stopped(String why, boolean away) {
            super(why);
            this.away = away;
        }
    }
}
