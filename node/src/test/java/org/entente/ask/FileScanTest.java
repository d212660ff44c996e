package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.kernel.EntenteException;
import org.junit.jupiter.api.Test;

class FileScanTest {
    private static final byte[] PNG = HexFormat.of()
            .parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000"
                    + "0500010d0a2db40000000049454e44ae426082");
    private static final List<String> DOCX = List.of("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] zip(List<String> names) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ascii("invented"));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] openDocument(String mediaType, String... more) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry first = new ZipEntry("mimetype");
            byte[] type = ascii(mediaType);
            CRC32 sum = new CRC32();
            sum.update(type);
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCompressedSize(type.length);
            first.setCrc(sum.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.closeEntry();
            for (String name : more) {
                zip.putNextEntry(new ZipEntry(name));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] docxWith(String name) throws IOException {
        List<String> names = new ArrayList<>(DOCX);
        names.add(name);
        return zip(names);
    }

    private static void scan(String name, byte[] bytes) {
        FileScan.require(FileScan.announced(name), content(bytes));
    }

    private static FileScan.Content content(byte[] bytes) {
        return new FileScan.Content() {
            @Override
            public long sizeBytes() {
                return bytes.length;
            }

            @Override
            public byte[] at(long position, int length) {
                int from = (int) position;
                return Arrays.copyOfRange(bytes, from, (int) Math.min(bytes.length, (long) from + length));
            }

            @Override
            public InputStream stream() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    private static void refused(AskCode code, String name, byte[] bytes) {
        EntenteException refused = assertThrows(EntenteException.class, () -> scan(name, bytes), name + " " + code);
        assertEquals(code, refused.code(), name);
    }

    @Test
    void whatIsWhatItsNameSaysIsTaken() throws IOException {
        scan("a.pdf", ascii("%PDF-1.7\n%%EOF\n"));
        scan("a.png", PNG);
        scan("a.JPG", joined(HexFormat.of().parseHex("ffd8ffe0"), new byte[100]));
        scan("a.tif", joined(ascii("II*\0"), new byte[20]));
        scan("a.tiff", joined(ascii("MM\0*"), new byte[20]));
        scan("a.txt", "Declaración inventada.\r\n\tFin.\f".getBytes(StandardCharsets.UTF_8));
        scan("a.csv", "serie;a\u00f1o\n1;2\n".getBytes(StandardCharsets.ISO_8859_1));
        scan("a.txt", new byte[0]);
        scan("a.docx", zip(DOCX));
        scan("a.xlsx", zip(List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")));
        scan("a.odt", openDocument(ODT, "content.xml"));
        scan("a.ods", openDocument("application/vnd.oasis.opendocument.spreadsheet", "content.xml"));
        scan("a.mp4", joined(new byte[] {0, 0, 0, 32}, ascii("ftypisom"), new byte[20]));
        scan("a.wav", joined(ascii("RIFF"), new byte[4], ascii("WAVEfmt ")));
    }

    @Test
    void whatIsNotWhatItsNameSaysIsRefused() throws IOException {
        byte[] pdf = ascii("%PDF-1.7\n%%EOF\n");
        for (String name : List.of("a.png", "a.jpg", "a.tif", "a.docx", "a.xlsx", "a.odt", "a.mp4", "a.wav")) {
            refused(AskCode.ASK_FILE_DIFFERS, name, pdf);
            refused(AskCode.ASK_FILE_DIFFERS, name, new byte[0]);
        }
        refused(AskCode.ASK_FILE_DIFFERS, "a.pdf", PNG);
        refused(AskCode.ASK_FILE_DIFFERS, "a.pdf", ascii("MZ\u0090\0"));
        refused(AskCode.ASK_FILE_DIFFERS, "a.txt", PNG);
        refused(AskCode.ASK_FILE_DIFFERS, "a.docx", zip(List.of("[Content_Types].xml", "xl/workbook.xml")));
        refused(AskCode.ASK_FILE_DIFFERS, "a.odt", openDocument("application/vnd.oasis.opendocument.spreadsheet"));
        refused(AskCode.ASK_FILE_DIFFERS, "a.odt", zip(List.of("content.xml")));
    }

    @Test
    void whatIsNoFileOfACaseCannotBeNamed() {
        for (String name :
                List.of("a.exe", "a.docm", "a.xlsm", "a.doc", "a.zip", "a.js", "a.html", "a.svg", "a.pdf.exe")) {
            EntenteException refused = assertThrows(EntenteException.class, () -> FileScan.announced(name), name);
            assertEquals(AskCode.ASK_FILE_TYPE_UNFIT, refused.code());
        }
    }

    @Test
    void whatIsExecutedIsRefusedInWhateverItLies() throws IOException {
        for (String part : List.of(
                "word/vbaProject.bin",
                "WORD/VBAPROJECT.BIN",
                "word/activeX/activeX1.bin",
                "word/embeddings/oleObject1.bin",
                "xl/macrosheets/sheet1.xml",
                "customUI/run.exe",
                "../../evil.txt")) {
            refused(AskCode.ASK_FILE_ACTIVE, "a.docx", docxWith(part));
        }
        refused(AskCode.ASK_FILE_ACTIVE, "a.odt", openDocument(ODT, "Basic/Standard/Module1.xml"));
        refused(AskCode.ASK_FILE_ACTIVE, "a.odt", openDocument(ODT, "Scripts/python/a.txt"));
        for (String script :
                List.of("#!/bin/sh\n", "  <HTML>", "\u00ef\u00bb\u00bf<script>", "@echo off", "{\\rtf1", "<?php")) {
            refused(AskCode.ASK_FILE_ACTIVE, "a.txt", ascii(script));
        }
    }

    @Test
    void whatIsEncryptedIsRefused() throws IOException {
        byte[] zip = zip(DOCX);
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        refused(AskCode.ASK_FILE_LOCKED, "a.docx", zip);
        byte[] compound = joined(HexFormat.of().parseHex("d0cf11e0a1b11ae1"), new byte[600]);
        refused(AskCode.ASK_FILE_LOCKED, "a.docx", compound);
    }

    @Test
    void whatIsTwoThingsAtOnceIsRefused() throws IOException {
        byte[] zip = zip(DOCX);
        refused(AskCode.ASK_FILE_MIXED, "a.pdf", joined(ascii("%PDF-1.7\n%%EOF\n"), zip));
        refused(AskCode.ASK_FILE_MIXED, "a.jpg", joined(HexFormat.of().parseHex("ffd8ffe0"), zip));
        refused(AskCode.ASK_FILE_MIXED, "a.png", joined(PNG, ascii("<script>")));
        refused(AskCode.ASK_FILE_MIXED, "a.docx", joined(zip, zip));
        byte[] twice = docxWith("WORD/document.xml");
        refused(AskCode.ASK_FILE_MIXED, "a.docx", twice);
    }

    /// Whatever is brought, the answer is one of the refusals, in bounded time, and never a fault of the program.
    @Test
    void mangledOfficeFilesAreRefusedOrTakenAndBreakNothing() throws IOException {
        SplittableRandom random = new SplittableRandom(20261129);
        byte[] zip = zip(DOCX);
        for (int i = 0; i < 5_000; i++) {
            byte[] mangled = Arrays.copyOf(zip, random.nextInt(4, zip.length + 40));
            for (int n = random.nextInt(0, 6); n > 0; n--) {
                mangled[random.nextInt(4, mangled.length + 1) % mangled.length] = (byte) random.nextInt();
            }
            try {
                scan("a.docx", mangled);
            } catch (EntenteException refused) {
                assertTrue(refused.code().name().startsWith("ASK_FILE_"), refused.toString());
            }
        }
    }

    @Test
    void aNameHasNoFolderNoInvisibleSignsAndNothingThatASystemTakesOtherwise() {
        assertEquals("acta.pdf", FileName.clean("C:\\Users\\x\\acta.pdf"));
        assertEquals("acta.pdf", FileName.clean("/home/x/../acta.pdf"));
        assertEquals("acta.pdf", FileName.clean("..acta.pdf."));
        assertEquals("acta número 1.pdf", FileName.clean(" acta\u0000 nu\u0301mero\t1.pdf "));
        assertEquals("fdp.txt", FileName.clean("\u202efdp.txt"));
        assertEquals("a_b_.pdf", FileName.clean("a\"b|.pdf"));
        for (String none : List.of(
                "",
                ".",
                "..",
                "acta",
                ".pdf",
                "acta.",
                "nul.txt",
                "COM1.pdf",
                "a/",
                "\u202e.pdf",
                "x".repeat(200) + ".pdf")) {
            assertThrows(EntenteException.class, () -> FileName.clean(none), none);
        }
    }

    @Test
    void cleaningTwiceIsCleaningOnce() {
        SplittableRandom random = new SplittableRandom(7);
        int named = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder given = new StringBuilder();
            for (int n = random.nextInt(1, 20); n > 0; n--) {
                given.appendCodePoint(
                        random.nextInt(4) == 0
                                ? "./\\ ~\"<-\u0301\u202e".charAt(random.nextInt(10))
                                : random.nextInt(3) == 0 ? random.nextInt(0x10ffff) : 'a' + random.nextInt(26));
            }
            given.append(".pdf");
            try {
                String clean = FileName.clean(given.toString());
                named++;
                assertTrue(FileName.isClean(clean), clean);
                assertFalse(clean.contains("/") || clean.contains("\\") || clean.startsWith("."), clean);
                assertDoesNotThrow(() -> clean.getBytes(StandardCharsets.UTF_8));
            } catch (EntenteException unfit) {
                assertEquals(AskCode.ASK_FILE_NAME_UNFIT, unfit.code());
            }
        }
        assertTrue(named > 25_000, named + " of 50,000");
    }
}
