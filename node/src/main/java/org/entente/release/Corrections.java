package org.entente.release;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.entente.kernel.Officer;
import org.entente.kernel.Statement;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// What the corrected release of each receiver is made of: the items as they were, new values in the place of those
/// corrected, nothing in the place of those left out. The terms stay.
final class Corrections {
    /// An own release that the challenge reaches.
    record Target(SentRelease sent, List<SentItem> items, ChallengeReach reach, Instant now) {
        Target {
            items = List.copyOf(items);
        }

        /// Nothing takes the place of a release whose terms are over.
        boolean isAlive() {
            return isThere() && !sent.terms().areExpired(now);
        }

        boolean isThere() {
            return sent.recallOrdered() == null && sent.end() == null;
        }

        static boolean agree(List<Target> one, List<Target> other) {
            return one.stream()
                    .map(target -> target.sent().id() + " " + target.isAlive())
                    .toList()
                    .equals(other.stream()
                            .map(target -> target.sent().id() + " " + target.isAlive())
                            .toList());
        }
    }

    private final Surroundings around;
    private final Officer officer;
    private final Target challenged;
    private final SortedMap<Integer, String> byPosition;
    private final Map<String, String> byStatement = new HashMap<>();

    /// @param byPosition new values by position of the release the challenge was brought against; empty leaves out
    Corrections(Surroundings around, Officer officer, Target challenged, SortedMap<Integer, String> byPosition) {
        this.around = around;
        this.officer = officer;
        this.challenged = challenged;
        this.byPosition = byPosition;
        byPosition.forEach((position, value) -> {
            if (position > challenged.items().size() || !challenged.reach().covers(position)) {
                throw new UnfitValueException(
                        "only what is challenged is corrected: " + position,
                        "solo se corrige lo impugnado: " + position);
            }
            String statement = challenged.items().get(position - 1).statementId();
            if (statement != null) {
                byStatement.put(statement, value);
            }
        });
    }

    /// @return empty if a statement to be corrected is not, or no longer, there for this officer
    Optional<SealOrder> order(Target target) {
        Map<String, Statement> held = held(target);
        List<String> kept = new ArrayList<>();
        List<AnswerField> fields = new ArrayList<>();
        boolean invented = false;
        for (int position = 1; position <= target.items().size(); position++) {
            SentItem item = target.items().get(position - 1);
            String statement = item.statementId();
            String value = value(target, position, item);
            if (statement != null && value == null) {
                kept.add(statement);
            } else if (value == null || !value.isBlank()) {
                SentItem.Standing standing = standing(item, held);
                if (standing == null) {
                    return Optional.empty();
                }
                fields.add(new AnswerField(
                        item.property(),
                        value == null ? String.valueOf(item.composed()) : value,
                        standing.personClass(),
                        standing.evaluation()));
                invented |= standing.invented();
            }
        }
        Terms terms = target.sent().terms();
        return Optional.of(new SealOrder(
                target.sent().agreement(),
                terms.inReplyTo(),
                target.sent().casePseudonym(),
                terms.basis(),
                terms.to(),
                kept,
                fields,
                invented,
                terms.use()));
    }

    /// Null: as it is.
    private @Nullable String value(Target target, int position, SentItem item) {
        String statement = item.statementId();
        if (statement != null) {
            return byStatement.get(statement);
        }
        return target.sent().id().equals(challenged.sent().id()) ? byPosition.get(position) : null;
    }

    private Map<String, Statement> held(Target target) {
        return around
                .statements()
                .statements(
                        officer,
                        new LinkedHashSet<>(byStatement.keySet()),
                        target.sent().terms().use().purpose())
                .stream()
                .map(OwnStatements.Own::statement)
                .collect(Collectors.toMap(Statement::id, statement -> statement));
    }

    private static SentItem.@Nullable Standing standing(SentItem item, Map<String, Statement> held) {
        String id = item.statementId();
        if (id == null) {
            return item.standing();
        }
        Statement statement = held.get(id);
        return statement == null
                ? null
                : new SentItem.Standing(
                        statement.personClass(),
                        statement.evaluation(),
                        statement.source().invented());
    }
}
