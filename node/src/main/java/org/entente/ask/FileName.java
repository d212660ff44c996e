package org.entente.ask;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import org.entente.kernel.EntenteException;

/// Names of attachments as they cross and are stored: one segment, in NFC, that every system takes as a file's name and
/// no terminal or page takes as anything else.
final class FileName {
    /// Devices of Windows, which no file can be called.
    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1",
            "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private static final String FORBIDDEN = "<>:\"|?*";

    private FileName() {}

    /// A name as a person or a browser gave it: without its folders, without control and invisible signs (those that
    /// turn the order of reading among them). Cleaning twice is cleaning once.
    ///
    /// @throws EntenteException ASK_FILE_NAME_UNFIT if no name of a file with an ending is left, or it is too long
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        Normalizer.normalize(last, Normalizer.Form.NFC)
                .codePoints()
                .map(sign -> Character.isWhitespace(sign) || Character.isSpaceChar(sign) ? ' ' : sign)
                .map(sign -> FORBIDDEN.indexOf(sign) >= 0 ? '_' : sign)
                .filter(FileName::isVisible)
                .forEach(kept::appendCodePoint);
        String name = Normalizer.normalize(kept, Normalizer.Form.NFC)
                .replaceAll(" +", " ")
                .replaceAll("^[. ~-]+|[. ]+$", "");
        int dot = name.lastIndexOf('.');
        boolean device = dot > 0
                && DEVICES.contains(name.substring(0, name.indexOf('.')).strip().toLowerCase(Locale.ROOT));
        boolean fits = name.length() <= Limits.FILE_NAME_LENGTH_MAX
                && name.getBytes(StandardCharsets.UTF_8).length <= Limits.FILE_NAME_BYTES_MAX;
        if (dot < 1 || dot == name.length() - 1 || device || !fits) {
            throw new EntenteException(AskCode.ASK_FILE_NAME_UNFIT, Integer.toString(Limits.FILE_NAME_LENGTH_MAX));
        }
        return name;
    }

    static boolean isClean(String name) {
        try {
            return clean(name).equals(name);
        } catch (EntenteException unfit) {
            return false;
        }
    }

    private static boolean isVisible(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
