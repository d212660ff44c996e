package org.entente.hold.imports;

/// Where an importer puts what it read, in the order of the source.
public interface DraftSink {
    void draft(Draft draft);

    void finding(Finding finding);

    /// A row of any part was read; called for every record, taken or not.
    void rowRead();
}
