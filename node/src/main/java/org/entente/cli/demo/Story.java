package org.entente.cli.demo;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The story of the demonstration, chapter by chapter. Each chapter looks before it acts, so that a story that was
/// interrupted, or whose node was killed, goes on where it stood.
final class Story {
    /// What the chapters share. `lists` is the folder with the published lists, if the user named one; `truth` is what
    /// the generator of the invented population knows.
    record World(
            DemoParty us,
            DemoParty mx,
            JsonNode truth,
            @Nullable Path lists,
            Path home,
            Narrator narrator,
            StoryReport report,
            Clock clock) {
        /// Texts of both languages come as `{"en", "es"}`; this is the narrator's.
        String own(JsonNode bilingual) {
            return bilingual.path(narrator.language().locale().getLanguage()).asString("");
        }
    }

    /// One part of the story.
    interface Chapter {
        void play(World world);
    }

    private Story() {}

    static List<Chapter> chapters() {
        return List.of(
                new FindChapter(),
                new TraceChapter(),
                new RefusalChapter(),
                new OperationChapter(),
                new ProtectedChapter(),
                new ProofChapter(),
                new EndChapter());
    }
}
