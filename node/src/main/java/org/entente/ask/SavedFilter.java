package org.entente.ask;

/// A filter that an officer keeps under a name.
///
/// @param count how many requests pass it now
public record SavedFilter(String name, RequestFilter filter, int count) {}
