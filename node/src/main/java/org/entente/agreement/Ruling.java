package org.entente.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.Bytes;

/// The law's answer, in this precedence: a mandatory refusal; a fact that must be known first; an undertaking that is
/// needed; a refusal that is open to the requested party; permission. A refusal is a value, never an exception.
public sealed interface Ruling {
    Trace trace();

    /// The first ground in the order of the pack; the trace holds every rule that fired.
    record Refused(Ground ground, Trace trace) implements Ruling {}

    /// Facts, sorted by key, without which the law does not say whether the measure is refused, needs an undertaking or
    /// is permitted. An open discretionary ground is not waited for.
    record Unknown(List<String> missing, Trace trace) implements Ruling {
        public Unknown {
            missing = List.copyOf(missing);
        }
    }

    record NeedsAssurance(List<Assurance> assurances, Trace trace) implements Ruling {
        public NeedsAssurance {
            assurances = List.copyOf(assurances);
        }
    }

    record MayRefuse(List<Ground> grounds, Trace trace) implements Ruling {
        public MayRefuse {
            grounds = List.copyOf(grounds);
        }
    }

    record Permitted(Trace trace) implements Ruling {}

    /// Whether the step may be taken now: yes for permission, and for a refusal that was only open, not made.
    default boolean allows() {
        return switch (this) {
            case Permitted _, MayRefuse _ -> true;
            case Refused _, Unknown _, NeedsAssurance _ -> false;
        };
    }

    /// The word of the rulings table and the wire: `refused`, `unknown`, `needs-assurance`, `may-refuse`, `permitted`.
    default String word() {
        return switch (this) {
            case Refused _ -> "refused";
            case Unknown _ -> "unknown";
            case NeedsAssurance _ -> "needs-assurance";
            case MayRefuse _ -> "may-refuse";
            case Permitted _ -> "permitted";
        };
    }

    /// Why. `fired` are the rules that hold, `undecided` those a missing fact leaves open, both in the order of the
    /// pack. `provisional` is true when a fired rule rests on an article that nobody has checked.
    record Trace(
            String measure,
            LocalDate date,
            Bytes packHash,
            List<FiredRule> fired,
            List<FiredRule> undecided,
            List<Approval> approvals,
            List<String> clocks,
            boolean provisional) {
        public Trace {
            fired = List.copyOf(fired);
            undecided = List.copyOf(undecided);
            approvals = List.copyOf(approvals);
            clocks = List.copyOf(clocks);
        }

        public List<String> firedIds() {
            return fired.stream().map(one -> one.rule().id()).toList();
        }
    }

    /// A rule with the stated facts it rests on and the facts it still wants.
    record FiredRule(Rule rule, Map<String, Fact> used, Set<String> missing) {
        public FiredRule {
            used = Map.copyOf(used);
            missing = Set.copyOf(missing);
        }
    }
}
