package org.entente.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// One act on several requests: each through the same face, policy and log as alone, in a
/// transaction of its own. One that fails stops no other. What the law decides one by one, an
/// answer, a refusal, a check, is not done in bulk.
public final class InBulk {
    /// What became of one.
    ///
    /// @param refused why nothing was changed; null if it was done
    public record Outcome(RequestNumber number, @Nullable EntenteException refused) {}

    private final Casework casework;
    private final Assignments assignments;

    public InBulk(Casework casework, Assignments assignments) {
        this.casework = casework;
        this.assignments = assignments;
    }

    /// @param to null takes them off whoever has them
    /// @throws EntenteException ASK_TOO_MANY_AT_ONCE; then nothing was done
    public List<Outcome> assign(Officer officer, List<RequestNumber> numbers, @Nullable OfficerId to) {
        return each(numbers, number -> {
            if (to == null) {
                assignments.takeOff(officer, number);
            } else {
                assignments.assign(officer, number, to);
            }
        });
    }

    /// Takes own requests back, all for one reason.
    ///
    /// @throws EntenteException ASK_TOO_MANY_AT_ONCE; ASK_FIELD_UNFIT for the reason; then
    ///     nothing was done
    public List<Outcome> withdraw(Officer officer, List<RequestNumber> numbers, String reason) {
        Drafting.note("reason", reason);
        return each(numbers, number -> casework.withdraw(officer, number, reason));
    }

    private static List<Outcome> each(List<RequestNumber> numbers, Consumer<RequestNumber> single) {
        List<RequestNumber> once = numbers.stream().distinct().toList();
        if (once.size() > Limits.AT_ONCE_MAX) {
            throw new EntenteException(
                    AskCode.ASK_TOO_MANY_AT_ONCE, Integer.toString(once.size()), Integer.toString(Limits.AT_ONCE_MAX));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RequestNumber number : once) {
            try {
                single.accept(number);
                outcomes.add(new Outcome(number, null));
            } catch (EntenteException refused) {
                outcomes.add(new Outcome(number, refused));
            }
        }
        return List.copyOf(outcomes);
    }
}
