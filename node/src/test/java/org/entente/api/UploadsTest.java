package org.entente.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadsTest {
    @TempDir
    Path uploads;

    @Test
    void whatAKilledNodeLeftIsGoneAtTheNextStartAndNothingElse() throws IOException {
        Files.writeString(
                Files.createDirectory(uploads.resolve("import-1234")).resolve("0.part"), "a row of somebody's list");
        Path other = Files.writeString(uploads.resolve("readme"), "stays");
        ImportsApi.sweep(uploads);
        try (var left = Files.list(uploads)) {
            assertEquals(List.of(other), left.toList());
        }
        ImportsApi.sweep(uploads.resolve("absent"));
    }
}
