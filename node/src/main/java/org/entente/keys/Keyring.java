package org.entente.keys;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.function.Function;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;

/// The node's private keys by role and qualifier. A key lies in a file of its own, wrapped by the node
/// key (AES-256-GCM, bound to its name), and is unwrapped for each use: what is destroyed is gone at
/// once. Thread-safe; one process a folder. Each use reads a file, about 0.1 ms.
///
/// Every method throws [EntenteException] with [KeyCode#KEY_ABSENT], [KeyCode#KEY_UNREADABLE],
/// [KeyCode#KEY_STORAGE] or, for a role that does not do this, [KeyCode#KEY_WRONG_USE].
public final class Keyring {
    private final KeyFiles files;
    private final KeyWrap wrap;
    private final InstantSource clock;

    public Keyring(Path folder, NodeKey nodeKey, InstantSource clock) {
        this.files = new KeyFiles(folder);
        this.wrap = new KeyWrap(nodeKey.wrapping());
        this.clock = clock;
    }

    /// Makes a key; [KeyCode#KEY_EXISTS] if there is one.
    public synchronized void create(KeyId id) {
        if (exists(id)) {
            throw new EntenteException(KeyCode.KEY_EXISTS, id.toString());
        }
        addGeneration(id, 1);
    }

    public boolean exists(KeyId id) {
        return !generations(id).isEmpty();
    }

    /// The qualifiers that have a key of this role.
    public SortedSet<String> qualifiers(KeyRole role) {
        return storage(() -> files.qualifiers(role));
    }

    /// Opens every key file of every generation, for the doctor; how many there are.
    public int openAll() {
        int opened = 0;
        for (KeyRole role : KeyRole.values()) {
            for (String qualifier : qualifiers(role)) {
                var id = new KeyId(role, qualifier);
                for (int generation : generations(id).keySet()) {
                    opened += use(id, generation, _ -> 1);
                }
            }
        }
        return opened;
    }

    /// Makes a fresh key the current one. Earlier generations only open what was sealed to them, until
    /// [#destroyEarlier].
    public synchronized void rotate(KeyId id) {
        addGeneration(id, current(id) + 1);
    }

    /// Overwrites and deletes every generation; nothing happens if there is none. Copies in backups
    /// stay, and flash storage may keep what was overwritten.
    public synchronized void destroy(KeyId id) {
        generations(id).values().forEach(this::destroy);
    }

    /// Destroys all generations but the current one.
    public synchronized void destroyEarlier(KeyId id) {
        generations(id).headMap(current(id)).values().forEach(this::destroy);
    }

    /// Ed25519 or X25519: the 32 bytes. TLS and documents: the certificate in DER. Secrets have none.
    public Bytes publicKey(KeyId id) {
        return use(id, material -> switch (id.role().kind()) {
            case ED25519 ->
                Bytes.of(new Ed25519PrivateKeyParameters(material)
                        .generatePublicKey()
                        .getEncoded());
            case X25519 ->
                Bytes.of(new X25519PrivateKeyParameters(material)
                        .generatePublicKey()
                        .getEncoded());
            case TLS_P256, DOCUMENT_P256 -> Bytes.of(CertifiedKey.certificate(material));
            case SECRET -> throw wrongUse(id);
        });
    }

    /// The 64-byte Ed25519 signature (RFC 8032) over exactly these bytes; their framing is the
    /// caller's.
    public Bytes sign(KeyId id, byte[] message) {
        require(id, KeyKind.ED25519);
        return use(id, seed -> {
            var signer = new Ed25519Signer();
            signer.init(true, new Ed25519PrivateKeyParameters(seed));
            signer.update(message, 0, message.length);
            return Bytes.of(signer.generateSignature());
        });
    }

    /// The ECDSA signature (SHA-256, in DER) of a document key over exactly these bytes: the signed
    /// attributes of a CMS.
    public Bytes signDocument(KeyId id, byte[] attributes) {
        require(id, KeyKind.DOCUMENT_P256);
        return use(id, material -> Bytes.of(CertifiedKey.sign(material, attributes)));
    }

