@NullMarked
package org.entente.match.name;

import org.jspecify.annotations.NullMarked;
