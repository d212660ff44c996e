package org.entente.ask;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a person reads of the cooperation in a period.
///
/// @param ours as they are known to both sides now
/// @param onTheWay own words about requests of the period that have no receipt yet, and are not counted
/// @param sent when ours were last sent to the other side
/// @param theirs the newest that came, beside ours
public record CooperationReport(
        Figures ours,
        long onTheWay,
        @Nullable Instant sent,
        @Nullable Comparison theirs,
        Ageing ageing) {}
