package org.entente.act;

import org.entente.agreement.Ruling;

/// The answer to "propose this operation to the host", with the ruling of this party's own law.
public sealed interface Proposing {
    record Proposed(Operation operation, Ruling ruling) implements Proposing {}

    /// Refused, a fact missing, or an assurance needed: nothing left this node.
    record NotProposed(Ruling ruling) implements Proposing {}
}
