package org.entente.match.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.match.link.Blocking;
import org.entente.match.link.Linking;
import org.entente.match.link.Pairs;
import org.junit.jupiter.api.Test;

class ModelTest {
    private static final Model SHIPPED = Model.shipped();

    private static Facet person(Object... said) {
        List<Value> values = new ArrayList<>();
        for (int at = 0; at < said.length; at += 2) {
            values.add(new Value((Field) said[at], (String) said[at + 1], "row " + at));
        }
        return new Facet(Kind.PERSON, values);
    }

    private static double bits(Facet one, Facet other) {
        return SHIPPED.judge(one, other).bits();
    }

    @Test
    void thePriorAndThePartsSumToTheScoreExactly() {
        Random random = new Random(3);
        List<Facet> all = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            all.add(any(random));
        }
        Collection counted = Collection.of(all);
        for (Prepared one : counted.records()) {
            for (Prepared other : counted.records()) {
                Judgement judgement = SHIPPED.judge(counted, one, other);
                double sum = judgement.priorBits()
                        + judgement.parts().stream().mapToDouble(Part::bits).sum();
                assertEquals(sum, judgement.bits(), 0);
                assertEquals(judgement.bits(), SHIPPED.bits(counted, one, other), 0);
                assertEquals(judgement.bits(), SHIPPED.bits(counted, other, one), 0, "either way round");
            }
        }
    }

    private static Facet any(Random random) {
        List<Object> said =
                new ArrayList<>(List.of(Field.NAME, pick(random, "Ana Luna", "Ana Luna Quiroz", "Beto Luna")));
        String day = "19" + (60 + random.nextInt(5)) + "-0" + (1 + random.nextInt(3)) + "-0" + (1 + random.nextInt(3));
        said.addAll(List.of(Field.BIRTH_DATE, pick(random, day, "1961", "1961-02")));
        said.addAll(List.of(Field.LOCALITY, pick(random, "Villa Ejemplo", "Villa Ejemplos", "Otra Villa")));
        said.addAll(List.of(Field.POSTCODE, pick(random, "01000", "01001", "99999")));
        said.addAll(List.of(Field.TELEPHONE, pick(random, "+52 55 1234 5678", "+52 55 1234 5679")));
        said.addAll(List.of(Field.EMAIL, pick(random, "ana@example.org", "anna@example.org", "x@example.com")));
        return person(said.toArray());
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    @Test
    void whatOneSideDoesNotSaySaysNothing() {
        Facet name = person(Field.NAME, "Ana Luna Quiroz");
        Facet more = person(Field.NAME, "Ana Luna Quiroz", Field.BIRTH_DATE, "1961-02-03", Field.SEX, "F");
        assertEquals(bits(name, name), bits(name, more), 0);
    }

    @Test
    void aNameAloneMergesNobody() {
        Facet common = person(Field.NAME, "Maria Hernandez Garcia");
        Facet rare = person(Field.NAME, "Xochitl Guadalupe Zazueta Quiroz");
        assertTrue(bits(common, common) < Threshold.REVIEW.bits());
        Facet dated = person(Field.NAME, "Maria Hernandez Garcia", Field.BIRTH_DATE, "1961-02-03");
        assertTrue(bits(dated, dated) > bits(common, common) + 10);
        assertTrue(bits(rare, rare) > bits(common, common) + 10);
    }

    @Test
    void twoValidCurpsThatDifferCountAgainstAndNeverVeto() {
        Object[] same = {
            Field.NAME, "Xochitl Guadalupe Zazueta Quiroz", Field.BIRTH_DATE, "1961-02-03", Field.PASSPORT, "G12345678"
        };
        List<Object> one = new ArrayList<>(List.of(same));
        List<Object> other = new ArrayList<>(List.of(same));
        double without = bits(person(one.toArray()), person(other.toArray()));
        one.addAll(List.of(Field.CURP, "BEXA900101HDFXXX09"));
        other.addAll(List.of(Field.CURP, "GOVI810421HDFNKN02"));
        double with = bits(person(one.toArray()), person(other.toArray()));
        assertTrue(with < without - 2 && with > without - 12.1, with + " after " + without);
        assertTrue(with > Threshold.MERGE.bits(), "the rest of the evidence still carries: " + with);
    }

    @Test
    void aPlaceSaidThreeTimesCountsOnce() {
        Facet postcode = person(Field.NAME, "Ana Luna", Field.POSTCODE, "01000");
        Facet all = person(
                Field.NAME,
                "Ana Luna",
                Field.POSTCODE,
                "01000",
                Field.LOCALITY,
                "Villa Ejemplo",
                Field.REGION,
                "Sonora");
        assertEquals(bits(postcode, postcode), bits(all, all), 0);
    }

    @Test
    void aCoveredOrPlaceholderNumberIsNoEvidence() {
        Facet covered = person(Field.NAME, "Ana Luna", Field.RFC, "XXXXXXXXXXXX");
        Facet general = person(Field.NAME, "Ana Luna", Field.RFC, "XAXX010101000");
        Facet none = person(Field.NAME, "Ana Luna");
        assertEquals(bits(none, none), bits(covered, covered), 0);
        assertEquals(bits(none, none), bits(general, general), 0);
    }

    @Test
    void datesAgreeInDegrees() {
        double exact = dated("1961-02-03", "1961-02-03");
        double swapped = dated("1961-02-03", "1961-03-02");
        double slip = dated("1961-02-03", "1961-02-08");
        double yearOnly = dated("1961-02-03", "1961-07-19");
        double known = dated("1961-02-03", "1961");
        double other = dated("1961-02-03", "1974-08-19");
        assertTrue(exact > swapped && swapped > slip && slip > yearOnly && yearOnly > other);
        assertTrue(known > other && known < slip);
    }

    private static double dated(String one, String other) {
        return bits(
                person(Field.NAME, "Ana Luna", Field.BIRTH_DATE, one),
                person(Field.NAME, "Ana Luna", Field.BIRTH_DATE, other));
    }

    @Test
    void theSameInputTeachesTheSameBits() {
        Random random = new Random(8);
        List<Facet> all = new ArrayList<>();
        for (int at = 0; at < 400; at++) {
            all.add(any(random));
        }
        List<Double> first = learned(all);
        assertEquals(first, learned(all));
        assertTrue(first.stream().allMatch(Double::isFinite));
    }

    private static List<Double> learned(List<Facet> all) {
        Collection collection = Collection.of(all);
        Pairs pairs = Blocking.of(collection).pairs();
        Model model = Training.train(collection, pairs, 1);
        List<Double> bits = new ArrayList<>();
        for (int at = 0; at < Math.min(500, pairs.count()); at++) {
            bits.add(model.bits(
                    collection,
                    collection.records().get(pairs.low(at)),
                    collection.records().get(pairs.high(at))));
        }
        for (int cluster : Linking.clusters(collection, model, pairs, Threshold.LINK.bits())) {
            bits.add((double) cluster);
        }
        return bits;
    }
}
