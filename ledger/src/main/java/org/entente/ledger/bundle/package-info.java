@NullMarked
package org.entente.ledger.bundle;

import org.jspecify.annotations.NullMarked;
