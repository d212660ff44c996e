package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;
import org.entente.ledger.checkpoint.Checkpoint;
import org.entente.ledger.checkpoint.SignedCheckpoint;
import org.entente.ledger.checkpoint.TlogProof;
import org.entente.ledger.merkle.ConsistencyProof;
import org.entente.ledger.merkle.HashSource;
import org.entente.ledger.merkle.InclusionProof;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.SignatureLine;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// A transparency log in a directory, laid out as C2SP tlog-tiles below it: `checkpoint` and `tile/`. One process at
/// a time; thread-safe; calls wait for each other.
///
/// An entry is durable when [#append] returns and provable after the next [#sign]. A signature leaves only after the
/// batch was read back from disk and hashed anew, and after the register says on disk what is about to be signed. Any
/// storage error halts the log: it answers `LOG_HALTED` until it is closed and opened again, because after a failed
/// fsync the page cache may show what the disk does not hold.
public final class TransparencyLog implements Closeable {
    private final ReentrantLock lock = new ReentrantLock();
    private final LogFiles files;
    private final Closeable instanceLock;
    private final Signer signer;
    private final Supplier<List<VerifierKey>> witnesses;
    private final Register register;
    private final WriteAheadLog wal;
    private final RequestIds requestIds;
    private final Publication publication;
    private Optional<SignedCheckpoint> latest = Optional.empty();
    private Optional<SignedCheckpoint> cosigned = Optional.empty();
    private boolean halted;
    private boolean closed;

    private TransparencyLog(
            LogFiles files,
            Closeable instanceLock,
            Signer signer,
            Supplier<List<VerifierKey>> witnesses,
            Recovered recovered) {
        this.files = files;
        this.instanceLock = instanceLock;
        this.signer = signer;
        this.witnesses = witnesses;
        this.register = recovered.register();
        this.wal = recovered.wal();
        this.requestIds = recovered.requestIds();
        this.publication = recovered.publication();
    }

    /// Opens or begins the log whose origin is the signer's key name. Throws `LOG_LOCKED`, and refuses with its own
    /// fault each state that a crash cannot explain. `witnesses` are the keys whose cosignatures [#attach] accepts.
    public static TransparencyLog open(Path directory, Signer signer, Collection<VerifierKey> witnesses) {
        List<VerifierKey> known = List.copyOf(witnesses);
        return open(directory, signer, () -> known);
    }

    /// As above, for witnesses that become known while the log is open: the supplier is asked at each [#attach].
    public static TransparencyLog open(Path directory, Signer signer, Supplier<List<VerifierKey>> witnesses) {
        return open(new LocalDisk(), directory, signer, witnesses);
    }

    static TransparencyLog open(Disk disk, Path directory, Signer signer, Collection<VerifierKey> witnesses) {
        List<VerifierKey> known = List.copyOf(witnesses);
        return open(disk, directory, signer, () -> known);
    }

    private static TransparencyLog open(
            Disk disk, Path directory, Signer signer, Supplier<List<VerifierKey>> witnesses) {
        LogFiles files = new LogFiles(disk, directory.toAbsolutePath().normalize());
        Closeable instanceLock = null;
        Recovered recovered = null;
        boolean whole = false;
        try {
            files.createDirectories(files.root());
            instanceLock = disk.lock(files.lock());
            recovered = Recovered.read(files, signer.key().name());
            TransparencyLog log = new TransparencyLog(files, instanceLock, signer, witnesses, recovered);
            log.resume();
            whole = true;
            return log;
        } catch (IOException | UncheckedIOException e) {
            throw refused(e);
        } finally {
            if (!whole) {
                closeQuietly(recovered);
                closeQuietly(instanceLock);
            }
        }
    }

    public String origin() {
        return signer.key().name();
    }

    public VerifierKey key() {
        return signer.key();
    }

    /// Entries that are durable, signed or not.
    public long size() {
        return locked(() -> publication.tail().size());
    }

    /// Appends in order, durably on return; 1 to 4,096 additions and at most 8 MiB. One call costs one fsync, so
    /// callers gather what they have. An id that is in the log already keeps its entry and its index.
    public List<Placement> append(List<Addition> additions) {
        int sizeBytes = WalRecord.bodyBytes(additions);
        if (additions.isEmpty() || additions.size() > Limits.BATCH_ENTRIES || sizeBytes > Limits.BATCH_BYTES) {
            throw new LedgerException(Fault.OUT_OF_RANGE, "batch " + additions.size() + " bytes " + sizeBytes);
        }
        return changing(() -> {
            long first = publication.tail().size();
            if (first + additions.size() > Limits.LOG_ENTRIES) {
                throw new LedgerException(Fault.OUT_OF_RANGE, "log full at " + first);
            }
            Batch batch = Batch.of(additions, first, requestIds);
            if (!batch.fresh().isEmpty()) {
                wal.append(new WalRecord(first, batch.fresh()));
                batch.fresh().forEach(this::accept);
                if (publication.isBacklogged()) {
                    signAll();
                }
            }
            return batch.placements();
        });
    }

