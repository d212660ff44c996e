/// RELEASE: statements given to a named institution of the other party on the owner's terms, and the only home of
/// statements received. Terms are acknowledged before content is opened; expiry and recall destroy the content key.
@NullMarked
package org.entente.release;

import org.jspecify.annotations.NullMarked;
