package org.entente.hold;

import java.util.List;
import org.entente.hold.imports.Profile;
import org.entente.kernel.Bilingual;

/// What can be taken in: a profile by its key, and the parts its files come in, of which the first is always needed.
///
/// @param isList whether it is a publisher's list, whose date must be named
public record ImportKind(String profile, Bilingual name, Bilingual publisher, List<String> parts, boolean isList) {
    public ImportKind {
        parts = List.copyOf(parts);
    }

    public static List<ImportKind> all() {
        return Profile.all().stream().map(ImportKind::of).toList();
    }

    /// @throws org.entente.kernel.EntenteException HOLD_PROFILE_UNKNOWN
    public static ImportKind ofProfile(String key) {
        return of(Profile.shipped(key));
    }

    private static ImportKind of(Profile profile) {
        return new ImportKind(
                profile.key(),
                profile.name(),
                profile.publisher(),
                profile.parts(),
                profile.format() != Profile.Format.CASEWORK);
    }
}
