@NullMarked
package org.entente.ledger.witness;

import org.jspecify.annotations.NullMarked;
