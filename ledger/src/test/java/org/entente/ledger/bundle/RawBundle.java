package org.entente.ledger.bundle;

import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.ledger.Hash;
import org.entente.ledger.Octets;
import org.entente.ledger.leaf.Json;

/// Archives as a forger makes them: any members, with a manifest and checksums that fit.
final class RawBundle {
    private static final String MANIFEST = "manifest.json";

    private RawBundle() {}

    static byte[] with(ProofBundle bundle, String name, byte[] content) {
        SortedMap<String, Octets> members = new TreeMap<>(Archive.read(bundle.bytes()));
        members.put(name, Octets.of(content));
        return of(members);
    }

    static byte[] of(SortedMap<String, Octets> given) {
        SortedMap<String, Octets> members = new TreeMap<>(given);
        members.remove(MANIFEST);
        Json.MembersBuilder hashes = Json.members();
        members.forEach((member, bytes) ->
                hashes.with(member, Hash.sha256(bytes.toArray()).base64Url()));
        members.put(
                MANIFEST,
                Json.members()
                        .with("format", ProofBundle.FORMAT)
                        .with("members", hashes.build())
                        .build()
                        .encode());
        return Archive.write(members);
    }
}