    /// Where the entry of this request stands, durably.
    public OptionalLong indexOf(RequestId id) {
        return reading(() -> requestIds.indexOf(id));
    }

    /// The bytes of a durable entry.
    public Octets entry(long index) {
        return reading(() -> publication.entry(index));
    }

    /// Publishes and signs everything durable; gives back the standing checkpoint where nothing is new.
    public SignedCheckpoint sign() {
        return changing(this::signAll);
    }

    /// The newest checkpoint, with the cosignatures that came in for it; empty before the first [#sign].
    public Optional<SignedCheckpoint> signedCheckpoint() {
        return locked(() -> latest);
    }

    /// The newest checkpoint that has at least one cosignature.
    public Optional<SignedCheckpoint> cosignedCheckpoint() {
        return locked(() -> cosigned);
    }

    /// Keeps the lines that known witnesses made over `sent`, a checkpoint of this log; lines of unknown keys are
    /// ignored. Refuses a line that names a known key and does not verify. Gives back `sent` with its lines.
    public SignedCheckpoint attach(SignedCheckpoint sent, List<SignatureLine> lines) {
        List<SignatureLine> known = lines.stream().filter(this::isByWitness).toList();
        boolean ours = sent.note().open(List.of(signer.key())) instanceof Opening.Opened
                && sent.checkpoint().origin().equals(origin());
        boolean sound = witnesses.get().stream()
                .allMatch(key -> known.stream()
                        .filter(key::isNamedBy)
                        .allMatch(line -> key.verifies(sent.note().text(), line)));
        if (!ours || !sound) {
            throw new LedgerException(Fault.NOTE_MALFORMED, "not our checkpoint, or a forged cosignature");
        }
        return changing(() -> keep(sent, known));
    }

    /// For an index below `size`, a size below or at the newest checkpoint's.
    public InclusionProof inclusionProof(long index, long size) {
        return reading(() -> InclusionProof.of(published(size), index, size));
    }

    /// For `0 < oldSize <= newSize`, both at most the newest checkpoint's.
    public ConsistencyProof consistencyProof(long oldSize, long newSize) {
        return reading(() -> ConsistencyProof.of(published(newSize), oldSize, newSize));
    }

