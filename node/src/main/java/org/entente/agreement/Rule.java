package org.entente.agreement;

import java.util.List;
import java.util.Set;
import org.entente.kernel.Bilingual;

/// One rule of the pack: for these measures, when the condition holds, this effect, resting on these articles.
public record Rule(
        String id, Set<String> measures, Condition when, Effect effect, List<Article> articles, Bilingual text) {
    public Rule {
        measures = Set.copyOf(measures);
        articles = List.copyOf(articles);
    }

    public boolean checked() {
        return articles.stream().allMatch(Article::checked);
    }
}
