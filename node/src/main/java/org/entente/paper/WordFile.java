package org.entente.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// Writes a paper as a DOCX: headings are headings, every run has its language, pages have the same
/// header and footer as the PDF. A word processor has fonts for every script, so a text stays as it was
/// typed; only what no XML can hold and what turns the order of reading is written as its code.
final class WordFile {
    private static final Texts TEXTS = Texts.of("paper");
    private static final String FONT = "Arial";
    private static final String CODE_FONT = "Courier New";
    private static final String GREY = "595959";
    private static final int SMALL_SIZE = 9;
    /// A4 and 24 mm, in twentieths of a point.
    private static final long PAGE_WIDTH = 11_906;

    private static final long PAGE_HEIGHT = 16_838;
    private static final long MARGIN = 1_361;

    private final Paper paper;
    private final Language first;
    private final Language second;
    private final Legible legible = new Legible(_ -> true);

    WordFile(Paper paper, Language first) {
        this.paper = paper;
        this.first = first;
        this.second = first == Language.EN ? Language.ES : Language.EN;
    }

    Bytes write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            WordStyles.define(document, FONT, Markup.tag(first));
            describe(document.getProperties().getCoreProperties());
            page(document);
            heading(document, WordStyles.TITLE, paper.title());
            paper.notices().forEach(notice -> value(document, WordStyles.NOTICE, notice, FONT));
            paper.parts().forEach(part -> part(document, part));
            signature(document);
            document.write(out);
        } catch (IOException | InvalidFormatException impossible) {
            throw new IllegalStateException("in memory, with a date of ours", impossible);
        }
        return Bytes.of(out.toByteArray());
    }

    private void describe(CoreProperties properties) throws InvalidFormatException {
        properties.setTitle(legible.of(paper.number() + " - " + paper.title().in(first)));
        properties.setSubjectProperty(legible.of(paper.title().in(second)));
        properties.setCreator(legible.of(paper.signatory().name().in(first)));
        properties.setCreated(paper.made().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private void part(XWPFDocument document, Paper.Part part) {
        heading(document, WordStyles.HEADING, part.heading());
        if (!part.articles().isEmpty()) {
            XWPFParagraph articles = document.createParagraph();
            articles.setStyle(WordStyles.ARTICLES);
            write(articles, String.join("; ", part.articles()), first, SMALL_SIZE)
                    .setColor(GREY);
        }
        for (Paper.Line line : part.lines()) {
            XWPFParagraph label = document.createParagraph();
            label.setStyle(WordStyles.LABEL);
            both(label, line.label(), SMALL_SIZE);
            value(document, WordStyles.VALUE, line.value(), line.isCode() ? CODE_FONT : FONT);
        }
    }

    private void signature(XWPFDocument document) {
        heading(document, WordStyles.HEADING, TEXTS.bilingual("signature"));
        value(document, WordStyles.VALUE, paper.signatory().name(), FONT);
        value(document, WordStyles.VALUE, TEXTS.bilingual("made", FileTimes.shown(paper.made())), FONT);
        value(document, WordStyles.VALUE, TEXTS.bilingual("unsigned"), FONT);
        for (String key : Blanks.KEYS) {
            XWPFParagraph blank = document.createParagraph();
            blank.setStyle(WordStyles.BLANK);
            both(blank, TEXTS.bilingual(key), SMALL_SIZE);
        }
    }

    private void heading(XWPFDocument document, String style, Bilingual text) {
        XWPFParagraph heading = document.createParagraph();
        heading.setStyle(style);
        both(heading, text, 0);
    }

    /// @param size in points; 0 for the style's own
    private void both(XWPFParagraph paragraph, Bilingual text, int size) {
        write(paragraph, text.in(first), first, size);
        if (!text.en().equals(text.es())) {
            XWPFRun run = write(paragraph, "  " + text.in(second), second, size);
            run.setBold(false);
            run.setColor(GREY);
        }
    }

    private void value(XWPFDocument document, String style, Bilingual text, String font) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style);
        write(paragraph, text.in(first), first, 0).setFontFamily(font);
        if (!text.en().equals(text.es())) {
            XWPFParagraph below = document.createParagraph();
            below.setStyle(style);
            XWPFRun run = write(below, text.in(second), second, 0);
            run.setFontFamily(font);
            run.setColor(GREY);
        }
    }

    private XWPFRun write(XWPFParagraph paragraph, String text, Language language, int size) {
        XWPFRun run = paragraph.createRun();
        run.setLang(Markup.tag(language));
        if (size > 0) {
            run.setFontSize(size);
        }
        String[] lines = legible.of(text).split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                run.addBreak();
            }
            run.setText(lines[at], at);
        }
        return run;
    }

    private void page(XWPFDocument document) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(MARGIN));
        margins.setBottom(BigInteger.valueOf(MARGIN));
        margins.setLeft(BigInteger.valueOf(MARGIN));
        margins.setRight(BigInteger.valueOf(MARGIN));
        XWPFParagraph over = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        write(over, paper.number() + "  ", first, SMALL_SIZE).setBold(true);
        if (!paper.handling().isEmpty()) {
            both(over, TEXTS.bilingual("handling"), SMALL_SIZE);
            write(over, " " + paper.handlingCodes(), first, SMALL_SIZE).setBold(true);
        }
        XWPFParagraph under = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        for (Bilingual mark : paper.marks()) {
            both(under, mark, SMALL_SIZE);
            write(under, "  ", first, SMALL_SIZE);
        }
        both(under, TEXTS.bilingual("page"), SMALL_SIZE);
        write(under, " ", first, SMALL_SIZE);
        under.getCTP().addNewFldSimple().setInstr("PAGE");
        write(under, " / ", first, SMALL_SIZE);
        under.getCTP().addNewFldSimple().setInstr("NUMPAGES");
    }
}
