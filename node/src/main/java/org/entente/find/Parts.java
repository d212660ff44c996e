package org.entente.find;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.entente.access.Access;
import org.entente.agreement.Agreements;
import org.entente.blind.Voprf;
import org.entente.db.Transactions;
import org.entente.keys.Keyring;
import org.entente.prove.Ledger;

/// What discovery is made of; all of it thread-safe.
///
/// @param folder holds the tag sets, own and the peer's, and nothing secret; it exists
public record Parts(
        Transactions transactions,
        Access access,
        Ledger ledger,
        Agreements agreements,
        Keyring keyring,
        PeerLink link,
        DiscoverySource source,
        Voprf voprf,
        Path folder,
        SecureRandom random,
        Clock clock,
        Pauses pauses) {
    /// Waits by sleeping.
    public Parts(
            Transactions transactions,
            Access access,
            Ledger ledger,
            Agreements agreements,
            Keyring keyring,
            PeerLink link,
            DiscoverySource source,
            Voprf voprf,
            Path folder,
            SecureRandom random,
            Clock clock) {
        this(
                transactions,
                access,
                ledger,
                agreements,
                keyring,
                link,
                source,
                voprf,
                folder,
                random,
                clock,
                Thread::sleep);
    }
}
