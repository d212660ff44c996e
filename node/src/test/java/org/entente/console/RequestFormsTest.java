package org.entente.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Measure;
import org.entente.agreement.pack.ShippedPack;
import org.entente.ask.RequestType;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Language;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.junit.jupiter.api.Test;

class RequestFormsTest {
    private static final Agreement LAW = ShippedPack.read();

    private final Lexicon lexicon = FindViewsTest.lexicon(Language.ES);

    @Test
    void anEmptyFormNamesEveryFieldThatIsNeededAtOnce() {
        for (RequestType type : RequestType.all(LAW)) {
            FormReader reader = new FormReader(lexicon.words(), Form.EMPTY);
            assertTrue(RequestForms.draft(lexicon, type, reader).isEmpty());
            Set<String> needed = LAW.measure(type.measure())
                    .fields()
                    .filter(Measure.FormField::required)
                    .map(Measure.FormField::key)
                    .collect(Collectors.toSet());
            needed.addAll(Set.of("to", "case", "basis", "purpose"));
            for (String field : needed) {
                assertFalse(reader.form().error(field).isEmpty(), type.measure() + " " + field);
            }
        }
    }

    /// A firearm and a consignment are things; all other types are about persons.
    @Test
    void whatBearsOnHumanRightsIsAskedOfWhoeverWritesBeforeAnythingLeaves() {
        Set<String> whatLiesBehind = Set.of("case.tainted", "case.persecutes");
        Set<String> whoIsAskedAbout = Set.of("person.fled-here", "person.only-smuggled", "migration.status-check");
        asks("police-information", whoIsAskedAbout);
        asks("mutual-legal-assistance", whoIsAskedAbout);
        for (String type :
                List.of("mutual-legal-assistance", "provisional-arrest", "extradition", "transfer-outside-treaty")) {
            asks(type, whatLiesBehind);
        }
        asks("spontaneous-intelligence", Set.of("person.only-smuggled", "migration.status-check"));
        asks("identification-of-persons", Set.of("identification.used-against-family", "migration.status-check"));
        asks("joint-team", Set.of("force.planned"));
    }

    private void asks(String type, Set<String> facts) {
        Set<String> asked = RequestForms.write(
                        lexicon,
                        officer("us-central-authority"),
                        new RequestType(type),
                        "",
                        "",
                        Form.EMPTY,
                        RequestForms.Law.SILENT)
                .lawAsks()
                .stream()
                .map(field -> field.name().replaceFirst("^facts[.]", ""))
                .collect(Collectors.toSet());
        assertTrue(asked.containsAll(facts), type + " asks " + asked);
    }

    @Test
    void anInstitutionIsOfferedWhatTheAgreementLetsItAsk() {
        assertEquals(List.of("police-information", "spontaneous-intelligence"), offered("us-treasury"));
        assertEquals(
                List.of("police-information", "firearm-trace", "spontaneous-intelligence", "controlled-delivery"),
                offered("us-atf"));
        assertEquals(
                List.of(
                        "police-information",
                        "firearm-trace",
                        "mutual-legal-assistance",
                        "identification-of-persons",
                        "provisional-arrest",
                        "spontaneous-intelligence",
                        "extradition",
                        "controlled-delivery",
                        "joint-team",
                        "transfer-outside-treaty"),
                offered("us-central-authority"));
        assertEquals(List.of("extradition"), offered("us-state"));
    }

    private List<String> offered(String institution) {
        return RequestForms.types(lexicon, officer(institution)).types().stream()
                .map(row -> row.href().replace("/requests/new?type=", ""))
                .toList();
    }

    private static Officer officer(String institution) {
        return new Officer(
                new OfficerId("us-somebody"),
                new Party("US"),
                new InstitutionId(institution),
                "Somebody",
                Set.of(Role.CASE_OFFICER));
    }
}
