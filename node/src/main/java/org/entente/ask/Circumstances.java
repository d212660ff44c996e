package org.entente.ask;

import org.entente.agreement.Measure;

/// What a [Guard] looks at beside the state: the request's type, whether it was accepted, and whether what its
/// milestones began, such as a person's custody, is over.
record Circumstances(Measure measure, boolean accepted, boolean settled) {}
