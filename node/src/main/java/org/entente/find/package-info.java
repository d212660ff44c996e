/// FIND: which identifiers do both nodes know, without either showing what it knows.
///
/// The holder publishes a tag set for each key type and purpose, under a key of that epoch alone ([Publisher]). The
/// asker fetches it whole, and signs for the one public key it will believe ([PeerSets]). From then on it may have
/// blinded values evaluated ([Asker], [Evaluations]) and look the results up at home. The wire is `spec/find.md`; the
/// cryptography is the module `blind`.
@NullMarked
package org.entente.find;

import org.jspecify.annotations.NullMarked;
