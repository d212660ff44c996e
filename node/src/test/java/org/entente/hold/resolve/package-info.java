@NullMarked
package org.entente.hold.resolve;

import org.jspecify.annotations.NullMarked;
