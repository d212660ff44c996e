package org.entente.hold;

import java.util.Optional;
import org.entente.hold.imports.Profile;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Language;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Texts;

/// What a reader is told about a source: its name, and that a list is of a day and may have changed since. Every value
/// from a list is shown with both.
public final class SourceNames {
    private static final String INVENTED = "invented-";

    private SourceNames() {}

    /// The publisher's list by name ("us-treasury-sdn" is the "Treasury list of Specially Designated Nationals"); a
    /// source of no profile by its key.
    public static Bilingual name(SourceReference reference) {
        String source = reference.source();
        boolean invented = source.startsWith(INVENTED);
        String key = invented ? source.substring(INVENTED.length()) : source;
        Bilingual name = Profile.ofSource(key).map(Profile::name).orElseGet(() -> new Bilingual(key, key));
        if (!invented) {
            return name;
        }
        Texts texts = Texts.of("hold");
        return new Bilingual(
                texts.text("source.invented", Language.EN, name.en()),
                texts.text("source.invented", Language.ES, name.es()));
    }

    /// Empty where the source gives no date.
    public static Optional<Bilingual> caution(SourceReference reference) {
        return Optional.ofNullable(reference.asOf()).map(day -> {
            boolean list = Profile.ofSource(reference.source()).isPresent()
                    && !reference.source().equals(Profile.shipped("casework").source());
            return Texts.of("hold").bilingual(list ? "caution.list" : "caution.casework", day);
        });
    }
}
