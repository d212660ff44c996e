@NullMarked
package org.entente.access;

import org.jspecify.annotations.NullMarked;
