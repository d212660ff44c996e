@NullMarked
package org.entente.hold;

import org.jspecify.annotations.NullMarked;
