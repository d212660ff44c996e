package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;

/// Drafts about invented subjects.
final class AskExamples {
    static final AgreementId AGREEMENT = new AgreementId("us-mx");
    static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
    static final LegalBasis PALERMO = new LegalBasis("UNTOC-2000", "27");

    private AskExamples() {}

    /// Mexico asks ATF to trace an invented pistol.
    static Draft trace() {
        return new Draft(
                AGREEMENT,
                new RequestType("firearm-trace"),
                new InstitutionId("us-atf"),
                new CaseNumber("MX-2026-000007"),
                PALERMO,
                new Purpose("firearms-trafficking"),
                Urgency.ORDINARY,
                "",
                Set.of(HandlingCode.H1),
                "illicit-firearms",
                true,
                Map.of(
                        "serial", "INV123456",
                        "manufacturer", "Pecos Arms (invented)",
                        "firearmType", "pistol",
                        "calibre", "9 mm",
                        "model", "P9",
                        "countryOfOrigin", "US",
                        "importer", "none",
                        "recoveryDate", "2026-11-20",
                        "recoveryPlace", "Municipio inventado, Sonora"),
                Map.of("use.court-evidence", "no"),
                Set.of());
    }

    /// The United States ask about an invented company.
    static Draft police() {
        return new Draft(
                AGREEMENT,
                new RequestType("police-information"),
                new InstitutionId("mx-sat"),
                new CaseNumber("US-2026-000042"),
                PALERMO,
                new Purpose("illicit-finance"),
                Urgency.URGENT,
                "Funds leave in three days.",
                Set.of(HandlingCode.H0, HandlingCode.H1),
                "money-laundering",
                true,
                Map.of(
                        "question", "Status of an invented taxpayer in 2025.",
                        "reasonHeld", "A blind hit under handle 0a1b.",
                        "name", "Comercializadora Inventada Núñez, S.A. de C.V.",
                        "facts", "Invented transfers between two invented companies."),
                Map.of("use.court-evidence", "no", "migration.status-check", "no", "person.only-smuggled", "no"),
                Set.of());
    }

    /// The same, as if it were no exercise.
    static Draft live(Draft draft) {
        return new Draft(
                draft.agreement(),
                draft.type(),
                draft.to(),
                draft.caseNumber(),
                draft.basis(),
                draft.purpose(),
                draft.urgency(),
                draft.urgencyReason(),
                draft.handling(),
                draft.offence(),
                false,
                draft.fields(),
                draft.facts(),
                draft.assurances());
    }

    static Draft withFact(Draft draft, String key, String value) {
        Map<String, String> facts = new HashMap<>(draft.facts());
        facts.put(key, value);
        return with(draft, draft.basis(), draft.fields(), facts, draft.assurances());
    }

    static Draft withoutFact(Draft draft, String key) {
        Map<String, String> facts = new HashMap<>(draft.facts());
        facts.remove(key);
        return with(draft, draft.basis(), draft.fields(), facts, draft.assurances());
    }

    static Draft withField(Draft draft, String key, String value) {
        Map<String, String> fields = new HashMap<>(draft.fields());
        fields.put(key, value);
        return with(draft, draft.basis(), fields, draft.facts(), draft.assurances());
    }

    static Draft withBasis(Draft draft, LegalBasis basis) {
        return with(draft, basis, draft.fields(), draft.facts(), draft.assurances());
    }

    static Draft withAssurance(Draft draft, String key) {
        return with(draft, draft.basis(), draft.fields(), draft.facts(), Set.of(key));
    }

    static Draft to(Draft draft, InstitutionId to) {
        return new Draft(
                draft.agreement(),
                draft.type(),
                to,
                draft.caseNumber(),
                draft.basis(),
                draft.purpose(),
                draft.urgency(),
                draft.urgencyReason(),
                draft.handling(),
                draft.offence(),
                draft.demonstration(),
                draft.fields(),
                draft.facts(),
                draft.assurances());
    }

    private static Draft with(
            Draft draft,
            LegalBasis basis,
            Map<String, String> fields,
            Map<String, String> facts,
            Set<String> assurances) {
        return new Draft(
                draft.agreement(),
                draft.type(),
                draft.to(),
                draft.caseNumber(),
                basis,
                draft.purpose(),
                draft.urgency(),
                draft.urgencyReason(),
                draft.handling(),
                draft.offence(),
                draft.demonstration(),
                fields,
                facts,
                assurances);
    }
}
