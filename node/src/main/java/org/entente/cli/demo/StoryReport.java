package org.entente.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.cli.CliCode;
import org.entente.kernel.EntenteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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

    /// Writes the summary down for the next start.
    void keep(Path file) {
        try {
            Files.writeString(file, JsonMapper.builder().build().writeValueAsString(summary()));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    /// Takes over what an earlier start wrote down; figures already set here stay, and `toldEarlier` says so.
    void resume(Path file) {
        try {
            JsonNode kept = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            figures.put("toldEarlier", true);
            kept.properties().forEach(member -> {
                if (!member.getKey().equals("claims") && !member.getKey().equals("everyStepHeld")) {
                    figures.putIfAbsent(member.getKey(), member.getValue());
                }
            });
            for (JsonNode claim : kept.path("claims")) {
                claim(
                        claim.path("step").asString(),
                        claim.path("claim").asString(),
                        claim.path("held").asBoolean(),
                        claim.path("seen").asString());
            }
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    /// The summary as it is printed: figures first, then the claims.
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>(figures);
        summary.put("everyStepHeld", everyClaimHeld());
        summary.put("claims", claims);
        return summary;
    }
}
