@NullMarked
package org.entente.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
