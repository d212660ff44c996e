@NullMarked
package org.entente.console;

import org.jspecify.annotations.NullMarked;
