@NullMarked
package org.entente.match.organisation;

import org.jspecify.annotations.NullMarked;
