package org.entente.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The fonts of a page, as the jar has them: IBM Plex, SIL Open Font License 1.1.
enum Typeface {
    TEXT("IBMPlexSans-Regular.ttf", "Plex Sans", 400),
    STRONG("IBMPlexSans-SemiBold.ttf", "Plex Sans", 600),
    CODE("IBMPlexMono-Regular.ttf", "Plex Mono", 400);

    private final String file;
    private final String family;
    private final int weight;

    Typeface(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    InputStream open() {
        return Objects.requireNonNull(Typeface.class.getResourceAsStream(file), file);
    }

    /// Whether every font of a page has the sign.
    static boolean allHave(int sign) {
        for (CmapLookup signs : Signs.OF_ALL) {
            if (signs.getGlyphId(sign) == 0) {
                return false;
            }
        }
        return true;
    }

    /// Read when the first page is set: 0.6 MB of fonts.
    private static final class Signs {
        private static final CmapLookup[] OF_ALL = {signs(TEXT), signs(STRONG), signs(CODE)};

        private static CmapLookup signs(Typeface face) {
            try (InputStream stream = face.open();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(stream.readAllBytes()))) {
                return font.getUnicodeCmapLookup();
            } catch (IOException broken) {
                throw new UncheckedIOException(face.file, broken);
            }
        }
    }
}
