package org.entente.hold;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// How many rows a file has, before it is read: near the truth, to say how long it will take.
final class RowCounter {
    private static final byte[][] SUBJECT_TAGS = {
        "<INDIVIDUAL>".getBytes(StandardCharsets.US_ASCII), "<ENTITY>".getBytes(StandardCharsets.US_ASCII)
    };
    private static final byte[][] LINE_ENDS = {{'\n'}};

    private RowCounter() {}

    /// Lines; a last one without its line break is not counted.
    static long lineCount(Path file) throws IOException {
        return count(file, LINE_ENDS);
    }

    /// Subjects of the Security Council's list.
    static long subjectCount(Path file) throws IOException {
        return count(file, SUBJECT_TAGS);
    }

    /// None of the texts begins with a part of itself, so one state each is enough.
    private static long count(Path file, byte[][] texts) throws IOException {
        byte[] buffer = new byte[Limits.READ_BUFFER_BYTES];
        int[] matched = new int[texts.length];
        long count = 0;
        try (InputStream stream = Files.newInputStream(file)) {
            for (int length = stream.read(buffer); length >= 0; length = stream.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    for (int text = 0; text < texts.length; text++) {
                        byte[] sought = texts[text];
                        matched[text] =
                                buffer[i] == sought[matched[text]] ? matched[text] + 1 : buffer[i] == sought[0] ? 1 : 0;
                        if (matched[text] == sought.length) {
                            matched[text] = 0;
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }
}
