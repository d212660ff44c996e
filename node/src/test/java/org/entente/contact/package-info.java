@NullMarked
package org.entente.contact;

import org.jspecify.annotations.NullMarked;
