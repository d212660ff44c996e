package org.entente.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Purpose;
import org.entente.kernel.SourceReference;
import org.entente.kernel.Statement;
import org.entente.kernel.UseTerms;

/// Invented statements and terms for the tests of this room.
final class ReleaseExamples {
    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    static final LegalBasis BASIS = new LegalBasis("UNTOC-2000", "27(1)(a)");
    static final Purpose PURPOSE = new Purpose("firearms-trafficking");
    static final String CASE_PSEUDONYM = "0123456789abcdef";

    private ReleaseExamples() {}

    static Statement statement(String id, PersonClass personClass, HandlingCode... handling) {
        return new Statement(
                id,
                "first-purchaser",
                "Invented Purchaser Núñez " + id,
                new SourceReference("casework", "row " + id, LocalDate.of(2026, 11, 1), true),
                LocalDate.of(2024, 5, 6),
                NOW.minusSeconds(86_400),
                new LegalBasis("US-GCA", ""),
                Set.of(handling),
                new EvaluationCode("B2"),
                LocalDate.of(2030, 1, 1),
                personClass);
    }

    static UseTerms terms(Instant expires, HandlingCode... handling) {
        return new UseTerms(PURPOSE, Set.of(handling), "Only for the case named.", false, expires);
    }

    static SealOrder order(UseTerms terms, String... ids) {
        return new SealOrder(
                Side.AGREEMENT,
                null,
                CASE_PSEUDONYM,
                BASIS,
                new InstitutionId("mx-fgr-aic"),
                List.of(ids),
                List.of(new AnswerField(
                        "time-to-crime-days", "912", PersonClass.NOT_A_PERSON, new EvaluationCode("A1"))),
                true,
                terms);
    }
}
