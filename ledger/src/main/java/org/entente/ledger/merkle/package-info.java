@NullMarked
package org.entente.ledger.merkle;

import org.jspecify.annotations.NullMarked;
