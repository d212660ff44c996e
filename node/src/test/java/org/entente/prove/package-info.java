@NullMarked
package org.entente.prove;

import org.jspecify.annotations.NullMarked;