    /// The proof file of an entry under the newest cosigned checkpoint; empty where that does not reach the entry.
    public Optional<TlogProof> proof(long index) {
        return reading(() -> {
            if (cosigned.isEmpty() || cosigned.get().checkpoint().size() <= index) {
                return Optional.empty();
            }
            long size = cosigned.get().checkpoint().size();
            return Optional.of(new TlogProof(InclusionProof.of(published(size), index, size), cosigned.get()));
        });
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                closeQuietly(new Recovered(register, wal, requestIds, publication, List.of()));
                closeQuietly(instanceLock);
            }
        } finally {
            lock.unlock();
        }
    }

    private HashSource published(long size) {
        if (size > register.state().size()) {
            throw new LedgerException(
                    Fault.OUT_OF_RANGE,
                    "size " + size,
                    "signed " + register.state().size());
        }
        return publication.hashes(register.state().size());
    }

    private void accept(Addition addition) {
        requestIds.add(addition.id());
        publication.accept(addition.entry());
    }

    private SignedCheckpoint signAll() throws IOException {
        SignedState before = register.state();
        long size = publication.tail().size();
        if (latest.isPresent() && size == before.size()) {
            return latest.get();
        }
        Hash root = publication.tail().root();
        publication.write(before.size());
        publication.requireSameOnDisk(before.size(), root);
        requestIds.store();
        register.write(new SignedState(size, root, requestIds.crc()));
        SignedCheckpoint signed = announce(before.size());
        wal.rotate(size);
        return signed;
    }

    /// Signs what the register holds and publishes it; `from` is the size published before.
    private SignedCheckpoint announce(long from) throws IOException {
        SignedState state = register.state();
        SignedCheckpoint signed = SignedCheckpoint.sign(new Checkpoint(origin(), state.size(), state.root()), signer);
        publication.dropPartials(from, state.size());
        files.publish(files.checkpoint(), signed.bytes());
        latest = Optional.of(signed);
        return signed;
    }

    private SignedCheckpoint keep(SignedCheckpoint sent, List<SignatureLine> lines) throws IOException {
        boolean standing = latest.isPresent() && latest.get().checkpoint().equals(sent.checkpoint());
        SignedCheckpoint merged = (standing ? latest.get() : sent).with(lines);
        if (lines.isEmpty()) {
            return merged;
        }
        if (cosigned.isEmpty()
                || cosigned.get().checkpoint().size() <= sent.checkpoint().size()) {
            files.publish(files.cosigned(), merged.bytes());
            cosigned = Optional.of(merged);
        }
        if (standing) {
            files.publish(files.checkpoint(), merged.bytes());
            latest = Optional.of(merged);
        }
        return merged;
    }

    private boolean isByWitness(SignatureLine line) {
        return witnesses.get().stream().anyMatch(key -> key.isNamedBy(line));
    }

    /// After recovery: finishes a publication that a crash cut short.
    private void resume() throws IOException {
        latest = readCheckpoint(files.checkpoint());
        cosigned = readCheckpoint(files.cosigned());
        SignedState state = register.state();
        long published = latest.map(signed -> signed.checkpoint().size()).orElse(0L);
        boolean sameRoot = latest.isEmpty()
                || published != state.size()
                || latest.get().checkpoint().root().equals(state.root());
        long cosignedSize = cosigned.map(signed -> signed.checkpoint().size()).orElse(0L);
        if (published > state.size() || cosignedSize > state.size() || !sameRoot) {
            throw new LedgerException(Fault.CHECKPOINT_AHEAD, "published " + published, "signed " + state.size());
        }
        if (published < state.size()) {
            announce(published);
        }
    }

    private Optional<SignedCheckpoint> readCheckpoint(Path path) throws IOException {
        if (!files.disk().exists(path)) {
            return Optional.empty();
        }
        SignedCheckpoint signed = SignedCheckpoint.parse(files.read(path, Limits.NOTE_BYTES));
        boolean ours = signed.checkpoint().origin().equals(origin())
                && signed.note().open(List.of(signer.key())) instanceof Opening.Opened;
        if (!ours) {
            throw new LedgerException(Fault.ORIGIN_DIFFERS, String.valueOf(path.getFileName()));
        }
        return Optional.of(signed);
    }

    private interface Step<T> {
        T run() throws IOException;
    }

    /// Runs a change to its end, or halts: an interrupted change leaves memory and disk in two minds.
    private <T> T changing(Step<T> step) {
        lock.lock();
        boolean done = false;
        try {
            requireUsable();
            T result = step.run();
            done = true;
            return result;
        } catch (IOException | UncheckedIOException e) {
            throw storageFailed(e);
        } catch (LedgerException e) {
            done = e.fault() == Fault.OUT_OF_RANGE;
            throw e;
        } finally {
            halted |= !done;
            lock.unlock();
        }
    }

    private <T> T reading(Step<T> step) {
        lock.lock();
        try {
            requireUsable();
            return step.run();
        } catch (IOException | UncheckedIOException e) {
            throw storageFailed(e);
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> supplier) {
        lock.lock();
        try {
            return supplier.get();
        } finally {
            lock.unlock();
        }
    }

    private void requireUsable() {
        if (closed || halted) {
            throw new LedgerException(closed ? Fault.LOG_CLOSED : Fault.LOG_HALTED);
        }
    }

    /// A file that must be there and is not: the register knows more than the disk.
    private static LedgerException refused(Exception e) {
        boolean missing = e instanceof NoSuchFileException || e.getCause() instanceof NoSuchFileException;
        return missing ? new LedgerException(Fault.REGISTER_AHEAD, e, "file missing") : storageFailed(e);
    }

    private static LedgerException storageFailed(Exception cause) {
        return new LedgerException(Fault.STORAGE_FAILED, cause, cause.getClass().getSimpleName());
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable Closeable closeable) {
        if (closeable != null) {
            try {
                closeable.close();
            } catch (IOException e) {
                // Everything that must last was forced before; a failing close can take nothing of it away.
            }
        }
    }

    /// The hash that binds a directory to its origin.
    static Hash originHash(String origin) {
        return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8));
    }

    /// The additions that are new and the place of every one.
    private record Batch(List<Addition> fresh, List<Placement> placements) {
        static Batch of(List<Addition> additions, long firstIndex, RequestIds requestIds) throws IOException {
            List<Addition> fresh = new ArrayList<>();
            List<Placement> placements = new ArrayList<>();
            java.util.Map<RequestId, Long> seen = new java.util.HashMap<>();
            for (Addition addition : additions) {
                OptionalLong stored = requestIds.indexOf(addition.id());
                Long here = stored.isPresent() ? Long.valueOf(stored.getAsLong()) : seen.get(addition.id());
                if (here == null) {
                    long index = firstIndex + fresh.size();
                    fresh.add(addition);
                    seen.put(addition.id(), index);
                    placements.add(new Placement(index, true));
                } else {
                    placements.add(new Placement(here, false));
                }
            }
            return new Batch(List.copyOf(fresh), List.copyOf(placements));
        }
    }
}
