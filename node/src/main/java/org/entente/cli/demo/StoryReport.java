package org.entente.cli.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the story showed: one row per claim, and the figures the summary names. Not thread-safe.
final class StoryReport {
    /// One claim of the story and whether the nodes bore it out.
    record Claim(String step, String claim, boolean held, String seen) {}

    private final List<Claim> claims = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();

    void claim(String step, String claim, boolean held, String seen) {
        claims.add(new Claim(step, claim, held, seen));
    }

    void figure(String name, Object value) {
        figures.put(name, value);
    }

    boolean everyClaimHeld() {
        return !claims.isEmpty() && claims.stream().allMatch(Claim::held);
    }

    List<Claim> broken() {
        return claims.stream().filter(claim -> !claim.held()).toList();
    }

    /// The summary as it is printed: figures first, then the claims.
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>(figures);
        summary.put("everyStepHeld", everyClaimHeld());
        summary.put("claims", claims);
        return summary;
    }
}
