package org.entente.paper;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;

/// Papers about invented things.
final class PaperExamples {
    static final Instant MADE = Instant.parse("2026-11-24T16:00:00Z");

    private PaperExamples() {}

    static Paper saying(String text) {
        return new Paper(
                "US-2026-000012",
                new Bilingual("Request for police information", "Solicitud de información policial"),
                List.of(new Bilingual("DEMONSTRATION", "DEMOSTRACIÓN"), new Bilingual("PROVISIONAL", "PROVISIONAL")),
                List.of(HandlingCode.H1, HandlingCode.H0),
                List.of(new Bilingual(
                        "Demonstration: invented subjects, no real case.",
                        "Demostración: sujetos inventados, ningún caso real.")),
                List.of(
                        new Paper.Part(
                                new Bilingual("What is sought", "Qué se solicita"),
                                List.of("EU-2023-977 art. 4"),
                                List.of(
                                        new Paper.Line(
                                                new Bilingual("Information sought", "Información solicitada"),
                                                new Bilingual(text, text)),
                                        new Paper.Line(
                                                new Bilingual("Urgency", "Urgencia"),
                                                new Bilingual("Ordinary", "Ordinaria")))),
                        new Paper.Part(
                                new Bilingual("How it travelled", "Cómo viajó"),
                                List.of(),
                                List.of(new Paper.Line(
                                        new Bilingual("Envelope", "Sobre"),
                                        new Bilingual("00ff".repeat(16), "00ff".repeat(16)),
                                        true)))),
                new Paper.Signatory(
                        new InstitutionId("us-central-authority"),
                        new Bilingual("United States central authority", "Autoridad central de los Estados Unidos")),
                MADE);
    }
}
