package org.entente.hold.invented;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.EvidentialStatus;

/// Invented casework for both parties of a demonstration: equal seeds and sizes give equal bytes. Nobody in it
/// exists; names come from small tables and identifiers from ranges that are given to nobody
/// ([InventedIdentifiers]).
///
/// One in a hundred subjects is known to both sides, by equal identifiers and a damaged name: four taxpayers
/// (one cleared by a court in Mexico, all designated under an invented United States programme), twenty
/// firearms, and people. Two hundred protected persons a side are known to that side alone. `truth.json` beside
/// the files says it all.
public final class Population {
    /// The day the files speak of; fixed, so that a seed is enough to make them again.
    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 1);

    public static final String PROGRAMME = "INVENTED-NARCOTICS";
    public static final int PROTECTED_COUNT = 200;
    public static final int SUBJECT_COUNT_MIN = 3_000;
    public static final int SUBJECT_COUNT_MAX = 2_000_000;
    static final int COMMON_TAXPAYER_COUNT = 4;
    static final int COMMON_FIREARM_COUNT = 20;
    static final int DESIGNATED_COUNT = 60;

    private Population() {}

    /// Writes `US.casework.jsonl`, `MX.casework.jsonl` and `truth.json` into the folder: 20,000 subjects a side
    /// take about two seconds and 12 MB.
    ///
    /// @throws IllegalArgumentException below 3,000 or above 2,000,000 subjects a side
    public static void write(Path folder, long seed, int subjectCount) throws IOException {
        if (subjectCount < SUBJECT_COUNT_MIN || subjectCount > SUBJECT_COUNT_MAX) {
            throw new IllegalArgumentException("subjects a side: " + SUBJECT_COUNT_MIN + " to " + SUBJECT_COUNT_MAX);
        }
        Files.createDirectories(folder);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        InventedIdentifiers identifiers = new InventedIdentifiers(random);
        Truth truth = new Truth(seed, subjectCount);
        try (CaseworkFile usFile = new CaseworkFile(folder.resolve("US.casework.jsonl"), "US", AS_OF);
                CaseworkFile mxFile = new CaseworkFile(folder.resolve("MX.casework.jsonl"), "MX", AS_OF)) {
            Side us = new Side("US", usFile, random, identifiers);
            Side mx = new Side("MX", mxFile, random, identifiers);
            taxpayers(us, mx, identifiers, random, truth);
            firearms(us, mx, identifiers, random, truth);
            people(us, mx, identifiers, subjectCount / 100 - COMMON_TAXPAYER_COUNT - COMMON_FIREARM_COUNT, truth);
            List<Integer> rare = rareSurnames(random);
            for (int i = 0; i < PROTECTED_COUNT; i++) {
                truth.addProtected("US", us.protectedPerson(i, rare.get(i)));
                truth.addProtected("MX", mx.protectedPerson(i, rare.get(PROTECTED_COUNT + i)));
            }
            us.fill(subjectCount);
            mx.fill(subjectCount);
        }
        Files.writeString(folder.resolve("truth.json"), truth.json(), StandardCharsets.UTF_8);
    }

    private static void taxpayers(
            Side us, Side mx, InventedIdentifiers identifiers, RandomGenerator random, Truth truth) throws IOException {
        for (int i = 0; i < DESIGNATED_COUNT; i++) {
            String name = InventedNames.company(random, 1_000 + i);
            String rfc = identifiers.companyRfc(name);
            String usLocator = us.company(name, rfc, EvidentialStatus.LISTED, PROGRAMME);
            truth.addDesignated(rfc);
            if (i < COMMON_TAXPAYER_COUNT) {
                boolean cleared = i == COMMON_TAXPAYER_COUNT - 1;
                String mxLocator = mx.company(
                        name.replace(" de C.V.", " DE CV"),
                        rfc,
                        cleared ? EvidentialStatus.CLEARED_BY_COURT : EvidentialStatus.LISTED_FINAL,
                        "");
                truth.addCommonTaxpayer(usLocator, mxLocator, rfc, cleared);
            }
        }
    }

    private static void firearms(Side us, Side mx, InventedIdentifiers identifiers, RandomGenerator random, Truth truth)
            throws IOException {
        for (int i = 0; i < COMMON_FIREARM_COUNT; i++) {
            Firearm firearm = Firearm.any(random, identifiers);
            String usLocator = us.firearm(firearm, true);
            String mxLocator = mx.firearm(firearm, false);
            String recovery = mx.recovery(mxLocator);
            truth.addFirearm(firearm, usLocator, mxLocator, recovery);
        }
    }

    private static void people(Side us, Side mx, InventedIdentifiers identifiers, int count, Truth truth)
            throws IOException {
        for (int i = 0; i < count; i++) {
            Person person = identifiers.anyone();
            boolean byCurp = i % 3 != 1;
            boolean byRfc = i % 3 != 2;
            String usLocator = us.person(person, byCurp, byRfc, true);
            String mxLocator = mx.person(person, byCurp, byRfc, false);
            truth.addCommonPerson(person, usLocator, mxLocator, byCurp, byRfc);
        }
    }

    private static List<Integer> rareSurnames(RandomGenerator random) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < InventedNames.RARE_COUNT; i++) {
            numbers.add(random.nextInt(i + 1), i);
        }
        return numbers;
    }
}
