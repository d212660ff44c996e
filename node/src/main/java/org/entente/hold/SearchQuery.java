package org.entente.hold;

import org.entente.kernel.Purpose;

/// A search in one's own holdings: a name in any order, or an identifier, whole or its beginning (four
/// characters and a digit at least). `limit` at most 200.
public record SearchQuery(String text, Purpose purpose, int limit) {}
