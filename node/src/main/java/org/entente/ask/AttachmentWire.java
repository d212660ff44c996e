package org.entente.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entente.exchange.Parcel;
import org.entente.exchange.ParcelId;
import org.entente.exchange.ParcelKey;
import org.entente.kernel.Bytes;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// The member `attachments` of `ask.request`, which is there only if there are any, in the order in which they were
/// added: `{"chunks":hex,"id":hex,"key":hex,"name":…,"sha256":hex,"size":bytes,"type":"media/type"}`. `key` crosses
/// inside the sealed body and is not in the text that a node keeps.
final class AttachmentWire {
    private static final String MEMBER = "attachments";

    private AttachmentWire() {}

    static Json.Items encode(List<Attachment> attachments, Map<ParcelId, ParcelKey> keys) {
        List<Json> items = new ArrayList<>();
        for (Attachment attachment : attachments) {
            Parcel parcel = attachment.parcel();
            Json.MembersBuilder members = Json.members()
                    .with("id", parcel.id().hex())
                    .with("name", attachment.name())
                    .with("type", attachment.type().mediaType())
                    .with("size", parcel.sizeBytes())
                    .with("sha256", parcel.content().hex())
                    .with("chunks", parcel.chunks().hex());
            ParcelKey key = keys.get(parcel.id());
            if (key != null) {
                members.with("key", key.bytes().hex());
            }
            items.add(members.build());
        }
        return new Json.Items(items);
    }

    /// Of a body that arrived: each has its key.
    static List<Attachment> sealed(MemberReader body) {
        return read(body, one -> hex(one, "key"));
    }

    static List<Attachment> kept(MemberReader body) {
        return read(body, _ -> {});
    }

    /// The keys of a body that was read before.
    static Map<ParcelId, ParcelKey> keys(Bytes body) {
        Map<ParcelId, ParcelKey> keys = new HashMap<>();
        MemberReader reader =
                Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX).reader();
        read(reader, one -> keys.put(new ParcelId(one.text("id")), ParcelKey.of(hex(one, "key"))));
        return keys;
    }

    private static List<Attachment> read(MemberReader body, Consumer<MemberReader> key) {
        if (!body.has(MEMBER)) {
            return List.of();
        }
        List<Json> items = body.items(MEMBER).values();
        if (items.isEmpty() || items.size() > Limits.FILES_MAX) {
            throw new IllegalArgumentException("no attachments, or too many");
        }
        List<Attachment> attachments = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<ParcelId> ids = new HashSet<>();
        long bytes = 0;
        for (Json item : items) {
            if (!(item instanceof Json.Members members)) {
                throw new IllegalArgumentException("an attachment is an object");
            }
            MemberReader one = members.reader();
            Attachment attachment = attachment(one);
            key.accept(one);
            one.end();
            bytes += attachment.parcel().sizeBytes();
            boolean unique = names.add(attachment.name().toLowerCase(Locale.ROOT)) && ids.add(attachment.id());
            if (!unique || bytes > Limits.FILES_BYTES_MAX) {
                throw new IllegalArgumentException("one attachment twice, or too much");
            }
            attachments.add(attachment);
        }
        return attachments;
    }

    private static Attachment attachment(MemberReader one) {
        Parcel parcel =
                new Parcel(new ParcelId(one.text("id")), one.whole("size"), hex(one, "sha256"), hex(one, "chunks"));
        FileType type = FileType.ofMediaType(one.text("type")).orElseThrow(IllegalArgumentException::new);
        String name = one.text("name", Limits.FILE_NAME_LENGTH_MAX);
        if (!FileName.isClean(name)) {
            throw new IllegalArgumentException("a name that is not clean");
        }
        return new Attachment(parcel, name, type);
    }

    private static Bytes hex(MemberReader one, String member) {
        String hex = one.text(member);
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("32 bytes in lower-case hex digits: " + member);
        }
        return Bytes.fromHex(hex);
    }
}
