package org.entente.ledger.log;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.entente.ledger.Fault;
import org.entente.ledger.Hash;
import org.entente.ledger.LedgerException;

/// Two slots in two disk sectors hold what was last signed; they are written in turn and forced before a signature
/// leaves. A torn write damages one slot and leaves the one before it.
///
/// Slot: magic (8), sequence (8), size (8), root (32), SHA-256 of the origin (32), CRC32C of request ids (4),
/// CRC32C of all this (4).
final class Register implements Closeable {
    static final int SLOT_DISTANCE_BYTES = 4096;
    static final int SLOT_BYTES = 96;

    private static final long MAGIC = 0x656e74656e746531L;

    private final DiskFile file;
    private final Hash originHash;
    private long sequence;
    private SignedState state;

    private Register(DiskFile file, Hash originHash, long sequence, SignedState state) {
        this.file = file;
        this.originHash = originHash;
        this.sequence = sequence;
        this.state = state;
    }

    private record Slot(long sequence, SignedState state, Hash originHash) {}

    static void create(LogFiles files, Hash originHash, SignedState first) throws IOException {
        ByteBuffer both = ByteBuffer.allocate(2 * SLOT_DISTANCE_BYTES);
        both.put(encode(new Slot(0, first, originHash)));
        both.position(SLOT_DISTANCE_BYTES).put(encode(new Slot(1, first, originHash)));
        files.publish(files.register(), both.array());
    }

    static Register open(LogFiles files, Hash originHash) throws IOException {
        DiskFile file = files.disk().open(files.register());
        try {
            Optional<Slot> first = read(file, 0);
            Optional<Slot> second = read(file, 1);
            Slot newest = newest(first, second);
            if (!newest.originHash.equals(originHash)) {
                throw new LedgerException(Fault.ORIGIN_DIFFERS);
            }
            Register register = new Register(file, originHash, newest.sequence, newest.state);
            if (first.isEmpty() || second.isEmpty()) {
                register.write(newest.state);
            }
            return register;
        } catch (IOException | LedgerException e) {
            file.close();
            throw e;
        }
    }

    /// The state without opening for writing; empty where no slot is readable.
    static Optional<SignedState> peek(LogFiles files) throws IOException {
        if (!files.disk().exists(files.register())) {
            return Optional.empty();
        }
        try (DiskFile file = files.disk().open(files.register())) {
            Optional<Slot> first = read(file, 0);
            Optional<Slot> second = read(file, 1);
            return first.isEmpty() && second.isEmpty() ? Optional.empty() : Optional.of(newest(first, second).state);
        }
    }

    SignedState state() {
        return state;
    }

    /// Durable on return.
    void write(SignedState next) throws IOException {
        if (next.size() < state.size()
                || (next.size() == state.size() && !next.root().equals(state.root()))) {
            throw new LedgerException(Fault.REGISTER_AHEAD, "signed " + state.size(), "asked " + next.size());
        }
        long nextSequence = sequence + 1;
        byte[] slot = encode(new Slot(nextSequence, next, originHash));
        file.write(ByteBuffer.wrap(slot), (nextSequence & 1) * SLOT_DISTANCE_BYTES);
        file.force();
        sequence = nextSequence;
        state = next;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static Slot newest(Optional<Slot> first, Optional<Slot> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second).orElseThrow(() -> new LedgerException(Fault.REGISTER_CORRUPT));
        }
        return first.get().sequence > second.get().sequence ? first.get() : second.get();
    }

    private static Optional<Slot> read(DiskFile file, int number) throws IOException {
        long position = (long) number * SLOT_DISTANCE_BYTES;
        if (file.sizeBytes() < position + SLOT_BYTES) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.allocate(SLOT_BYTES);
        file.read(in, position);
        in.flip();
        int expectedCrc = crc(in.array());
        if (in.getLong() != MAGIC || in.getInt(SLOT_BYTES - Integer.BYTES) != expectedCrc) {
            return Optional.empty();
        }
        long sequence = in.getLong();
        long size = in.getLong();
        Hash root = hash(in);
        Hash originHash = hash(in);
        return Optional.of(new Slot(sequence, new SignedState(size, root, in.getInt()), originHash));
    }

    private static byte[] encode(Slot slot) {
        ByteBuffer out = ByteBuffer.allocate(SLOT_BYTES);
        out.putLong(MAGIC).putLong(slot.sequence).putLong(slot.state.size());
        out.put(slot.state.root().toArray()).put(slot.originHash.toArray());
        out.putInt(slot.state.requestIdsCrc());
        return out.putInt(crc(out.array())).array();
    }

    private static int crc(byte[] slot) {
        CRC32C crc = new CRC32C();
        crc.update(slot, 0, SLOT_BYTES - Integer.BYTES);
        return (int) crc.getValue();
    }

    private static Hash hash(ByteBuffer in) {
        byte[] bytes = new byte[Hash.SIZE_BYTES];
        in.get(bytes);
        return Hash.of(bytes);
    }
}
