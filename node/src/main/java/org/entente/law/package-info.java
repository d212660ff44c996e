/// LAW: a new version of an agreement's pack, from the proposal of one party's lawyer to the day on
/// which it is in force for both.
///
/// Two officers of each party decide, the node signs for them with the key that the other party pinned,
/// and a version is known to [org.entente.agreement.Agreements] only once both signatures are held.
/// From then on the clock alone puts it in force, so both nodes change at the same moment.
@NullMarked
package org.entente.law;

import org.jspecify.annotations.NullMarked;
