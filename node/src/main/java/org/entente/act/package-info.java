/// ACT: operations that need the host's consent. Nothing is armed on a territory without its owner's signed consent;
/// a place of unsure territory counts as the host's.
@NullMarked
package org.entente.act;

import org.jspecify.annotations.NullMarked;
