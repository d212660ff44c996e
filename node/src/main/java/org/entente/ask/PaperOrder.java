package org.entente.ask;

import org.entente.kernel.Language;
import org.entente.paper.PaperFormat;

/// Which document to make of a request.
///
/// @param first the language that stands first; the other stands below it
public record PaperOrder(PaperKind kind, PaperFormat format, Language first) {}
