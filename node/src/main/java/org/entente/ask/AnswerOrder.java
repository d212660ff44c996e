package org.entente.ask;

import java.util.List;
import org.entente.kernel.UseTerms;
import org.entente.release.AnswerField;

/// What to answer with: own statements by id, fields an officer composed, and the terms. To whom, under which basis and
/// for which request is the request's own and cannot be chosen.
///
/// @param rest what still follows, if this answers a part; empty if it answers the whole and ends the request
public record AnswerOrder(List<String> statementIds, List<AnswerField> fields, UseTerms terms, String rest) {
    public AnswerOrder {
        statementIds = List.copyOf(statementIds);
        fields = List.copyOf(fields);
    }

    /// An answer to the whole.
    public AnswerOrder(List<String> statementIds, List<AnswerField> fields, UseTerms terms) {
        this(statementIds, fields, terms, "");
    }
}
