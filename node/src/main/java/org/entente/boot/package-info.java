/// Main, configuration and wiring: the only room that sees all others.
@NullMarked
package org.entente.boot;

import org.jspecify.annotations.NullMarked;
