package org.entente.ask;

import org.entente.exchange.Parcel;
import org.entente.exchange.ParcelId;

/// A file that belongs to a request: what its text says of it. The name is clean, the type was looked for in the
/// content and agrees with the name; the file itself is a parcel of the exchange.
public record Attachment(Parcel parcel, String name, FileType type) {
    /// @throws IllegalArgumentException for a name or a type that none of ours has
    public Attachment {
        if (!FileName.isClean(name) || FileType.ofName(name).orElse(null) != type) {
            throw new IllegalArgumentException("not a name of this type of file");
        }
    }

    public ParcelId id() {
        return parcel.id();
    }
}
