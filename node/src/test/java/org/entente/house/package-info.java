/// The house plan and the house rules, checked over every module.
@NullMarked
package org.entente.house;

import org.jspecify.annotations.NullMarked;
