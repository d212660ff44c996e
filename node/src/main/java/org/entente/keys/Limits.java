package org.entente.keys;

import java.time.Duration;

/// Bounds of this room.
final class Limits {
    /// A P-256 key with its certificate is below 1 KiB.
    static final int KEY_FILE_BYTES = 1 << 14;

    static final int NODE_KEY_FILE_BYTES = 1 << 10;

    /// Older generations tried when something does not open under the current one.
    static final int GENERATIONS = 16;

    /// Trust comes from the pin, not from the dates; long enough that no pair stops for a date.
    static final Duration CERTIFICATE_LIFE = Duration.ofDays(3650);

    private Limits() {}
}
