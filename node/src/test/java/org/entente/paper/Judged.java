package org.entente.paper;

import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.entente.kernel.Bytes;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/// What programs of others say of our files.
public final class Judged {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Judged() {}

    /// Every rule of PDF/A-2a and PDF/UA-1 that the file breaks, by veraPDF; empty if it is compliant with both.
    public static List<String> faults(Bytes pdf) {
        return Stream.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)
                .flatMap(flavour -> faults(pdf, flavour))
                .toList();
    }

    private static Stream<String> faults(Bytes pdf, PDFAFlavour flavour) {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf.toArray()), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            List<String> faults = result.getTestAssertions().stream()
                    .filter(one -> one.getStatus() == TestAssertion.Status.FAILED)
                    .map(one -> flavour + " " + one.getRuleId().getClause() + "-"
                            + one.getRuleId().getTestNumber() + " " + one.getMessage())
                    .distinct()
                    .toList();
            return result.isCompliant() || !faults.isEmpty() ? faults.stream() : Stream.of(flavour + ": not compliant");
        } catch (ModelParsingException | EncryptedPdfException | ValidationException | IOException failed) {
            throw new AssertionError(Objects.toString(failed.getMessage()), failed);
        }
    }

    /// The one signature of a file, by DSS: "PAdES-BASELINE-B TOTAL_PASSED".
    ///
    /// @param certificate that is trusted
    public static String signature(Bytes pdf, Bytes certificate) {
        CertificateToken trusted = DSSUtils.loadCertificate(certificate.toArray());
        CommonTrustedCertificateSource source = new CommonTrustedCertificateSource();
        source.addCertificate(trusted);
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(source);
        PDFDocumentValidator validator = new PDFDocumentValidator(new InMemoryDocument(pdf.toArray()));
        validator.setCertificateVerifier(verifier);
        var reports = validator.validateDocument();
        String id = reports.getSimpleReport().getFirstSignatureId();
        if (id == null) {
            return "no signature";
        }
        Indication indication = reports.getSimpleReport().getIndication(id);
        return reports.getSimpleReport().getSignatureFormat(id) + " " + indication
                + (indication == Indication.TOTAL_PASSED
                        ? ""
                        : " " + reports.getSimpleReport().getSubIndication(id));
    }

    /// What a reader copies out of a PDF, its blanks and line ends as one blank.
    public static String text(Bytes pdf) {
        try (PDDocument document = Loader.loadPDF(pdf.toArray())) {
            return flat(new PDFTextStripper().getText(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String docxText(Bytes docx) {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx.toArray()));
                XWPFWordExtractor words = new XWPFWordExtractor(document)) {
            return flat(words.getText());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static String flat(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
