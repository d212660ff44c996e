/// ASK: send a typed request under a named article, work the inbox by time left, refuse with a ground, answer with a
/// release, withdraw.
///
/// The law rules before a request can leave and again where it arrives; a lawyer of each side checks the basis. A
/// request
/// is one row on each side under the asking party's number, its state changes by the one table of [Lifecycle], and
/// every
/// change is one transaction with its entry in the log and, where something crosses, its envelope.
@NullMarked
package org.entente.ask;

import org.jspecify.annotations.NullMarked;
