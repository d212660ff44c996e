package org.entente.agreement.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.agreement.AgreementCode;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.Opening;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// The parties' signatures under a pack: a C2SP signed note whose text is the pack's manifest. One party signs and
/// hands
/// the note over; the other adds its line. Which key is whose comes from outside, from the pinned party files.
public final class PackSignatures {
    /// Beside the pack's files; no part of the manifest.
    public static final String FILE = "signatures.note";

    private PackSignatures() {}

    /// A note of this pack with one signature.
    public static Bytes sign(PackFiles files, Signer signer) {
        return Bytes.of(Note.sign(files.manifest(), signer).bytes());
    }

    /// The note with this signer's line added, or in the place of its older one.
    ///
    /// @throws EntenteException PACK_UNSIGNED if the note is not about these files
    public static Bytes add(PackFiles files, Bytes note, Signer signer) {
        Note before = about(files, note);
        return Bytes.of(
                before.with(Note.sign(files.manifest(), signer).signatures()).bytes());
    }

    /// Whose valid signatures the note carries, by the keys known for each party. A line of a known key that does not
    /// verify makes the whole note void.
    ///
    /// @throws EntenteException PACK_UNSIGNED if the note is not about these files, or void
    public static SortedSet<Party> signers(PackFiles files, Bytes note, Map<Party, List<VerifierKey>> keys) {
        List<VerifierKey> known = new ArrayList<>();
        keys.values().forEach(known::addAll);
        return switch (about(files, note).open(known)) {
            case Opening.Opened opened -> {
                SortedSet<Party> signers = new TreeSet<>();
                keys.forEach((party, own) -> {
                    if (opened.signed().stream().anyMatch(line -> own.contains(line.key()))) {
                        signers.add(party);
                    }
                });
                yield signers;
            }
            case Opening.Unsigned _ -> new TreeSet<>();
            case Opening.Forged forged -> throw unsigned(forged.keyName());
        };
    }

    private static Note about(PackFiles files, Bytes note) {
        try {
            Note parsed = Note.parse(note.toArray());
            if (!parsed.text().equals(files.manifest())) {
                throw unsigned(FILE);
            }
            return parsed;
        } catch (LedgerException e) {
            throw new EntenteException(AgreementCode.PACK_UNSIGNED, e, FILE);
        }
    }

    private static EntenteException unsigned(String whose) {
        return new EntenteException(AgreementCode.PACK_UNSIGNED, whose);
    }
}
