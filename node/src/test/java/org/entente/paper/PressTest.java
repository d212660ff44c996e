package org.entente.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Language;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;
import org.entente.keys.TestKeyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PressTest {
    private static final KeyId KEY = new KeyId(KeyRole.DOCUMENT, "us-central-authority");
    private static final String HOSTILE = "<b>&amp;</b> \"}</style><script>' \\a } \u0000\u0007 \u202ecod.exe\u202c "
            + "\u05d0\u05d1 \u0627\u0644 \ud83d\ude00 \ud800 Nu\u0301n\u0303ez\u2028\ufffe {number} $1 ]]> <!-- --\n"
            + "x".repeat(400) + " \u6f22\u5b57\ttab\r\nnext";

    @TempDir
    Path folder;

    private Keyring keyring;
    private Press press;

    @BeforeEach
    void open() {
        keyring = TestKeyring.in(folder);
        press = new Press(keyring);
    }

    @ParameterizedTest
    @EnumSource
    void pagesAreForGoodAndForEverybodySignedAndUnsigned(Language first) {
        Paper paper = PaperExamples.saying("Status of an invented taxpayer in 2025.");
        assertEquals(List.of(), Judged.faults(Bytes.of(new PdfPages(paper, first).print())));
        assertEquals(List.of(), Judged.faults(press.pdf(paper, first)));
    }

    @Test
    void aPageThatIsNotForGoodIsFoundOut() throws IOException {
        try (PDDocument bare = new PDDocument()) {
            bare.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            bare.save(out);
            assertFalse(Judged.faults(Bytes.of(out.toByteArray())).isEmpty());
        }
    }

    @Test
    void theSignatureIsTheInstitutionsAndBreaksWithOneByte() {
        Bytes signed = press.pdf(PaperExamples.saying("Invented."), Language.EN);
        Bytes certificate = keyring.publicKey(KEY);
        assertEquals("PAdES-BASELINE-B TOTAL_PASSED", Judged.signature(signed, certificate));
        byte[] broken = signed.toArray();
        broken[broken.length / 3] ^= 1;
        assertEquals("PAdES-BASELINE-B TOTAL_FAILED HASH_FAILURE", Judged.signature(Bytes.of(broken), certificate));
        KeyId other = new KeyId(KeyRole.DOCUMENT, "mx-central-authority");
        keyring.create(other);
        assertTrue(Judged.signature(signed, keyring.publicKey(other)).contains("INDETERMINATE"));
    }

    @Test
    void anInstitutionHasOneDocumentKeyFromItsFirstDocumentOn() {
        assertFalse(keyring.exists(KEY));
        press.docx(PaperExamples.saying("Invented."), Language.EN);
        assertFalse(keyring.exists(KEY), "nothing is signed in a DOCX");
        press.pdf(PaperExamples.saying("Invented."), Language.EN);
        Bytes certificate = keyring.publicKey(KEY);
        press.pdf(PaperExamples.saying("Invented."), Language.ES);
        assertEquals(certificate, keyring.publicKey(KEY));
    }

    @Test
    void thePaperMadeTwiceIsOneAndTheSame() {
        Paper paper = PaperExamples.saying("Invented.");
        assertArrayEquals(new PdfPages(paper, Language.ES).print(), new PdfPages(paper, Language.ES).print());
    }

    @ParameterizedTest
    @EnumSource
    void everyLineStandsInBothLanguagesInBothForms(Language first) {
        Paper paper = PaperExamples.saying("Status of an invented taxpayer, ñandú & <5>.");
        for (String text : List.of(Judged.text(press.pdf(paper, first)), Judged.docxText(press.docx(paper, first)))) {
            assertHolds(text, paper.title());
            paper.marks().forEach(mark -> assertHolds(text, mark));
            paper.notices().forEach(notice -> assertHolds(text, notice));
            paper.parts().forEach(part -> {
                assertHolds(text, part.heading());
                part.lines().forEach(line -> {
                    assertHolds(text, line.label());
                    assertHolds(text, line.value());
                });
            });
            assertHolds(text, paper.signatory().name());
            assertTrue(text.contains("US-2026-000012") && text.contains("H0 H1"), text);
        }
    }

    private static void assertHolds(String text, Bilingual both) {
        assertTrue(text.contains(Judged.flat(both.en())), () -> both.en() + " in " + text);
        assertTrue(text.contains(Judged.flat(both.es())), () -> both.es() + " in " + text);
    }

    @Test
    void hostileTextNeitherBreaksNorEscapesNorDisappears() throws IOException {
        Bytes pdf = press.pdf(PaperExamples.saying(HOSTILE), Language.EN);
        assertEquals(List.of(), Judged.faults(pdf));
        String text = Judged.text(pdf);
        for (String part : List.of(
                "<b>&amp;</b> \"}</style><script>' \\a } [U+0000][U+0007] [U+202E]cod.exe[U+202C]",
                "[U+05D0][U+05D1]",
                "[U+1F600]",
                "[U+D800]",
                "Núñez[U+2028][U+FFFE] {number} $1 ]]> <!-- --",
                "[U+6F22][U+5B57] tab")) {
            assertTrue(text.replace(" ", "").contains(part.replace(" ", "")), () -> part + " in " + text);
        }
        assertInsideThePage(pdf);
        Bytes docx = press.docx(PaperExamples.saying(HOSTILE), Language.EN);
        String words = Judged.docxText(docx);
        assertTrue(words.contains("[U+0000][U+0007] [U+202E]cod.exe[U+202C] \u05d0\u05d1"), words);
        assertTrue(words.contains("<b>&amp;</b>") && words.contains("\u6f22\u5b57"), words);
    }

    @Test
    void twentyThousandSignsRunOverPagesThatAreAllMarked() throws IOException {
        String sentence = "Una frase inventada de longitud ordinaria, número 17. ";
        String longest = sentence.repeat(20_000 / sentence.length());
        Bytes pdf = press.pdf(PaperExamples.saying(longest), Language.ES);
        assertEquals(List.of(), Judged.faults(pdf));
        assertTrue(Judged.text(pdf).contains("Ordinaria"), "what follows is there");
        assertInsideThePage(pdf);
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            int pages = document.getNumberOfPages();
            assertTrue(pages > 3, "pages: " + pages);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = Judged.flat(stripper.getText(document));
                for (String mark :
                        List.of("US-2026-000012", "H0 H1", "DEMOSTRACIÓN", "PROVISIONAL", page + " / " + pages)) {
                    assertTrue(text.contains(mark), mark + " on page " + page);
                }
            }
        }
        assertTrue(Judged.docxText(press.docx(PaperExamples.saying(longest), Language.ES))
                .contains(Judged.flat(longest)));
    }

    /// No sign stands outside the page's own margins.
    private static void assertInsideThePage(Bytes pdf) throws IOException {
        var outside = new TreeSet<String>();
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition sign) {
                    float right = sign.getXDirAdj() + sign.getWidthDirAdj();
                    if (sign.getXDirAdj() < 40 || right > sign.getPageWidth() - 40) {
                        outside.add(String.format(Locale.ROOT, "%s at %.0f", sign.getUnicode(), right));
                    }
                }
            }.getText(document);
        }
        assertEquals(new TreeSet<String>(), outside);
    }

    @Test
    void aWordProcessorFindsHeadingsLanguagesAndTitle() throws IOException {
        Bytes docx = press.docx(PaperExamples.saying("Invented."), Language.ES);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx.toArray()))) {
            var headings = document.getParagraphs().stream()
                    .filter(one -> "Heading2".equals(one.getStyle()))
                    .toList();
            assertEquals(3, headings.size());
            assertEquals("es-MX", headings.getFirst().getRuns().get(0).getLang());
            assertEquals("en-US", headings.getFirst().getRuns().get(1).getLang());
            assertEquals("heading 2", document.getStyles().getStyle("Heading2").getName());
            assertEquals(
                    "US-2026-000012 - Solicitud de información policial",
                    document.getProperties().getCoreProperties().getTitle());
            assertTrue(document.getHeaderList().getFirst().getText().contains("US-2026-000012"));
        }
    }
}
