@NullMarked
package org.entente.db;

import org.jspecify.annotations.NullMarked;
