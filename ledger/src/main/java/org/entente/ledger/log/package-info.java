@NullMarked
package org.entente.ledger.log;

import org.jspecify.annotations.NullMarked;
