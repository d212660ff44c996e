@NullMarked
package org.entente.api;

import org.jspecify.annotations.NullMarked;
