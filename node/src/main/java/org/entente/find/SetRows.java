package org.entente.find;

import org.entente.find.store.SetStore;

/// Between the store's rows and announcements.
final class SetRows {
    private SetRows() {}

    static SetStore.Set row(Announcement set) {
        return new SetStore.Set(
                set.setId(),
                set.agreement(),
                set.keyType(),
                set.purpose(),
                set.epoch(),
                set.publicKey(),
                set.sha256(),
                set.entryCount());
    }

    static Announcement announcement(SetStore.Set row) {
        return new Announcement(
                row.agreement(),
                row.keyType(),
                row.purpose(),
                row.epoch(),
                row.setId(),
                row.publicKey(),
                row.sha256(),
                row.entryCount());
    }
}
