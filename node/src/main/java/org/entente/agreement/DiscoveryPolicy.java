package org.entente.agreement;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Purpose;

/// What the parties agreed about blind queries. With `sharesClearances` a cleared subject stays in the discovery set
/// and a hit on it says "cleared" before anything else; without, it leaves the set.
public record DiscoveryPolicy(boolean sharesClearances, List<KeyType> keyTypes) {
    public DiscoveryPolicy {
        keyTypes = List.copyOf(keyTypes);
    }

    public Optional<KeyType> keyType(String key) {
        return keyTypes.stream().filter(type -> type.key().equals(key)).findFirst();
    }

    /// A kind of identifier that may be asked about, and how many elements, padding included, the peer may have
    /// evaluated per day and purpose.
    public record KeyType(String key, Bilingual name, List<Quota> quotas) {
        public KeyType {
            quotas = List.copyOf(quotas);
        }

        /// 0 for a purpose the pack gives no quota: such a query is refused.
        public int elementsPerDay(Purpose purpose) {
            return quotas.stream()
                    .filter(quota -> quota.purpose().equals(purpose))
                    .mapToInt(Quota::elementsPerDay)
                    .findFirst()
                    .orElse(0);
        }
    }

    /// A calendar day of the holder's zone; 1 to 1,000,000 elements.
    public record Quota(Purpose purpose, int elementsPerDay) {}
}
