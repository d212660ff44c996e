/// The database of a node: an embedded PostgreSQL of our own or one that the operator runs, migrations, transactions.
@NullMarked
package org.entente.db;

import org.jspecify.annotations.NullMarked;
