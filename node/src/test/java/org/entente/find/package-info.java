@NullMarked
package org.entente.find;

import org.jspecify.annotations.NullMarked;
