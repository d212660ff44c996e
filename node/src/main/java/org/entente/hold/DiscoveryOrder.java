package org.entente.hold;

import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.match.IdentifierType;

/// Which values a tag set is made of. `clearancesShared` is the agreement's: without it a cleared, delisted or
/// acquitted subject has no place in the set.
public record DiscoveryOrder(AgreementId agreement, Bytes setId, IdentifierType type, boolean clearancesShared) {}
