package org.entente.paper;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;

/// A document about a case, in both languages and in the order in which it is read. What a person typed
/// is the same in both and stands once.
///
/// @param number identifies the case on every page
/// @param marks single words that stand on every page, such as a draft's
/// @param handling on every page, in their order
/// @param notices what is to be read first
/// @param made when the document was made; the only time that its file holds
public record Paper(
        String number,
        Bilingual title,
        List<Bilingual> marks,
        List<HandlingCode> handling,
        List<Bilingual> notices,
        List<Part> parts,
        Signatory signatory,
        Instant made) {
    public Paper {
        marks = List.copyOf(marks);
        handling = handling.stream().sorted().distinct().toList();
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
    }

    /// A heading with its lines.
    ///
    /// @param articles the provisions that ask for it; empty if none does
    public record Part(Bilingual heading, List<String> articles, List<Line> lines) {
        public Part {
            articles = List.copyOf(articles);
            lines = List.copyOf(lines);
        }
    }

    /// A value under its label.
    ///
    /// @param isCode whether it is compared sign by sign, as a hash
    public record Line(Bilingual label, Bilingual value, boolean isCode) {
        public Line(Bilingual label, Bilingual value) {
            this(label, value, false);
        }
    }

    /// The institution whose key signs, as the party's own papers name it.
    public record Signatory(InstitutionId institution, Bilingual name) {}

    /// H0 H1.
    String handlingCodes() {
        return String.join(" ", handling.stream().map(HandlingCode::name).toList());
    }
}
