package org.entente.find;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.entente.kernel.Bytes;
import org.entente.kernel.CaseNumber;
import org.entente.prove.MerkleRoot;

/// The asker's commitment to what it asks: the RFC 6962 root over one leaf for each value in the order sent,
/// `SHA-256(salt | position in four bytes) | PRF input | case number`. It hides everything and lets an auditor who
/// draws positions see that exactly these values were asked under this case.
final class InputRoot {
    private InputRoot() {}

    static Bytes of(Bytes salt, List<byte[]> inputs, CaseNumber caseNumber) {
        byte[] named = caseNumber.value().getBytes(StandardCharsets.US_ASCII);
        List<Bytes> entries = IntStream.range(0, inputs.size())
                .mapToObj(position -> leaf(salt, position, inputs.get(position), named))
                .toList();
        return MerkleRoot.of(entries);
    }

    private static Bytes leaf(Bytes salt, int position, byte[] input, byte[] named) {
        byte[] counted = ByteBuffer.allocate(Integer.BYTES).putInt(position).array();
        byte[] own = Digests.sha256(salt.toArray(), counted);
        byte[] entry = ByteBuffer.allocate(own.length + input.length + named.length)
                .put(own)
                .put(input)
                .put(named)
                .array();
        return Bytes.of(entry);
    }
}
