package org.entente.release;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.UnfitValueException;
import org.entente.kernel.UseTerms;
import org.jspecify.annotations.Nullable;

/// What the receiver sees and acknowledges before content is opened. The content's encryption is bound to the hash of
/// these terms: with other terms it does not open.
public record Terms(
        ReleaseId release,
        InstitutionId from,
        InstitutionId to,
        @Nullable EnvelopeId inReplyTo,
        LegalBasis basis,
        UseTerms use) {
    /// On every release, in the bytes that are acknowledged: not optional, not a setting.
    public static final Bilingual NOT_FOR_USE_OF_FORCE =
            new Bilingual("not for use of force", "no para el uso de la fuerza");

    public Terms {
        if (from.party().equals(to.party())) {
            throw new UnfitValueException(
                    "a release goes to an institution of the other party",
                    "una entrega se dirige a una institución de la otra parte");
        }
        use = new UseTerms(
                use.purpose(),
                use.handling(),
                Normalizer.normalize(use.restriction(), Normalizer.Form.NFC),
                use.onwardAllowed(),
                use.expires().truncatedTo(ChronoUnit.SECONDS));
    }

    /// The bytes that are acknowledged.
    public Bytes canonical() {
        return TermsWire.encode(this).encode();
    }

    public static Terms parse(Bytes canonical) {
        return ReleaseWire.parseMembers("terms", canonical, TermsWire::parse);
    }

    /// SHA-256 of [#canonical]: what an acknowledgement names and what the content is bound to.
    public Bytes hash() {
        return ReleaseWire.sha256(canonical());
    }

    public boolean areExpired(Instant now) {
        return !now.isBefore(use.expires());
    }
}
