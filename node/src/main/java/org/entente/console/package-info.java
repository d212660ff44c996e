/// The door for people: pages rendered on the server, in English and Spanish. It authenticates, parses, calls one face
/// and maps the answer to a view; it decides nothing. Templates stand in `src/main/jte` and hold no words: every word
/// is a key of this room's text file.
@NullMarked
package org.entente.console;

import org.jspecify.annotations.NullMarked;
