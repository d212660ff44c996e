package org.entente.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// Sets a paper as pages: A4, tagged, PDF/A-2a and PDF/UA-1, identifier, handling codes, marks and page
/// number on every one.
final class PdfPages {
    private static final Texts TEXTS = Texts.of("paper");
    private static final String PRODUCER = "Entente";

    private final Paper paper;
    private final Language first;
    private final Language second;
    private final Legible legible = new Legible(Typeface::allHave);

    PdfPages(Paper paper, Language first) {
        this.paper = paper;
        this.first = first;
        this.second = first == Language.EN ? Language.ES : Language.EN;
    }

    /// The pages, unsigned. The same paper gives the same bytes.
    byte[] print() {
        // It would log addresses of texts; a broken page is an exception all the same.
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.withProducer(PRODUCER);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        for (Typeface face : Typeface.values()) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        // Nothing a page could name is fetched: it has no images, links or styles of its own.
        builder.useUriResolver((_, _) -> null);
        builder.withHtmlContent(html(), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                FileTimes.set(document, paper.made());
                document.save(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("in memory", impossible);
        }
        return out.toByteArray();
    }

    private String html() {
        Markup html = new Markup(legible).root(first);
        html.open("head");
        html.open("title")
                .text(paper.number() + " - " + paper.title().in(first))
                .close();
        html.meta("description", paper.title().in(first) + ". " + paper.title().in(second));
        html.meta("author", paper.signatory().name().in(first));
        html.style(style());
        html.close();
        html.open("body");
        html.open("h1");
        both(html, paper.title());
        html.close();
        for (Bilingual notice : paper.notices()) {
            value(html, "notice", notice);
        }
        paper.parts().forEach(part -> part(html, part));
        signature(html);
        return html.close().close().toString();
    }

    private void part(Markup html, Paper.Part part) {
        html.open("h2");
        both(html, part.heading());
        html.close();
        if (!part.articles().isEmpty()) {
            html.open("p", "articles").text(String.join("; ", part.articles())).close();
        }
        for (Paper.Line line : part.lines()) {
            html.open("p", "label");
            both(html, line.label());
            html.close();
            value(html, line.isCode() ? "value code" : "value", line.value());
        }
    }

    private void signature(Markup html) {
        html.open("div", "signature");
        html.open("h2");
        both(html, TEXTS.bilingual("signature"));
        html.close();
        value(html, "value", paper.signatory().name());
        value(html, "value", TEXTS.bilingual("made", FileTimes.shown(paper.made())));
        value(html, "value", TEXTS.bilingual("signed"));
        for (String blank : Blanks.KEYS) {
            html.open("p", "blank");
            both(html, TEXTS.bilingual(blank));
            html.close();
        }
        html.close();
    }

    /// One after the other in a line, as headings and labels are.
    private void both(Markup html, Bilingual text) {
        html.open("span", "first", first).text(text.in(first)).close();
        if (!text.en().equals(text.es())) {
            html.text(" ").open("span", "second", second).text(text.in(second)).close();
        }
    }

    /// One below the other.
    private void value(Markup html, String style, Bilingual text) {
        html.open("p", style, first).text(text.in(first)).close();
        if (!text.en().equals(text.es())) {
            html.open("p", style + " second", second).text(text.in(second)).close();
        }
    }

    private String style() {
        String marks =
                String.join(" · ", paper.marks().stream().map(this::joined).toList());
        String handling =
                paper.handling().isEmpty() ? "" : joined(TEXTS.bilingual("handling")) + " " + paper.handlingCodes();
        return sheet().replace("{number}", Markup.quoted(paper.number(), legible))
                .replace("{handling}", Markup.quoted(handling, legible))
                .replace("{marks}", Markup.quoted(marks, legible))
                .replace("{page}", Markup.quoted(joined(TEXTS.bilingual("page")) + " ", legible))
                .replace("{of}", Markup.quoted(" / ", legible));
    }

    private String joined(Bilingual text) {
        return text.en().equals(text.es()) ? text.en() : text.in(first) + " / " + text.in(second);
    }

    private static String sheet() {
        try (InputStream stream = Objects.requireNonNull(PdfPages.class.getResourceAsStream("paper.css"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("paper.css", broken);
        }
    }
}
