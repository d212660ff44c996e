@NullMarked
package org.entente.hold.invented;

import org.jspecify.annotations.NullMarked;
