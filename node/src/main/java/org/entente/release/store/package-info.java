/// The tables of RELEASE.
@NullMarked
package org.entente.release.store;

import org.jspecify.annotations.NullMarked;
