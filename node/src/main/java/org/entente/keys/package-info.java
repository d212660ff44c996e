/// The private keys of a node: one file a key, wrapped by the node key. Nothing private leaves this room except a seed
/// into a caller's own memory.
@NullMarked
package org.entente.keys;

import org.jspecify.annotations.NullMarked;
