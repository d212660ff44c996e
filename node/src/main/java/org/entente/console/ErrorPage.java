package org.entente.console;

import org.entente.kernel.Bilingual;

/// What happened, what was kept, what to do, with the code. Both languages: an error is read aloud to others.
record ErrorPage(Bilingual what, Bilingual hint, String code) {}
