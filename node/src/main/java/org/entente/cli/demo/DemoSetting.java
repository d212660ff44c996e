package org.entente.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.cli.CliCode;
import org.entente.kernel.EntenteException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a demonstration was set up with, kept in its folder. The file also marks the folder as ours, so that `--fresh`
/// never deletes anything else.
///
/// @param lists the folder of published lists, absolute; absent when only invented people are held
record DemoSetting(@Nullable Path lists, int subjects, long seed) {
    private static final String FILE = "demonstration.json";
    /// Subjects a side in the invented population when the user names no other number.
    private static final int SUBJECTS = 20_000;

    private static final long SEED = 20_250_903L;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the user asked for; what was not named follows what is there.
    record Wish(
            @Nullable Path lists,
            @Nullable Integer subjects,
            @Nullable Long seed) {
        private boolean differsFrom(DemoSetting there) {
            return (lists != null && !absolute(lists).equals(there.lists))
                    || (subjects != null && subjects != there.subjects)
                    || (seed != null && seed != there.seed);
        }

        private DemoSetting anew() {
            return new DemoSetting(
                    lists == null ? null : absolute(lists),
                    subjects == null ? SUBJECTS : subjects,
                    seed == null ? SEED : seed);
        }
    }

    /// The setting of the demonstration in the folder, which is written down if there is none yet.
    ///
    /// @throws EntenteException CLI_DEMO_OTHERWISE if one is there that was set up with something else
    static DemoSetting of(Path folder, Wish wish) {
        try {
            Path file = folder.resolve(FILE);
            if (isIn(folder)) {
                DemoSetting there = read(JSON.readTree(Files.readAllBytes(file)));
                if (wish.differsFrom(there)) {
                    throw new EntenteException(CliCode.CLI_DEMO_OTHERWISE, folder.toString(), there.words());
                }
                return there;
            }
            DemoSetting anew = wish.anew();
            Files.createDirectories(folder);
            Files.writeString(file, JSON.writeValueAsString(anew.written()));
            return anew;
        } catch (IOException e) {
            throw new EntenteException(CliCode.CLI_FILE_UNREADABLE, e, folder.toString());
        }
    }

    static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    private String words() {
        return (lists == null ? "" : "--lists " + lists + " ") + "--subjects " + subjects + " --seed " + seed;
    }

    private Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>();
        if (lists != null) {
            written.put("lists", lists.toString());
        }
        written.put("subjects", subjects);
        written.put("seed", seed);
        return written;
    }

    private static DemoSetting read(JsonNode written) {
        String lists = written.path("lists").asString("");
        return new DemoSetting(
                lists.isEmpty() ? null : Path.of(lists),
                written.path("subjects").asInt(SUBJECTS),
                written.path("seed").asLong(SEED));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
