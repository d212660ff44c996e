package org.entente.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.kernel.Bytes;
import org.entente.kernel.LegalBasis;

/// Evaluates every rule of a measure, then draws the ruling from what fired and what a missing fact leaves open.
final class RulingMaker {
    /// The ground when no rule permits: deny by default. Every pack must declare it.
    static final String NO_BASIS = "no-basis";

    private final AgreementText text;
    private final Bytes packHash;
    private final Question question;
    private final LocalDate date;
    /// Instruments that are younger than the day.
    private final Set<String> notYet;
    private final List<Ruling.FiredRule> fired = new ArrayList<>();
    private final List<Ruling.FiredRule> undecided = new ArrayList<>();

    RulingMaker(AgreementText text, Bytes packHash, Question question, LocalDate date) {
        this.text = text;
        this.packHash = packHash;
        this.question = question;
        this.date = date;
        this.notYet = text.instruments().stream()
                .filter(instrument -> date.isBefore(instrument.since()))
                .map(Instrument::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    Ruling make() {
        boolean inForce = !date.isBefore(text.inForceFrom());
        for (Rule rule : text.rules()) {
            if (inForce && rule.measures().contains(question.measure()) && standsOn(rule)) {
                evaluate(rule);
            }
        }
        return draw(trace());
    }

    /// A rule rests on instruments that apply on the day; one that is younger than the day does not count.
    private boolean standsOn(Rule rule) {
        return notYet.isEmpty()
                || rule.articles().stream()
                        .map(Article::basis)
                        .map(LegalBasis::instrument)
                        .noneMatch(notYet::contains);
    }

    private void evaluate(Rule rule) {
        Condition.Finding found = rule.when().evaluate(question.facts());
        switch (found.truth()) {
            case TRUE -> fired.add(entry(rule, found));
            case UNKNOWN -> undecided.add(entry(rule, found));
            case FALSE -> {}
        }
    }

    private Ruling.FiredRule entry(Rule rule, Condition.Finding found) {
        Map<String, Fact> used = new TreeMap<>(question.facts());
        used.keySet().retainAll(found.used());
        return new Ruling.FiredRule(rule, used, found.missing());
    }

    private Ruling.Trace trace() {
        Set<Approval> approvals = new LinkedHashSet<>();
        Set<String> clocks = new LinkedHashSet<>();
        for (Ruling.FiredRule one : fired) {
            if (one.rule().effect() instanceof Effect.Obliges obliges) {
                approvals.addAll(obliges.approvals());
                clocks.addAll(obliges.clocks());
            }
        }
        // A refusal for want of any rule rests on nobody having checked that there is none.
        boolean provisional =
                fired.isEmpty() || fired.stream().anyMatch(one -> !one.rule().checked());
        return new Ruling.Trace(
                question.measure(),
                date,
                packHash,
                fired,
                undecided,
                List.copyOf(approvals),
                List.copyOf(clocks),
                provisional);
    }

    private Ruling draw(Ruling.Trace trace) {
        List<Ground> mandatory = new ArrayList<>();
        List<Ground> open = new ArrayList<>();
        List<Assurance> assurances = new ArrayList<>();
        boolean permitted = false;
        for (Ruling.FiredRule one : fired) {
            switch (one.rule().effect()) {
                case Effect.Refuses refuses -> mandatory.add(refuses.ground());
                case Effect.MayRefuse may -> open.add(may.ground());
                case Effect.NeedsAssurance needs -> {
                    if (!question.assurances().contains(needs.assurance().key())) {
                        assurances.add(needs.assurance());
                    }
                }
                case Effect.Permits _ -> permitted = true;
                case Effect.Obliges _ -> {}
            }
        }
        if (!mandatory.isEmpty()) {
            return new Ruling.Refused(mandatory.getFirst(), trace);
        }
        boolean mayPermit =
                permitted || undecided.stream().anyMatch(one -> one.rule().effect() instanceof Effect.Permits);
        if (!mayPermit) {
            return new Ruling.Refused(noBasis(), trace);
        }
        Set<String> missing = missing(permitted);
        if (!missing.isEmpty()) {
            return new Ruling.Unknown(List.copyOf(missing), trace);
        }
        if (!assurances.isEmpty()) {
            return new Ruling.NeedsAssurance(assurances, trace);
        }
        return open.isEmpty() ? new Ruling.Permitted(trace) : new Ruling.MayRefuse(open, trace);
    }

    /// Facts that could still turn the ruling: those of open mandatory refusals, undertakings and duties, and those of
    /// open permissions while none has fired. An open discretionary refusal waits for the officer, not for a fact.
    private Set<String> missing(boolean permitted) {
        Set<String> missing = new TreeSet<>();
        for (Ruling.FiredRule one : undecided) {
            boolean matters = switch (one.rule().effect()) {
                case Effect.Refuses _, Effect.NeedsAssurance _, Effect.Obliges _ -> true;
                case Effect.Permits _ -> !permitted;
                case Effect.MayRefuse _ -> false;
            };
            if (matters) {
                missing.addAll(one.missing());
            }
        }
        return missing;
    }

    private Ground noBasis() {
        return text.grounds().stream()
                .filter(ground -> ground.key().equals(NO_BASIS))
                .findFirst()
                .orElseThrow();
    }
}
