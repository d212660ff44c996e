package org.entente.ask;

import org.entente.agreement.Ruling;

/// What came of a lawyer's check. Accepted only if the ruling, with the facts the lawyer added, allows the step; then
/// the state has changed. Otherwise nothing changed but the history.
public record BasisCheck(RequestNumber number, State state, boolean accepted, Ruling ruling) {}
