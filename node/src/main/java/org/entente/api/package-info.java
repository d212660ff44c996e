/// The door for programs of this party: REST under `/v1`. It authenticates, parses, calls one face, answers.
@NullMarked
package org.entente.api;

import org.jspecify.annotations.NullMarked;
