package org.entente.paper;

import org.entente.kernel.Bytes;

/// A document as a file.
///
/// @param name `US-2026-000012-request-es.pdf`
public record PaperFile(String name, PaperFormat format, Bytes content) {}
