/// Room `contact`: reports of contacts with the other party's officials, where a party's own law wants them
/// (`contact-reports` of the pack). What crossed through the node is counted from the exchange's headers, what was said
/// elsewhere an officer records; a report lists both, in basic data, and is owed until it was handed over. Nothing of
/// it
/// leaves the node.
@NullMarked
package org.entente.contact;

import org.jspecify.annotations.NullMarked;
