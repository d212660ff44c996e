/// Which records are compared at all, and which end up as one subject.
@NullMarked
package org.entente.match.link;

import org.jspecify.annotations.NullMarked;
