/// One file that shows a request was sent, received and answered, and its check (`spec/bundle.md`).
@NullMarked
package org.entente.ledger.bundle;

import org.jspecify.annotations.NullMarked;
