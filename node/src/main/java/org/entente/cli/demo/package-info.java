@NullMarked
package org.entente.cli.demo;

import org.jspecify.annotations.NullMarked;
