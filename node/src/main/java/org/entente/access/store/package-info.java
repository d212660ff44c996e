@NullMarked
package org.entente.access.store;

import org.jspecify.annotations.NullMarked;
