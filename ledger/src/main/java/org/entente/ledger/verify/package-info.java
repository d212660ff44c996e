/// The offline program that checks a bundle.
@NullMarked
package org.entente.ledger.verify;

import org.jspecify.annotations.NullMarked;
