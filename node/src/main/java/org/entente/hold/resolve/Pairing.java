package org.entente.hold.resolve;

import java.util.UUID;

/// What the engine says of two records: the two facets that are most alike, and their bits, prior included.
/// `one` is the lower id as text, which is the database's order.
public record Pairing(UUID one, UUID other, UUID oneFacet, UUID otherFacet, double bits, boolean joinable) {}
