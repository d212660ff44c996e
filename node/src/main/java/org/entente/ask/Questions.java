package org.entente.ask;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Fact;
import org.entente.agreement.FactReading;
import org.entente.agreement.Measure;
import org.entente.agreement.Question;
import org.entente.agreement.Ruling;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Purpose;

/// Puts a request to the law: what the node reads from the request itself, what the requesting officer stated, and what
/// the requested side added. What the node reads outweighs what anybody states.
final class Questions {
    private Questions() {}

    /// As of the day, in UTC, on which the request was made: both nodes rule by the same day.
    static Ruling rule(Agreement agreement, Request request, Direction side, Head.Declarations own) {
        LocalDate day = LocalDate.ofInstant(request.head().created(), ZoneOffset.UTC);
        return agreement.rule(question(agreement, request, side, own), day);
    }

    /// Nothing but a demonstration goes on under articles that nobody has compared with their texts.
    ///
    /// @throws EntenteException ASK_PROVISIONAL
    static void requireChecked(Request request, Ruling ruling) {
        if (request.head().demonstration() || !ruling.trace().provisional()) {
            return;
        }
        String unchecked = ruling.trace().fired().stream()
                .flatMap(one -> one.rule().articles().stream())
                .filter(article -> !article.checked())
                .map(article -> article.basis().toString())
                .distinct()
                .collect(Collectors.joining("; "));
        throw new EntenteException(
                AskCode.ASK_PROVISIONAL, request.head().number().value(), unchecked);
    }

    static Question question(Agreement agreement, Request request, Direction side, Head.Declarations own) {
        Head head = request.head();
        Map<String, Fact> facts = new HashMap<>(own.facts());
        facts.putAll(head.declarations().facts());
        facts.put(
                "side",
                Fact.choice(
                        switch (side) {
                            case OUT -> "requesting";
                            case IN -> "requested";
                        }));
        facts.put("basis.instrument", Fact.choice(head.basis().instrument()));
        facts.put("purpose", Fact.choice(head.purpose().code()));
        facts.put("case.named", Fact.YES);
        facts.put("urgency", Fact.choice(head.urgency().word()));
        agreement.offence(head.offence()).ifPresent(offence -> {
            facts.put("offence.max-penalty-years", new Fact.Amount(offence.penaltyYearsAtLeast()));
            facts.put("offence.drugs", Fact.of(offence.drugs()));
            facts.put("offence.political", Fact.of(offence.political()));
            facts.put(
                    "offence.death-penalty",
                    Fact.of(offence.deathPenaltyIn().contains(head.from().party())));
        });
        Measure measure = agreement.measure(request.type().measure());
        boolean criminal = isCriminal(agreement, head.purpose());
        agreement
                .text()
                .facts()
                .forEach(term -> FactReading.read(term, measure, request.fields(), criminal)
                        .ifPresent(fact -> facts.put(term.key(), fact)));
        // A pack that does not ask has no rule that would want to know.
        facts.keySet().removeIf(key -> agreement.fact(key).isEmpty());
        Set<String> assurances = new HashSet<>(head.declarations().assurances());
        assurances.addAll(own.assurances());
        return new Question(request.type().measure(), facts, assurances);
    }

    private static boolean isCriminal(Agreement agreement, Purpose purpose) {
        return agreement.text().purposes().stream()
                .anyMatch(term -> term.key().equals(purpose.code()) && term.criminal());
    }
}
