@NullMarked
package org.entente.ask.store;

import org.jspecify.annotations.NullMarked;
