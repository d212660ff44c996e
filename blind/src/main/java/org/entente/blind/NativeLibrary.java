package org.entente.blind;

/// Which libsodium serves this process, for `doctor` and the log.
///
/// @param location the path or library name it was loaded by; for the bundled one its name inside the jar
/// @param version what `sodium_version_string` says
public record NativeLibrary(Origin origin, String location, String version) {
    /// Where a library was found, in the order of preference.
    public enum Origin {
        /// Named by the operator; if it cannot serve, nothing else is tried.
        CONFIGURED,
        /// The operating system's own, which gets the distribution's security fixes.
        SYSTEM,
        /// The one carried in the jar.
        BUNDLED
    }
}
