package org.entente.api;

import java.util.List;
import org.entente.agreement.Ground;
import org.entente.agreement.Ruling;
import org.entente.kernel.Bilingual;
import org.jspecify.annotations.Nullable;

/// A ruling as the API shows it: the outcome's word, every rule that fired with its articles, and what is missing.
/// `provisional` says that it rests on an article that nobody has compared with the treaty.
public record RulingView(
        String outcome,
        @Nullable String ground,
        @Nullable Bilingual reason,
        List<RuleView> rules,
        List<String> missing,
        boolean provisional) {
    public record RuleView(String id, List<String> articles, Bilingual text, boolean checked) {
        static RuleView of(Ruling.FiredRule fired) {
            return new RuleView(
                    fired.rule().id(),
                    fired.rule().articles().stream()
                            .map(article -> article.basis().toString())
                            .toList(),
                    fired.rule().text(),
                    fired.rule().checked());
        }
    }

    static RulingView of(Ruling ruling) {
        List<String> missing = switch (ruling) {
            case Ruling.Unknown unknown -> unknown.missing();
            case Ruling.Refused _, Ruling.NeedsAssurance _, Ruling.MayRefuse _, Ruling.Permitted _ -> List.of();
        };
        Ground ground = ruling instanceof Ruling.Refused refused ? refused.ground() : null;
        return new RulingView(
                ruling.word(),
                ground == null ? null : ground.key(),
                ground == null ? null : ground.text(),
                ruling.trace().fired().stream().map(RuleView::of).toList(),
                missing,
                ruling.trace().provisional());
    }
}
