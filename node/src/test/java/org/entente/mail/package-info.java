@NullMarked
package org.entente.mail;

import org.jspecify.annotations.NullMarked;
