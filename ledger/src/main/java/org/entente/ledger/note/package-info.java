/// Signed notes, verifier keys and cosignatures (C2SP signed-note v1.0.0, tlog-cosignature v1.0.1 type 0x04).
@NullMarked
package org.entente.ledger.note;

import org.jspecify.annotations.NullMarked;
