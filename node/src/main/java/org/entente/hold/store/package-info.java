@NullMarked
package org.entente.hold.store;

import org.jspecify.annotations.NullMarked;
