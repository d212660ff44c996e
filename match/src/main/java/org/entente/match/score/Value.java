package org.entente.match.score;

/// One value as its source wrote it. `source` is whatever the caller finds it again by: a file and row, a statement's
/// id. It is never read here.
public record Value(Field field, String text, String source) {}
