package org.entente.ask;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.exchange.ParcelContent;
import org.entente.kernel.EntenteException;

/// Looks at what a file is: its first bytes must be those of the type that its name ends with, and it must be nothing
/// else beside it. It is neither rendered nor unpacked. This finds what is not what it says; it is no search for
/// malicious code.
final class FileScan {
    private static final byte[] PNG_END = bytes(0, 0, 0, 0, 'I', 'E', 'N', 'D', 0xae, 0x42, 0x60, 0x82);
    /// Compound files of Microsoft: old office files, and what encrypts the new ones.
    private static final byte[] COMPOUND = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

    private static final Set<String> EXECUTED = Set.of(
            "exe", "dll", "com", "scr", "msi", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse", "wsf", "hta", "jar",
            "class", "sh", "py", "lnk", "xll", "chm");
    /// Where office files keep what is executed: macros, ActiveX, old macro sheets, embedded objects.
    private static final List<String> ACTIVE =
            List.of("vbaproject", "vbadata", "/activex/", "/macrosheets/", "/dialogsheets/", "oleobject");

    private static final List<String> SCRIPT_HEADS =
            List.of("#!", "<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "{\\rtf", "@echo", "mz");

    private final FileType type;
    private final Content content;

    private FileScan(FileType type, Content content) {
        this.type = type;
        this.content = content;
    }

    /// The bytes of a file.
    interface Content {
        long sizeBytes();

        /// Fewer than `length` where it ends.
        byte[] at(long position, int length);

        InputStream stream();

        static Content of(ParcelContent opened) {
            return new Content() {
                @Override
                public long sizeBytes() {
                    return opened.sizeBytes();
                }

                @Override
                public byte[] at(long position, int length) {
                    return opened.at(position, length);
                }

                @Override
                public InputStream stream() {
                    return opened.stream();
                }
            };
        }
    }

    /// The type by the name's ending.
    ///
    /// @throws EntenteException ASK_FILE_TYPE_UNFIT with the endings there are
    static FileType announced(String name) {
        return FileType.ofName(name)
                .orElseThrow(() -> new EntenteException(AskCode.ASK_FILE_TYPE_UNFIT, FileType.endings()));
    }

    /// @throws EntenteException ASK_FILE_DIFFERS if the content is not of the type; ASK_FILE_ACTIVE if it has macros,
    ///     scripts or programs; ASK_FILE_LOCKED if it is encrypted; ASK_FILE_MIXED if it is more than its type
    static void require(FileType type, Content content) {
        new FileScan(type, content).scan();
    }

    private void scan() {
        switch (type) {
            case PDF -> binary(starts("%PDF-"));
            case PNG -> {
                binary(starts(bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')));
                requireOr(Arrays.equals(last(PNG_END.length), PNG_END), AskCode.ASK_FILE_MIXED);
            }
            case JPEG -> binary(starts(bytes(0xff, 0xd8, 0xff)));
            case TIFF -> binary(starts(bytes('I', 'I', 42, 0)) || starts(bytes('M', 'M', 0, 42)));
            case MP4 -> binary(text(content.at(0, 8)).endsWith("ftyp"));
            case WAV -> binary(starts("RIFF") && text(content.at(0, 12)).endsWith("WAVE"));
            case TEXT, CSV -> text();
            case DOCX -> openXml("word/document.xml");
            case XLSX -> openXml("xl/workbook.xml");
            case ODT, ODS -> openDocument();
        }
    }

    private void binary(boolean begins) {
        requireOr(begins, AskCode.ASK_FILE_DIFFERS);
        requireOr(!ZipDirectory.ends(content), AskCode.ASK_FILE_MIXED);
    }

    /// Any encoding whose control signs are those of ASCII; what begins as a script or a page is none.
    private void text() {
        String head = text(content.at(0, 64)).strip().toLowerCase(Locale.ROOT);
        // A byte order mark of UTF-8 may stand before it.
        String begins =
                head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3).strip() : head;
        requireOr(SCRIPT_HEADS.stream().noneMatch(begins::startsWith), AskCode.ASK_FILE_ACTIVE);
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = content.stream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    requireOr(isPlain(buffer[i]), AskCode.ASK_FILE_DIFFERS);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean isPlain(byte sign) {
        return sign < 0
                || (sign >= ' ' && sign != 0x7f)
                || sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || sign == '\f';
    }

    private void openXml(String part) {
        ZipDirectory directory = directory();
        requireOr(directory.has("[Content_Types].xml") && directory.has(part), AskCode.ASK_FILE_DIFFERS);
    }

    /// The first entry of the file is `mimetype`, stored: OpenDocument 1.3, part 2, section 3.3.
    private void openDocument() {
        directory();
        String said = "mimetype" + type.mediaType();
        requireOr(text(content.at(30, said.length())).equals(said), AskCode.ASK_FILE_DIFFERS);
    }

    private ZipDirectory directory() {
        requireOr(!starts(COMPOUND), AskCode.ASK_FILE_LOCKED);
        Optional<ZipDirectory> read = starts("PK\3\4") ? ZipDirectory.read(content) : Optional.empty();
        ZipDirectory directory = read.orElseThrow(() -> refused(AskCode.ASK_FILE_DIFFERS));
        requireOr(directory.entries().stream().noneMatch(ZipDirectory.Entry::encrypted), AskCode.ASK_FILE_LOCKED);
        requireOr(directory.entries().stream().noneMatch(FileScan::isActive), AskCode.ASK_FILE_ACTIVE);
        requireOr(directory.whole(), AskCode.ASK_FILE_MIXED);
        return directory;
    }

    private static boolean isActive(ZipDirectory.Entry entry) {
        String name = "/" + entry.lower();
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return EXECUTED.contains(ending)
                || name.startsWith("/basic/")
                || name.startsWith("/scripts/")
                || name.contains("../")
                || ACTIVE.stream().anyMatch(name::contains);
    }

    private boolean starts(String ascii) {
        return starts(ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean starts(byte[] head) {
        return Arrays.equals(content.at(0, head.length), head);
    }

    private byte[] last(int length) {
        return content.at(Math.max(0, content.sizeBytes() - length), length);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private void requireOr(boolean holds, AskCode otherwise) {
        if (!holds) {
            throw refused(otherwise);
        }
    }

    private EntenteException refused(AskCode code) {
        return new EntenteException(code, type.name());
    }
}
