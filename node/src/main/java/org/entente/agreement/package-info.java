@NullMarked
package org.entente.agreement;

import org.jspecify.annotations.NullMarked;
