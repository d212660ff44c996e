@NullMarked
package org.entente.match.score;

import org.jspecify.annotations.NullMarked;
