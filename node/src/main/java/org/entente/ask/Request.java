package org.entente.ask;

import java.util.SortedMap;

/// A typed request. It exists only complete: basis, purpose, case, urgency, originator and handling code are in the
/// head
/// or in the file it stands in, and every field its form requires is filled.
public sealed interface Request {
    Head head();

    /// The form's fields by the pack's keys, without the empty ones.
    SortedMap<String, String> fields();

    Type type();

    /// What is sought, why the other side should hold it, the case, and whom it concerns (Directive (EU) 2023/977
    /// art. 4 as the model).
    record PoliceInformation(Head head, SortedMap<String, String> fields) implements Request {
        public PoliceInformation {
            fields = Fields.complete(fields, "question", "reasonHeld", "facts");
        }

        @Override
        public Type type() {
            return Type.POLICE_INFORMATION;
        }
    }

    /// One recovered firearm, by the fields of ATF form 3312.1. Without a serial number it must say that the number is
    /// obliterated.
    record FirearmTrace(Head head, SortedMap<String, String> fields) implements Request {
        public FirearmTrace {
            fields = Fields.complete(
                    fields,
                    "manufacturer",
                    "firearmType",
                    "calibre",
                    "model",
                    "countryOfOrigin",
                    "importer",
                    "recoveryDate",
                    "recoveryPlace");
        }

        @Override
        public Type type() {
            return Type.FIREARM_TRACE;
        }

        /// Whether there is a number to trace, or the word that there is none.
        public boolean isIdentified() {
            return fields.containsKey("serial") || "yes".equals(fields.get("obliterated"));
        }
    }

    enum Type {
        POLICE_INFORMATION("police-information"),
        FIREARM_TRACE("firearm-trace");

        private final String measure;

        Type(String measure) {
            this.measure = measure;
        }

        /// The pack's measure, which is also the word on the wire.
        public String measure() {
            return measure;
        }
    }

    static Request of(Type type, Head head, SortedMap<String, String> fields) {
        return switch (type) {
            case POLICE_INFORMATION -> new PoliceInformation(head, fields);
            case FIREARM_TRACE -> new FirearmTrace(head, fields);
        };
    }
}
