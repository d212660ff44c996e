package org.entente.agreement;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;

/// The agreements this node stands under, each in its current version. Immutable.
public final class Agreements {
    private final Map<AgreementId, Agreement> current;

    public Agreements(Collection<Agreement> agreements) {
        this.current = agreements.stream().collect(Collectors.toUnmodifiableMap(Agreement::id, Function.identity()));
    }

    /// @throws EntenteException AGREEMENT_UNKNOWN
    public Agreement current(AgreementId id) {
        Agreement agreement = current.get(id);
        if (agreement == null) {
            throw new EntenteException(AgreementCode.AGREEMENT_UNKNOWN, id.value());
        }
        return agreement;
    }

    public List<Agreement> all() {
        return List.copyOf(current.values());
    }
}
