package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.Assurance;
import org.entente.agreement.FactTerm;
import org.entente.agreement.Measure;
import org.entente.agreement.pack.ShippedPack;
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

    private static final Set<String> GOOD_IF_YES = Set.of(
            "information.held",
            "offence.dual-criminality",
            "transfer.consented",
            "team.accredited",
            "delivery.watched",
            "transfer.domestic-decision",
            "transfer.counsel-and-judge",
            "collectedLawfully",
            "translated");

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
                Map.of(
                        "use.court-evidence", "no",
                        "migration.status-check", "no",
                        "person.only-smuggled", "no",
                        "person.fled-here", "no"),
                Set.of());
    }

    /// The United States ask for the provisional arrest of an invented person.
    static Draft arrest() {
        return complete(
                "provisional-arrest", "mx-central-authority", new LegalBasis("EXT-1978", "11(1)"), "prosecution");
    }

    /// The United States ask for invented records.
    static Draft assistance() {
        return complete(
                "mutual-legal-assistance", "mx-central-authority", new LegalBasis("MLAT-1987", "1"), "prosecution");
    }

    /// A request of the United States of every type of the shipped pack, under the first basis that the law permits.
    static List<Draft> all() {
        Agreement law = ShippedPack.read();
        return law.requests().stream().map(AskExamples::first).toList();
    }

    private static Draft first(Measure measure) {
        String purpose = measure.key().equals("identification-of-persons") ? "missing-persons" : "prosecution";
        return complete(measure.key(), "mx-central-authority", measure.bases().getFirst(), purpose);
    }

    static Map<String, String> arrestForm() {
        return Map.of(
                "arrestPlace", "Ciudad inventada, Sonora",
                "custodyGained", "By an invented force, on the warrant.",
                "rightsRead", "yes",
                "consulateTold", "yes");
    }

    /// A request of the United States of any type of the shipped pack: its whole form filled in, every fact of the
    /// asking side answered with no, every undertaking given.
    static Draft complete(String type, String to, LegalBasis basis, String purpose) {
        Agreement law = ShippedPack.read();
        Measure measure = law.measure(type);
        boolean isArrest = type.equals("provisional-arrest");
        Map<String, String> facts = new HashMap<>();
        facts(law, measure, FactTerm.AskedOf.REQUESTING).forEach(term -> facts.put(term.key(), harmless(term)));
        return new Draft(
                AGREEMENT,
                new RequestType(type),
                new InstitutionId(to),
                new CaseNumber("US-2026-000077"),
                basis,
                new Purpose(purpose),
                isArrest ? Urgency.URGENT : Urgency.ORDINARY,
                isArrest ? "The invented person is about to leave." : "",
                Set.of(HandlingCode.H1),
                measure.namesOffence() ? "money-laundering" : "",
                true,
                measure.fields().collect(Collectors.toMap(Measure.FormField::key, AskExamples::value)),
                facts,
                law.text().assurances().stream().map(Assurance::key).collect(Collectors.toSet()));
    }

    /// Something harmless that the field takes.
    static String value(Measure.FormField field) {
        return switch (field.kind()) {
            case TEXT -> "Invented.";
            case DAY -> "2026-11-20";
            case YES_NO -> GOOD_IF_YES.contains(field.key()) ? "yes" : "no";
            case NUMBER -> "2";
            case CHOICE -> field.options().sequencedKeySet().getFirst();
            case TABLE -> field.columns().stream().map(AskExamples::value).collect(Collectors.joining(","));
        };
    }

    /// What the lawyer of the asked side states where nothing stands against a request.
    static Map<String, String> nothingStandsAgainst(RequestType type) {
        Agreement law = ShippedPack.read();
        return facts(law, law.measure(type.measure()), FactTerm.AskedOf.REQUESTED)
                .collect(Collectors.toMap(FactTerm::key, AskExamples::harmless));
    }

    private static Stream<FactTerm> facts(Agreement law, Measure measure, FactTerm.AskedOf side) {
        return law.text().facts().stream()
                .filter(term -> term.askedOf() == side && measure.facts().contains(term.key()));
    }

    private static String harmless(FactTerm term) {
        return switch (term.kind()) {
            case YES_NO -> GOOD_IF_YES.contains(term.key()) ? "yes" : "no";
            case CHOICE -> term.options().sequencedKeySet().getFirst();
            case NUMBER -> "10";
        };
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
