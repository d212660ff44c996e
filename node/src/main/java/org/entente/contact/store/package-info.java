@NullMarked
package org.entente.contact.store;

import org.jspecify.annotations.NullMarked;
