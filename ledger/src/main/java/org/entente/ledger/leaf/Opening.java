package org.entente.ledger.leaf;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.ledger.Hash;
import org.entente.ledger.Limits;
import org.entente.ledger.Octets;

/// A commitment's key and its fields, each shown or withheld. Text form, strict JSON:
/// `{"fields":[{"n":..,"r":..,"v":..} or {"h":..}, ...],"key":..}`, hashes in base64url.
public record Opening(Hash key, List<Commitment.Part> parts) {
    public Opening {
        parts = List.copyOf(parts);
        Commitment.check(parts);
    }

    public static Opening parse(byte[] bytes) {
        Json.Members members = Json.parseMembers(bytes, Limits.OPENING_BYTES).requireNames("fields", "key");
        List<Commitment.Part> parts =
                members.items("fields").objects().stream().map(Opening::part).toList();
        return new Opening(Hash.fromBase64Url(members.text("key")), parts);
    }

    public Octets bytes() {
        List<Json> fields = parts.stream().map(Opening::json).toList();
        return Json.members()
                .with("fields", new Json.Items(fields))
                .with("key", key.base64Url())
                .build()
                .encode();
    }

    /// The commitment this opens; to be compared with the leaf's.
    public Hash commitment() {
        return Commitment.mac(key, parts);
    }

    /// The shown value of this name.
    public Optional<String> value(String name) {
        return Optional.ofNullable(shown().get(name));
    }

    public SortedMap<String, String> shown() {
        SortedMap<String, String> shown = new TreeMap<>();
        for (Commitment.Part part : parts) {
            if (part instanceof Commitment.Shown(Commitment.Field field)) {
                shown.put(field.name(), field.value());
            }
        }
        return shown;
    }

    public int withheldCount() {
        return parts.size() - shown().size();
    }

    @Override
    public String toString() {
        return "Opening[" + parts.size() + "]";
    }

    private static Commitment.Part part(Json.Members members) {
        if (members.has("h")) {
            return new Commitment.Withheld(
                    Hash.fromBase64Url(members.requireNames("h").text("h")));
        }
        members.requireNames("n", "r", "v");
        Hash salt = Hash.fromBase64Url(members.text("r"));
        return new Commitment.Shown(new Commitment.Field(members.text("n"), salt, members.text("v")));
    }

    private static Json json(Commitment.Part part) {
        return switch (part) {
            case Commitment.Withheld withheld ->
                Json.members().with("h", withheld.hash().base64Url()).build();
            case Commitment.Shown(Commitment.Field field) ->
                Json.members()
                        .with("n", field.name())
                        .with("r", field.salt().base64Url())
                        .with("v", field.value())
                        .build();
        };
    }
}
