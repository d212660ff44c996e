package org.entente.act;

import java.util.List;

/// A consent with the signatures it has so far: none, one or two.
public record SignedConsent(Consent consent, List<ConsentSignature> signatures) {
    public SignedConsent {
        signatures = List.copyOf(signatures);
        if (signatures.size() > 2) {
            throw new IllegalArgumentException("a consent has two signatures");
        }
    }
}
