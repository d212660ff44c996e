package org.entente.agreement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Bilingual;
import org.entente.kernel.LegalBasis;

/// Something the agreement lets one party ask of the other: its form and the articles it may be asked under.
public record Measure(String key, Bilingual title, List<FormSection> form, List<LegalBasis> bases, Set<String> facts) {
    public Measure {
        form = List.copyOf(form);
        bases = List.copyOf(bases);
        facts = Set.copyOf(facts);
    }

    public Optional<FormField> field(String key) {
        return form.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.key().equals(key))
                .findFirst();
    }

    /// A heading of the form with its fields in order.
    public record FormSection(Bilingual heading, List<FormField> fields) {
        public FormSection {
            fields = List.copyOf(fields);
        }
    }

    /// One field of the form: label, what to write, whether it must be filled, and the most characters it takes.
    /// `article` is the provision that asks for it.
    public record FormField(
            String key, Bilingual label, Bilingual hint, boolean required, int lengthMax, LegalBasis article) {}
}
