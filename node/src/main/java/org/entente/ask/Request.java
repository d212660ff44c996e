package org.entente.ask;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.agreement.Agreement;
import org.entente.agreement.Measure;
import org.entente.kernel.Bytes;

/// A request. One that was made or received under an agreement is complete: basis, purpose, case, urgency, originator
/// and handling code are in the head or in the file it stands in, every field its form requires is filled, and every
/// field has a value of its kind.
///
/// @param law the hash of the pack it was made under, and lives under until it ends
/// @param fields the form's fields by the pack's keys, without the empty ones
/// @param attachments its files, in the order in which they were added
public record Request(
        Bytes law, Head head, RequestType type, SortedMap<String, String> fields, List<Attachment> attachments) {
    public Request {
        attachments = List.copyOf(attachments);
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// @throws IllegalArgumentException for a type the agreement does not let be asked, a field that its form lacks, a
    ///     value that is none of the field's, or a required field that is not filled
    static Request complete(Agreement agreement, RequestType type, Head head, SortedMap<String, String> fields) {
        if (RequestType.of(agreement, type.measure()).isEmpty()) {
            throw new IllegalArgumentException("nothing of the name " + type.measure() + " is asked by request");
        }
        Measure measure = agreement.measure(type.measure());
        fields.forEach((key, value) -> {
            Measure.FormField field = measure.field(key)
                    .orElseThrow(() -> new IllegalArgumentException("a request of this type has no field " + key));
            if (!field.takes(value)) {
                throw new IllegalArgumentException(key + " takes no such value");
            }
        });
        measure.fields().filter(Measure.FormField::required).forEach(field -> {
            if (fields.getOrDefault(field.key(), "").isBlank()) {
                throw new IllegalArgumentException("a request of this type states " + field.key());
            }
        });
        if (measure.namesOffence() && head.offence().isEmpty()) {
            throw new IllegalArgumentException("a request of this type names an offence");
        }
        return new Request(agreement.packHash(), head, type, fields, List.of());
    }

    Request with(List<Attachment> files) {
        return new Request(law, head, type, fields, files);
    }
}
