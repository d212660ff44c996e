package org.entente.ask;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How an open request would stand under a draft of the law: the ruling's word and the rules that fire,
/// now and then; `then` is `not-asked` if the draft has no such type or takes none of its facts. `due`
/// is when its clock would end if nothing stopped or extended it; null without a clock.
public record Prospect(
        RequestNumber number,
        RequestType type,
        Direction side,
        State state,
        String now,
        List<String> firedNow,
        String then,
        List<String> firedThen,
        @Nullable Instant dueNow,
        @Nullable Instant dueThen) {
    public static final String NOT_ASKED = "not-asked";

    public Prospect {
        firedNow = List.copyOf(firedNow);
        firedThen = List.copyOf(firedThen);
    }
}
