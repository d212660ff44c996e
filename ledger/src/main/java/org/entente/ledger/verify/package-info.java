@NullMarked
package org.entente.ledger.verify;

import org.jspecify.annotations.NullMarked;
