package org.entente.release;

/// What a challenge says is wrong with the statements. Each is a text key of this room (`ground.<NAME>`).
public enum ChallengeGround {
    INACCURATE,
    UNLAWFUL,
    OUT_OF_DATE,
    WRONG_PERSON,
    PURPOSE_EXCEEDED
}
