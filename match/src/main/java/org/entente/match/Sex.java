package org.entente.match;

/// What a record or an identifier says of a person's sex. `X` is what a document itself calls neither or unstated.
public enum Sex {
    F,
    M,
    X
}
