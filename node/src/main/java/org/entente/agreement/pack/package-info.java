/// From a folder of YAML files to an [org.entente.agreement.Agreement]: limits, schema, references, hash, signatures,
/// and the table of expected rulings that lies beside the law.
@NullMarked
package org.entente.agreement.pack;

import org.jspecify.annotations.NullMarked;
