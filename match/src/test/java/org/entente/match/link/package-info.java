@NullMarked
package org.entente.match.link;

import org.jspecify.annotations.NullMarked;
