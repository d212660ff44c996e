@NullMarked
package org.entente.access.web;

import org.jspecify.annotations.NullMarked;
