package org.entente.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.Test;

class AgreementTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private final Agreement agreement = ShippedPack.read();

    @Test
    void theShippedLawIsAsLargeAsTheIssueAsks() {
        AgreementText text = agreement.text();
        assertTrue(text.rules().size() >= 10);
        assertTrue(text.grounds().size() >= 4);
        assertTrue(text.clocks().size() >= 2);
        assertEquals(
                List.of(
                        "police-information",
                        "firearm-trace",
                        "mutual-legal-assistance",
                        "identification-of-persons",
                        "operation-on-territory",
                        "blind-query",
                        "provisional-arrest",
                        "spontaneous-intelligence",
                        "extradition",
                        "controlled-delivery",
                        "joint-team",
                        "transfer-outside-treaty"),
                text.measures().stream().map(Measure::key).toList());
        assertTrue(agreement.discovery().sharesClearances());
    }

    @Test
    void nobodyHasCheckedAnArticleYet() {
        for (Instrument instrument : agreement.text().instruments()) {
            for (Article article : instrument.articles()) {
                assertFalse(article.checked(), article.basis().toString());
            }
        }
    }

    @Test
    void noPurposeIsForceOrMigrationControl() {
        List<String> purposes =
                agreement.text().purposes().stream().map(PurposeTerm::key).toList();
        assertEquals(
                List.of(
                        "criminal-investigation",
                        "prosecution",
                        "illicit-finance",
                        "firearms-trafficking",
                        "missing-persons",
                        "threat-to-life"),
                purposes);
        assertFalse(agreement.hasPurpose(new Purpose("migration-control")));
    }

    @Test
    void refusingForHumanRightsIsOpenForEveryMeasureAndAsksForNothingMore() {
        for (Measure measure : agreement.text().measures()) {
            assertEquals(
                    "human-rights", agreement.grounds(measure.key()).getFirst().key(), measure.key());
        }
    }

    @Test
    void everyBasisAFormOffersIsPermittedOrNamesWhatIsMissing() {
        for (Measure measure : agreement.text().measures()) {
            for (LegalBasis basis : measure.bases()) {
                assertTrue(agreement.article(basis).isPresent(), basis.toString());
                Map<String, Fact> facts = new HashMap<>();
                facts.put("basis.instrument", Fact.choice(basis.instrument()));
                Ruling ruling = agreement.rule(new Question(measure.key(), facts), DAY);
                assertInstanceOf(Ruling.Unknown.class, ruling, measure.key() + " " + basis);
            }
        }
    }

    @Test
    void everyInstrumentThatDoesNotBindBothIsRefusedForEveryMeasure() {
        for (Instrument instrument : agreement.text().instruments()) {
            // The pack's own rules bind both once both have signed it.
            boolean binding = Stream.of(Instrument.Standing.PARTY, Instrument.Standing.AGREED)
                    .anyMatch(standing -> agreement.text().parties().stream()
                            .allMatch(party -> instrument.standingFor(party.party()) == standing));
            for (Measure measure : agreement.text().measures()) {
                Map<String, Fact> facts = Map.of("basis.instrument", Fact.choice(instrument.key()));
                boolean refused = agreement.rule(new Question(measure.key(), facts), DAY) instanceof Ruling.Refused
                        || permitsAreImpossible(measure.key(), facts);
                assertTrue(binding || refused, instrument.key() + " for " + measure.key());
            }
        }
    }

    private boolean permitsAreImpossible(String measure, Map<String, Fact> facts) {
        return agreement.text().rules().stream()
                .filter(rule -> rule.measures().contains(measure) && rule.effect() instanceof Effect.Permits)
                .allMatch(rule -> rule.when().evaluate(facts).truth() == Truth.FALSE);
    }

    @Test
    void undeclaredAndUnfitFactsAreTheCallersErrorsNotRulings() {
        EntenteException undeclared = assertThrows(
                EntenteException.class,
                () -> agreement.rule(new Question("blind-query", Map.of("colour", Fact.YES)), DAY));
        assertEquals(AgreementCode.AGREEMENT_FACT_UNDECLARED, undeclared.code());
        EntenteException unfit = assertThrows(
                EntenteException.class,
                () -> agreement.rule(new Question("blind-query", Map.of("case.named", Fact.choice("yes"))), DAY));
        assertEquals(AgreementCode.AGREEMENT_FACT_UNFIT, unfit.code());
        EntenteException measure =
                assertThrows(EntenteException.class, () -> agreement.rule(new Question("arrest", Map.of()), DAY));
        assertEquals(AgreementCode.AGREEMENT_MEASURE_UNKNOWN, measure.code());
    }

    @Test
    void anUnknownAgreementIsTheCallersError() {
        Agreements agreements = new Agreements(List.of(agreement));
        assertEquals(agreement, agreements.current(new AgreementId("us-mx")));
        assertThrows(EntenteException.class, () -> agreements.current(new AgreementId("us-ca")));
    }

    @Test
    void institutionsServeTheMeasuresTheyAreCompetentFor() {
        Institution atf = agreement.institution(new InstitutionId("us-atf")).orElseThrow();
        assertTrue(atf.isCompetentFor("firearm-trace"));
        assertFalse(atf.isCompetentFor("operation-on-territory"));
        Institution authority =
                agreement.institution(new InstitutionId("mx-central-authority")).orElseThrow();
        assertTrue(authority.isCompetentFor("operation-on-territory"));
    }

    @Test
    void precedenceHoldsForAnyFacts() {
        long seed = 20260101L;
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            Question question = question(random);
            Ruling ruling = agreement.rule(question, DAY);
            String where = "seed " + seed + ", round " + round + ": " + question;
            List<Effect> effects = ruling.trace().fired().stream()
                    .map(one -> one.rule().effect())
                    .toList();
            boolean refuses = effects.stream().anyMatch(Effect.Refuses.class::isInstance);
            boolean permits = effects.stream().anyMatch(Effect.Permits.class::isInstance);
            switch (ruling) {
                case Ruling.Refused _ -> assertTrue(refuses || !permits, where);
                case Ruling.Unknown unknown -> {
                    assertFalse(refuses, where);
                    assertFalse(unknown.missing().isEmpty(), where);
                }
                case Ruling.NeedsAssurance _, Ruling.MayRefuse _, Ruling.Permitted _ ->
                    assertTrue(permits && !refuses, where);
            }
            assertEquals(ruling, agreement.rule(question, DAY), where);
        }
    }

    @Test
    void statingMoreNeverLiftsAMandatoryRefusal() {
        long seed = 42L;
        Random random = new Random(seed);
        for (int round = 0; round < 4_000; round++) {
            Question full = question(random);
            Map<String, Fact> fewer = new HashMap<>(full.facts());
            fewer.keySet().removeIf(key -> random.nextBoolean());
            Ruling before = agreement.rule(new Question(full.measure(), fewer), DAY);
            Ruling after = agreement.rule(full, DAY);
            String where = "seed " + seed + ", round " + round + ": " + full;
            if (before instanceof Ruling.Refused) {
                assertInstanceOf(Ruling.Refused.class, after, where);
            }
            if (before.allows() && before instanceof Ruling.Permitted) {
                assertTrue(after.allows() || after instanceof Ruling.NeedsAssurance, where);
            }
        }
    }

    private Question question(Random random) {
        List<Measure> measures = agreement.text().measures();
        Measure measure = measures.get(random.nextInt(measures.size()));
        Map<String, Fact> facts = new TreeMap<>();
        for (FactTerm term : agreement.text().facts()) {
            if (measure.facts().contains(term.key()) && random.nextInt(8) != 0) {
                facts.put(term.key(), value(term, random));
            }
        }
        return new Question(measure.key(), facts);
    }

    private static Fact value(FactTerm term, Random random) {
        return switch (term.kind()) {
            case YES_NO -> Fact.of(random.nextBoolean());
            case NUMBER -> new Fact.Amount(random.nextInt(5));
            case CHOICE -> {
                List<String> options = new ArrayList<>(term.options().sequencedKeySet());
                yield Fact.choice(options.get(random.nextInt(options.size())));
            }
        };
    }
}
