package org.entente.ledger.log;

/// Where an addition stands, durably. `isNew` is false where its request id was in the log before: the entry that
/// stands is then the earlier one, whatever bytes came this time.
public record Placement(long index, boolean isNew) {}
