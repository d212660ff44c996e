package org.entente.kernel;

/// Europol handling codes (SIENA). Codes combine; the order here is the order on screen and paper. H3 needs its text.
public enum HandlingCode {
    /// Use only to prevent and combat crime under the applicable law.
    H0,
    /// Not in judicial proceedings without the provider's permission.
    H1,
    /// No dissemination without the provider's permission.
    H2,
    /// Other restrictions, in words.
    H3
}
