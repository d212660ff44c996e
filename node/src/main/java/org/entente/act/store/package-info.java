/// The tables of ACT.
@NullMarked
package org.entente.act.store;

import org.jspecify.annotations.NullMarked;
