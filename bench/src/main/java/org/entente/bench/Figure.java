package org.entente.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One measured figure. `goal` is what the project demands of itself, `limit` what the machine gave a bare loop of
/// the same work in the same run, `peer` what another program gave; all in `unit`. A figure that could not be
/// measured here has no value; the error stream says why. `source` names the files that were measured on, with
/// their hashes, or the seed of what was invented.
public record Figure(
        String name,
        @Nullable Double value,
        String unit,
        Better better,
        @Nullable Double goal,
        @Nullable Double limit,
        @Nullable Double peer,
        @Nullable String source) {
    /// More digits than a repetition would confirm.
    private static final MathContext SIGNIFICANT = new MathContext(4);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public enum Better {
        HIGHER,
        LOWER;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Figure {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value);
        }
    }

    public Figure(String name, double value, String unit, Better better) {
        this(name, value, unit, better, null, null, null, null);
    }

    public Figure withGoal(double goal) {
        return new Figure(name, value, unit, better, goal, limit, peer, source);
    }

    Figure withLimit(double limit) {
        return new Figure(name, value, unit, better, goal, limit, peer, source);
    }

    /// What the best known program gave on the same data.
    public Figure withPeer(double peer) {
        return new Figure(name, value, unit, better, goal, limit, peer, source);
    }

    public Figure withSource(String source) {
        return new Figure(name, value, unit, better, goal, limit, peer, source);
    }

    /// Whether the goal is met; null without a goal or a value.
    public @Nullable Boolean holds() {
        if (goal == null || value == null) {
            return null;
        }
        return switch (better) {
            case HIGHER -> value >= goal;
            case LOWER -> value <= goal;
        };
    }

    /// One line, the members always in this order and always all of them.
    String json() {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("name", name);
        members.put("value", rounded(value));
        members.put("unit", unit);
        members.put("better", better.key());
        members.put("goal", rounded(goal));
        members.put("limit", rounded(limit));
        members.put("peer", rounded(peer));
        members.put("source", source);
        members.put("holds", holds());
        return JSON.writeValueAsString(members);
    }

    /// Four significant digits, and never in scientific notation.
    static @Nullable BigDecimal rounded(@Nullable Double figure) {
        if (figure == null) {
            return null;
        }
        BigDecimal rounded = new BigDecimal(figure).round(SIGNIFICANT).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }
}
