package org.entente.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.cli.CliCode;
import org.entente.kernel.EntenteException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the story showed: one row per claim, and the figures the summary names. Written to its file after every claim,
/// so that a story that was broken off goes on with what it had shown. Not thread-safe.
final class StoryReport {
    private static final String TOLD = "told";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// One claim of the story and whether the nodes bore it out.
    record Claim(String step, String claim, boolean held, String seen) {}

    private final Path file;
    /// By step and claim: a chapter that is played again says its claims anew.
    private final Map<List<String>, Claim> claims = new LinkedHashMap<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private boolean told;

    private StoryReport(Path file) {
        this.file = file;
    }

    /// The report kept in this file; an empty one where there is none.
    static StoryReport in(Path file) {
        StoryReport report = new StoryReport(file);
        if (Files.exists(file)) {
            report.resume();
        }
        return report;
    }

    void claim(String step, String claim, boolean held, String seen) {
        claims.put(List.of(step, claim), new Claim(step, claim, held, seen));
        keep();
    }

    /// Whether it was claimed and held, in this start or an earlier one.
    boolean holds(String step, String claim) {
        Claim made = claims.get(List.of(step, claim));
        return made != null && made.held();
    }

    void figure(String name, Object value) {
        figures.put(name, value);
    }

    /// The story has come to its end. It counts as told only if all of it held: what did not is tried again.
    void end() {
        told = everyClaimHeld();
        keep();
    }

    boolean isTold() {
        return told;
    }

    boolean everyClaimHeld() {
        return !claims.isEmpty() && claims.values().stream().allMatch(Claim::held);
    }

    List<Claim> broken() {
        return claims.values().stream().filter(claim -> !claim.held()).toList();
    }

    private void keep() {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, JSON.writeValueAsString(summary()));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
    }

    private void resume() {
        JsonNode kept;
        try {
            kept = JSON.readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, file.toString());
        }
        told = kept.path(TOLD).asBoolean();
        for (JsonNode claim : kept.path("claims")) {
            String step = claim.path("step").asString();
            String text = claim.path("claim").asString();
            claims.put(
                    List.of(step, text),
                    new Claim(
                            step,
                            text,
                            claim.path("held").asBoolean(),
                            claim.path("seen").asString()));
        }
        kept.properties().forEach(member -> {
            if (!List.of("claims", "everyStepHeld", TOLD).contains(member.getKey())) {
                figures.put(member.getKey(), member.getValue());
            }
        });
    }

    /// The summary as it is printed: figures first, then the claims.
    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>(figures);
        summary.put("everyStepHeld", everyClaimHeld());
        summary.put(TOLD, told);
        summary.put("claims", List.copyOf(claims.values()));
        return summary;
    }
}
