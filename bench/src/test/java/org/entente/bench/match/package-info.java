@NullMarked
package org.entente.bench.match;

import org.jspecify.annotations.NullMarked;
