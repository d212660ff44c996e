@NullMarked
package org.entente.ledger.leaf;

import org.jspecify.annotations.NullMarked;
