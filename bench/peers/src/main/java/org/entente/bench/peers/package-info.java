/// Other programs for entity resolution behind one command line: `duke` and `jedai`.
@NullMarked
package org.entente.bench.peers;

import org.jspecify.annotations.NullMarked;
