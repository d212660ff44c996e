/// Which records are of one subject: what is compared, what a machine may join, and how judgements make
/// clusters.
@NullMarked
package org.entente.hold.resolve;

import org.jspecify.annotations.NullMarked;
