/// Checkpoints, proof files and trust policies (C2SP tlog-checkpoint, tlog-proof, tlog-policy).
@NullMarked
package org.entente.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
