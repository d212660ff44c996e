@NullMarked
package org.entente.match;

import org.jspecify.annotations.NullMarked;
