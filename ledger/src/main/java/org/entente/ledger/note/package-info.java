@NullMarked
package org.entente.ledger.note;

import org.jspecify.annotations.NullMarked;
