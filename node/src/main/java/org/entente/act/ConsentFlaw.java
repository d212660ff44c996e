package org.entente.act;

/// Why a consent does not hold. Each is a text key of this room (`flaw.<NAME>`).
public enum ConsentFlaw {
    OTHER_OPERATION,
    OTHER_PROPOSAL,
    OTHER_HOST,
    WINDOW_NOT_COVERED,
    ONE_SIGNATURE,
    SAME_SIGNER,
    ROLES_INCOMPLETE,
    FOREIGN_INSTITUTION,
    SIGNATURE_INVALID
}
