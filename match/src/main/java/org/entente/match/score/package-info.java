/// What a record says, as the engine compares it, and what the comparison is worth in bits.
@NullMarked
package org.entente.match.score;

import org.jspecify.annotations.NullMarked;
