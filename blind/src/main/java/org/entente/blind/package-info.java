@NullMarked
package org.entente.blind;

import org.jspecify.annotations.NullMarked;
