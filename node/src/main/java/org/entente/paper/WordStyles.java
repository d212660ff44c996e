package org.entente.paper;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/// The paragraph styles of a DOCX; headings have the names and levels by which a word processor lists
/// them.
final class WordStyles {
    static final String TITLE = "Heading1";
    static final String HEADING = "Heading2";
    static final String ARTICLES = "Articles";
    static final String LABEL = "Label";
    static final String VALUE = "Value";
    static final String NOTICE = "Notice";
    static final String BLANK = "Blank";

    private WordStyles() {}

    static void define(XWPFDocument document, String font, String language) {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(font);
        fonts.setHAnsi(font);
        fonts.setCs(font);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage(language);
        Look plain = new Look(20, false, 0, 0, false);
        add(styles, TITLE, "heading 1", 0, new Look(32, true, 0, 160, true));
        add(styles, HEADING, "heading 2", 1, new Look(22, true, 320, 60, true));
        add(styles, ARTICLES, "Articles", -1, new Look(18, false, 0, 0, true));
        add(styles, LABEL, "Label", -1, new Look(18, true, 120, 0, true));
        add(styles, VALUE, "Value", -1, plain);
        add(styles, NOTICE, "Notice", -1, new Look(20, false, 60, 0, false));
        add(styles, BLANK, "Blank", -1, new Look(18, false, 720, 0, true));
    }

    /// @param size in half points
    /// @param before space above, `after` below, in twentieths of a point
    /// @param keeps with the next paragraph
    private record Look(int size, boolean bold, int before, int after, boolean keeps) {}

    /// @param level of the outline; below 0 for none
    private static void add(XWPFStyles styles, String id, String name, int level, Look look) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        CTPPrGeneral paragraph = style.addNewPPr();
        if (look.keeps()) {
            paragraph.addNewKeepNext();
        }
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(look.before()));
        spacing.setAfter(BigInteger.valueOf(look.after()));
        if (level >= 0) {
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(level));
        }
        var run = style.addNewRPr();
        if (look.bold()) {
            run.addNewB();
        }
        run.addNewSz().setVal(BigInteger.valueOf(look.size()));
        styles.addStyle(new XWPFStyle(style));
    }
}
