package org.entente.agreement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entente.kernel.Bilingual;

/// Codes of others, how they are read as ours and ours as theirs. The sender's own code is to be kept
/// beside the one it is read as. `checked` says whether a person has compared the mapping with its
/// source.
public record CodeSystem(String key, Bilingual name, String source, boolean checked, List<Scale> scales) {
    public CodeSystem {
        scales = List.copyOf(scales);
    }

    /// What a code is about.
    public enum Axis {
        HANDLING,
        SOURCE,
        INFORMATION;

        /// As the pack writes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Both directions of one axis, each from the freest or surest code to the strictest.
    public record Scale(Axis axis, List<Read> reads, List<Given> gives) {
        public Scale {
            reads = List.copyOf(reads);
            gives = List.copyOf(gives);
        }
    }

    /// A code of theirs and the codes of ours it is read as. What is lost on the way is said; absent, nothing is.
    public record Read(String code, Bilingual means, List<String> as, Optional<Bilingual> loses) {
        public Read {
            as = List.copyOf(as);
        }
    }

    /// A code of ours and the code of theirs it is given as.
    public record Given(String own, String code, Optional<Bilingual> loses) {}
}
