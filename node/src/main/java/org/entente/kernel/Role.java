package org.entente.kernel;

/// What an officer is trusted with. Roles are added up; no role contains another.
public enum Role {
    ANALYST,
    CASE_OFFICER,
    /// Lawyer of the central authority.
    LAWYER,
    AUDITOR,
    /// Runs the node: pairing, imports, sign-in links. Sees no holdings.
    OPERATOR
}
