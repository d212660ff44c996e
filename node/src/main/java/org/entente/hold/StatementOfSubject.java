package org.entente.hold;

import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.Statement;

/// A statement and how far the allegations against its subject have come.
public record StatementOfSubject(Statement statement, EvidentialStatus status) {}
