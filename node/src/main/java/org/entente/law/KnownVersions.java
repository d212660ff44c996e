package org.entente.law;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreements;
import org.entente.agreement.pack.PackArchive;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.PackReader;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.law.store.VersionStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The law a node starts with: what both parties signed, and before they were paired what its
/// configuration names.
public final class KnownVersions {
    private static final Logger LOG = LoggerFactory.getLogger(KnownVersions.class);

    private KnownVersions() {}

    /// Adds every version that is or will be in force, and all others that are kept, which nothing new
    /// is made under; none that came to nothing.
    ///
    /// @throws EntenteException PACK_NOT_WHOLE or PACK_FILE_MISSING if the pack of a binding one is not
    ///     there whole
    public static void add(
            Agreements agreements,
            AgreementId id,
            PackFiles configured,
            PackArchive archive,
            Transactions transactions) {
        VersionStore store = new VersionStore();
        List<LawVersion> binding = transactions.in(tx -> store.in(tx, id, VersionState.all(VersionState::isBinding)));
        Set<Bytes> dead = transactions.in(tx -> store.in(tx, id, VersionState.all(VersionState::isDead))).stream()
                .map(LawVersion::pack)
                .collect(Collectors.toUnmodifiableSet());
        Bytes hash = configured.hash();
        for (LawVersion row : binding) {
            PackFiles files = row.pack().equals(hash) ? configured : archive.read(row.pack());
            agreements.add(PackReader.read(files), row.since());
        }
        if (binding.isEmpty()) {
            agreements.add(PackReader.read(configured), Instant.EPOCH);
            archive.keep(configured);
        } else if (binding.stream().noneMatch(row -> row.pack().equals(hash))) {
            LOG.warn(
                    "the pack {} of the configuration is none that both parties signed, and has no effect", hash.hex());
        }
        List<Bytes> known = agreements.versions(id).stream()
                .map(one -> one.agreement().packHash())
                .toList();
        for (Bytes kept : archive.hashes()) {
            if (!known.contains(kept) && !dead.contains(kept)) {
                addKept(agreements, archive, kept);
            }
        }
    }

    private static void addKept(Agreements agreements, PackArchive archive, Bytes hash) {
        try {
            agreements.add(PackReader.read(archive.read(hash)), Instant.MIN);
        } catch (EntenteException unread) {
            LOG.warn("the kept pack {} is passed over: {}", hash.hex(), unread.code());
        }
    }
}
