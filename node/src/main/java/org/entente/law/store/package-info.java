@NullMarked
package org.entente.law.store;

import org.jspecify.annotations.NullMarked;
