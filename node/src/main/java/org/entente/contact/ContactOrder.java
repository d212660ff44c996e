package org.entente.contact;

import java.time.Instant;
import org.entente.kernel.InstitutionId;

/// A contact that an officer records.
///
/// @param counterpart the other party's institution
/// @param subject what it was about, in basic data; at most 200 characters
/// @param leave the reference of the leave that was given beforehand; empty without one
public record ContactOrder(InstitutionId counterpart, ContactKind kind, Instant at, String subject, String leave) {}
