package org.entente.release;

import org.entente.kernel.Bytes;

/// One wrapping key per received release, kept outside the database and destroyed with the release.
interface ContentVault {
    /// Makes the release's wrapping key if there is none and wraps the content key under it.
    Bytes wrap(ReleaseId release, ContentKey key);

    ContentKey unwrap(ReleaseId release, Bytes wrapped);

    /// Overwrites and removes the wrapping key: nothing wrapped under it can be read again. Twice is once.
    void destroy(ReleaseId release);
}
