package org.entente.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.kernel.Bytes;
import org.entente.kernel.Ids;
import org.entente.ledger.Hash;
import org.entente.ledger.leaf.Commitment;
import org.entente.ledger.leaf.Opening;

/// Makes the opening of a leaf: a fresh key and a fresh salt a field, 32 random bytes each.
final class Commitments {
    private Commitments() {}

    /// The opening that shows everything, in its text form. A DUTY leaf's type becomes the field `type`.
    static Bytes opening(Leaf leaf) {
        SortedMap<String, String> values = new TreeMap<>(leaf.fields());
        if (leaf instanceof Leaf.Duty duty) {
            values.put("type", duty.type());
        }
        if (values.isEmpty()) {
            // A commitment has at least one field.
            values.put("type", "none");
        }
        List<Commitment.Field> fields = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            fields.add(new Commitment.Field(value.getKey(), random(), value.getValue()));
        }
        return Bytes.of(Commitment.discloseAll(random(), fields).bytes().toArray());
    }

    static Opening parse(Bytes opening) {
        return Opening.parse(opening.toArray());
    }

    private static Hash random() {
        return Hash.of(Ids.random256().toArray());
    }
}
