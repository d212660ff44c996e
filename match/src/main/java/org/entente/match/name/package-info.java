/// Names of people: read into weighted readings of parts with roles, aligned part by part, and judged in bits.
@NullMarked
package org.entente.match.name;

import org.jspecify.annotations.NullMarked;
