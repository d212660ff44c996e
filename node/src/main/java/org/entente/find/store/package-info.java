@NullMarked
package org.entente.find.store;

import org.jspecify.annotations.NullMarked;
