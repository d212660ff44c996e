package org.entente.find;

import java.util.HexFormat;
import org.entente.blind.ByteString;
import org.entente.blind.PublicKey;
import org.entente.blind.Suite;
import org.entente.blind.tags.KeyScope;
import org.entente.blind.tags.TagSetHeader;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Party;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// One tag set and its key, as the holder announces it (`find.announced`) and the asker signs for it
/// (`find.accepted`): the same body both ways.
///
/// @param entryCount padded
public record Announcement(
        AgreementId agreement,
        String keyType,
        Purpose purpose,
        int epoch,
        Bytes setId,
        Bytes publicKey,
        Bytes sha256,
        int entryCount) {
    static final String ANNOUNCED = "find.announced";
    static final String ACCEPTED = "find.accepted";

    private static final int VERSION = 1;
    private static final int BODY_BYTES = 4 << 10;

    static Announcement of(AgreementId agreement, TagSetHeader header) {
        KeyScope scope = header.scope();
        return new Announcement(
                agreement,
                scope.keyType(),
                new Purpose(scope.purpose()),
                scope.epoch(),
                Bytes.of(header.setId().toByteArray()),
                Bytes.of(header.publicKey().encoding().toByteArray()),
                Bytes.of(header.sha256().toByteArray()),
                header.entryCount());
    }

    /// A node's id in a key's scope: its party within this agreement.
    static String node(Party party, AgreementId agreement) {
        return party.code() + "." + agreement.value();
    }

    KeyScope scope(Party holder, Party asker) {
        return new KeyScope(node(holder, agreement), node(asker, agreement), epoch, keyType, purpose.code());
    }

    /// What the header of the announced set must be.
    TagSetHeader header(Party holder, Party asker) {
        return new TagSetHeader(
                prfKey(),
                ByteString.copyOf(setId.toArray()),
                scope(holder, asker),
                entryCount,
                ByteString.copyOf(sha256.toArray()));
    }

    PublicKey prfKey() {
        return PublicKey.of(Suite.RISTRETTO255_SHA512, publicKey.toArray());
    }

    Bytes body() {
        return Json.members()
                .with("v", VERSION)
                .with("suite", Suite.RISTRETTO255_SHA512.identifier())
                .with("keyType", keyType)
                .with("purpose", purpose.code())
                .with("epoch", epoch)
                .with("set", setId.hex())
                .with("publicKey", publicKey.hex())
                .with("sha256", sha256.hex())
                .with("entryCount", entryCount)
                .build()
                .encode();
    }

    /// @throws EntenteException FIND_MESSAGE_MALFORMED, or a code of the JSON reader
    static Announcement parse(AgreementId agreement, Bytes body) {
        MemberReader reader = Json.parseMembers(body.toArray(), BODY_BYTES).reader();
        reader.whole("v", VERSION, VERSION);
        if (!reader.text("suite").equals(Suite.RISTRETTO255_SHA512.identifier())) {
            throw malformed("suite");
        }
        try {
            Announcement announcement = new Announcement(
                    agreement,
                    reader.text("keyType", 64),
                    new Purpose(reader.text("purpose")),
                    (int) reader.whole("epoch", 0, Integer.MAX_VALUE),
                    hex(reader, "set", 16),
                    hex(reader, "publicKey", 32),
                    hex(reader, "sha256", 32),
                    (int) reader.whole("entryCount", 1, Integer.MAX_VALUE));
            reader.end();
            return announcement;
        } catch (IllegalArgumentException broken) {
            throw new EntenteException(FindCode.FIND_MESSAGE_MALFORMED, broken, "announcement");
        }
    }

    static EntenteException malformed(String what) {
        return new EntenteException(FindCode.FIND_MESSAGE_MALFORMED, what);
    }

    /// Lower-case hex of exactly `sizeBytes`.
    static Bytes hex(MemberReader reader, String name, int sizeBytes) {
        String text = reader.text(name);
        if (!text.matches("[0-9a-f]*") || text.length() != 2 * sizeBytes) {
            throw malformed(name);
        }
        return Bytes.of(HexFormat.of().parseHex(text));
    }
}
