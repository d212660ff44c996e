package org.entente.ask;

import java.util.List;
import org.entente.kernel.UseTerms;
import org.entente.release.AnswerField;

/// What to answer with: own statements by id, fields an officer composed, and the terms. To whom, under which basis and
/// for which request is the request's own and cannot be chosen.
public record AnswerOrder(List<String> statementIds, List<AnswerField> fields, UseTerms terms) {
    public AnswerOrder {
        statementIds = List.copyOf(statementIds);
        fields = List.copyOf(fields);
    }
}
