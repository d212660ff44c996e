package org.entente.hold.imports;

/// Where an importer puts what it read, in the order of the source.
public interface DraftSink {
    void draft(Draft draft);

    /// Something worth knowing about a row that is taken, or that a row is an orphan.
    void finding(Finding finding);

    /// A row that is not taken. `locator` names the subject it speaks of; it is empty where the row does not show
    /// it for certain, since then any subject could be meant.
    void rejected(Finding finding, String locator);

    /// A row of any part was read, headers apart; called for every record, taken or not.
    void rowRead();
}
