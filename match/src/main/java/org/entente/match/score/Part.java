package org.entente.match.score;

/// One line of a judgement: two values beside each other, how they agree, and what that adds.
///
/// @param what the field, or the role of a part of a name
/// @param left as its source wrote it; empty where this side has none
/// @param level a word of [Level] or of [org.entente.match.name.TokenLevel]
/// @param m how often the records of one subject agree so; 0 where the line is not of that kind
/// @param u how often the records of two subjects do
/// @param bits in 1024ths, so that the lines sum to the score exactly
public record Part(String what, String left, String right, String level, double m, double u, double bits) {}
