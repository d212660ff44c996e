/// Measurements that print what the machine could do at most beside what Entente does, both from the same run. One
/// class a bench; nothing here is part of the product.
@NullMarked
package org.entente.bench;

import org.jspecify.annotations.NullMarked;
