@NullMarked
package org.entente.boot;

import org.jspecify.annotations.NullMarked;
