package org.entente.ask;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.kernel.UnfitValueException;
import org.jspecify.annotations.Nullable;

/// Which requests a list shows. Every part may be left open; all that are given hold together. It stands in an address
/// as `box=in&type=firearm-trace&left=overdue`; a part that is none is refused, never passed over.
///
/// @param type a type of request, or empty
/// @param state the word of a state, `open` for every state that is, or empty
/// @param institution the one on the other side, or empty
/// @param number a part of the request's number, or empty
/// @param assignee an account, `me`, `none` for what nobody has now, or empty
public record RequestFilter(
        Direction side, String type, String state, String institution, Left left, String number, String assignee) {
    /// What `state` says for all that has not ended.
    public static final String OPEN = "open";

    /// What `assignee` says for the reader.
    public static final String ME = "me";

    /// What `assignee` says for what nobody has now.
    public static final String NOBODY = "none";

    /// How much time a running clock has left.
    public enum Left {
        ANY,
        OVERDUE,
        DAY,
        WEEK,
        /// No clock runs.
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Left> of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst();
        }
    }

    public RequestFilter {
        require(type.isEmpty() || type.matches("[a-z][a-z0-9-]{0,59}"), "type", "firearm-trace");
        require(state.isEmpty() || state.equals(OPEN) || isState(state), "state", "open, received");
        require(institution.isEmpty() || institution.matches("[a-z]{2}-[a-z0-9-]{1,37}"), "institution", "us-atf");
        require(number.matches("[A-Z0-9-]{0,16}"), "number", "MX-2026-000123");
        require(assignee.isEmpty() || assignee.matches("[a-z][a-z0-9-]{1,39}"), "assignee", "me, none, us-officer");
    }

    /// @throws UnfitValueException naming the part that is none
    public static RequestFilter of(Direction side, Map<String, String> parts) {
        String left = parts.getOrDefault("left", "");
        return new RequestFilter(
                side,
                parts.getOrDefault("type", ""),
                parts.getOrDefault("state", ""),
                parts.getOrDefault("institution", ""),
                left.isEmpty() ? Left.ANY : Left.of(left).orElseThrow(() -> unfit("left", "overdue, day, week, none")),
                parts.getOrDefault("number", "").strip().toUpperCase(Locale.ROOT),
                parts.getOrDefault("assignee", ""));
    }

    /// Its parts by name, without those left open.
    public Map<String, String> parts() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("type", type);
        parts.put("state", state);
        parts.put("institution", institution);
        parts.put("left", left == Left.ANY ? "" : left.word());
        parts.put("number", number);
        parts.put("assignee", assignee);
        parts.values().removeIf(String::isEmpty);
        return parts;
    }

    /// As it stands in an address. No part has a letter that an address would have to hide.
    public String query() {
        return "box=" + (side == Direction.OUT ? "out" : "in")
                + parts().entrySet().stream()
                        .map(part -> "&" + part.getKey() + "=" + part.getValue())
                        .collect(Collectors.joining());
    }

    /// Reads what [#query] wrote.
    static RequestFilter ofQuery(String query) {
        Map<String, String> parts = Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return of("out".equals(parts.get("box")) ? Direction.OUT : Direction.IN, parts);
    }

    /// Whether it lets through all of its side.
    public boolean isAll() {
        return type.isEmpty()
                && state.isEmpty()
                && institution.isEmpty()
                && left == Left.ANY
                && number.isEmpty()
                && assignee.isEmpty();
    }

    /// The names of the states that pass; empty if all do.
    List<String> states() {
        if (state.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(State.values())
                .filter(one -> state.equals(OPEN) ? one.isOpen() : one.word().equals(state))
                .map(Enum::name)
                .toList();
    }

    /// Until when a running clock must be due to pass; null if that does not matter.
    @Nullable
    Instant dueUntil(Instant now) {
        return switch (left) {
            case ANY, NONE -> null;
            case OVERDUE -> now;
            case DAY -> now.plus(Duration.ofDays(1));
            case WEEK -> now.plus(Duration.ofDays(7));
        };
    }

    private static boolean isState(String word) {
        return Arrays.stream(State.values()).anyMatch(state -> state.word().equals(word));
    }

    private static void require(boolean fits, String part, String form) {
        if (!fits) {
            throw unfit(part, form);
        }
    }

    private static UnfitValueException unfit(String part, String form) {
        return new UnfitValueException(
                part + " is none that a filter takes: " + form, part + " no es de los que admite un filtro: " + form);
    }
}
