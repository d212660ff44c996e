@NullMarked
package org.entente.prove.store;

import org.jspecify.annotations.NullMarked;
