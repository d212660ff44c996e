@NullMarked
package org.entente.hold.imports;

import org.jspecify.annotations.NullMarked;
