/// The witness of C2SP tlog-witness v1.0.0: the decision, and the memory it needs.
@NullMarked
package org.entente.ledger.witness;

import org.jspecify.annotations.NullMarked;
