package org.entente.contact;

import java.time.Instant;
import java.time.LocalDate;
import org.entente.kernel.InstitutionId;

/// The envelopes that crossed with one institution on one day of the party's own zone.
public record ExchangeDay(LocalDate day, InstitutionId counterpart, int count, Instant first, Instant last) {}
