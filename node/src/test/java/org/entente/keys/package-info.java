@NullMarked
package org.entente.keys;

import org.jspecify.annotations.NullMarked;
