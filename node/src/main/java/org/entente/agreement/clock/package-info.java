/// Clocks of the law: never a bare number, always a start event, a stop event, a calendar and an extension. Holidays
/// are
/// computed from rules, not listed.
@NullMarked
package org.entente.agreement.clock;

import org.jspecify.annotations.NullMarked;
