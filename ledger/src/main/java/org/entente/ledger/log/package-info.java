/// A durable log in a directory, its recovery and its check. Order and faults are in `spec/logs.md`.
@NullMarked
package org.entente.ledger.log;

import org.jspecify.annotations.NullMarked;