    /// Opens a single-shot HPKE message (RFC 9180 base mode, X25519 HKDF-SHA256, AES-256-GCM) under the
    /// current or an earlier generation. [KeyCode#SEAL_BROKEN] when it opens under none.
    public byte[] unseal(KeyId id, byte[] encapsulated, byte[] header, byte[] associated, byte[] ciphertext) {
        require(id, KeyKind.X25519);
        for (int generation : generations(id).descendingMap().keySet()) {
            var opened = use(id, generation, scalar -> Hpke.open(scalar, encapsulated, header, associated, ciphertext));
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new EntenteException(exists(id) ? KeyCode.SEAL_BROKEN : KeyCode.KEY_ABSENT, id.toString());
    }

    /// 32 bytes that depend on the key and the label alone: HKDF-SHA256 (RFC 5869), the label as info.
    /// Rotation changes them.
    public byte[] derive(KeyId id, String label) {
        require(id, KeyKind.SECRET);
        return use(id, secret -> {
            byte[] info = label.getBytes(StandardCharsets.UTF_8);
            try {
                return KDF.getInstance("HKDF-SHA256")
                        .deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, 32));
            } catch (GeneralSecurityException absent) {
                throw new IllegalStateException("HKDF-SHA256 belongs to JDK 25", absent);
            }
        });
    }

    /// AES-256-GCM under the current generation with a fresh nonce in front; `associated` must be equal
    /// at [#decrypt].
    public byte[] encrypt(KeyId id, byte[] plaintext, byte[] associated) {
        require(id, KeyKind.SECRET);
        return use(id, secret -> KeyWrap.encrypt(encryptionKey(secret), plaintext, associated));
    }

    /// [KeyCode#SEAL_BROKEN] when it opens under no generation.
    public byte[] decrypt(KeyId id, byte[] ciphertext, byte[] associated) {
        require(id, KeyKind.SECRET);
        for (int generation : generations(id).descendingMap().keySet()) {
            var opened = use(id, generation, secret -> KeyWrap.decrypt(encryptionKey(secret), ciphertext, associated));
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new EntenteException(exists(id) ? KeyCode.SEAL_BROKEN : KeyCode.KEY_ABSENT, id.toString());
    }

    /// The 32 bytes themselves, in the caller's arena; whoever closes it zeroises it first.
    public MemorySegment seed(KeyId id, Arena arena) {
        if (id.role() != KeyRole.FIND) {
            throw wrongUse(id);
        }
        return use(id, secret -> {
            MemorySegment segment = arena.allocate(secret.length);
            MemorySegment.copy(secret, 0, segment, ValueLayout.JAVA_BYTE, 0, secret.length);
            return segment;
        });
    }

    /// The TLS key and its certificate as an in-memory key store with the one entry
    /// [TlsIdentity#ENTRY].
    public KeyStore tls(KeyId id) {
        require(id, KeyKind.TLS_P256);
        return use(id, TlsIdentity::keyStore);
    }

    /// Secrets encrypt and derive under unrelated keys.
    private static SecretKeySpec encryptionKey(byte[] secret) {
        try {
            return new SecretKeySpec(
                    KDF.getInstance("HKDF-SHA256")
                            .deriveData(HKDFParameterSpec.ofExtract()
                                    .addIKM(secret)
                                    .addSalt("entente secret encryption v1".getBytes(StandardCharsets.US_ASCII))
                                    .thenExpand(new byte[0], 32)),
                    "AES");
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("HKDF-SHA256 belongs to JDK 25", absent);
        }
    }

    private void addGeneration(KeyId id, int generation) {
        byte[] material = KeyMaterial.fresh(id, clock.instant());
        byte[] wrapped = wrap.wrap(id, generation, material);
        Arrays.fill(material, (byte) 0);
        try {
            files.create(id, generation, wrapped);
        } catch (FileAlreadyExistsException exists) {
            throw new EntenteException(KeyCode.KEY_EXISTS, exists, id.toString());
        } catch (IOException failed) {
            throw storage(failed);
        }
    }

    private <T> T use(KeyId id, Function<byte[], T> work) {
        return use(id, current(id), work);
    }

    private <T> T use(KeyId id, int generation, Function<byte[], T> work) {
        Path file = generations(id).get(generation);
        if (file == null) {
            throw new EntenteException(KeyCode.KEY_ABSENT, id.toString());
        }
        byte[] material = wrap.unwrap(id, generation, storage(() -> files.read(file)));
        try {
            return work.apply(material);
        } finally {
            Arrays.fill(material, (byte) 0);
        }
    }

    private int current(KeyId id) {
        var generations = generations(id);
        if (generations.isEmpty()) {
            throw new EntenteException(KeyCode.KEY_ABSENT, id.toString());
        }
        return generations.lastKey();
    }

    private NavigableMap<Integer, Path> generations(KeyId id) {
        return storage(() -> files.generations(id));
    }

    private void destroy(Path file) {
        storage(() -> {
            KeyFiles.destroy(file);
            return file;
        });
    }

    private static void require(KeyId id, KeyKind kind) {
        if (id.role().kind() != kind) {
            throw wrongUse(id);
        }
    }

    private static EntenteException wrongUse(KeyId id) {
        return new EntenteException(KeyCode.KEY_WRONG_USE, id.toString());
    }

    private interface Disk<T> {
        T access() throws IOException;
    }

    private <T> T storage(Disk<T> disk) {
        try {
            return disk.access();
        } catch (IOException failed) {
            throw storage(failed);
        }
    }

    private EntenteException storage(IOException failed) {
        return new EntenteException(
                KeyCode.KEY_STORAGE, failed, files.root().toString(), String.valueOf(failed.getMessage()));
    }
}
