package org.entente.release;

import org.entente.kernel.CaseNumber;
import org.entente.kernel.Purpose;

/// What an officer opens a received release for: both are logged, the purpose is held against the terms.
public record Use(Purpose purpose, CaseNumber caseNumber) {}
