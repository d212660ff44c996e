package org.entente.release;

import java.util.List;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.UnfitValueException;
import org.entente.kernel.UseTerms;
import org.jspecify.annotations.Nullable;

/// What to release, to whom, on which terms. `inReplyTo` is the request this answers, if any; `casePseudonym` the
/// asker's pseudonym from that request, or the pseudonym of one's own case for a release nobody asked for.
/// `invented` marks composed fields that concern an invented subject of the demonstration.
public record SealOrder(
        AgreementId agreement,
        @Nullable EnvelopeId inReplyTo,
        String casePseudonym,
        LegalBasis basis,
        InstitutionId to,
        List<String> statementIds,
        List<AnswerField> fields,
        boolean invented,
        UseTerms terms) {
    public SealOrder {
        statementIds = statementIds.stream().distinct().toList();
        fields = List.copyOf(fields);
        int itemCount = statementIds.size() + fields.size();
        if (itemCount == 0 || itemCount > Limits.ITEMS_MAX) {
            throw new UnfitValueException(
                    "a release has 1 to 500 statements and fields", "una entrega tiene de 1 a 500 datos y campos");
        }
    }
}
