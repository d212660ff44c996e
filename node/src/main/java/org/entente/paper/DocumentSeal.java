package org.entente.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.keys.KeyCode;
import org.entente.keys.KeyId;
import org.entente.keys.KeyRole;
import org.entente.keys.Keyring;

/// Signs a PDF as an institution: PAdES baseline B (ETSI EN 319 142-1), over the whole file, added
/// behind it.
final class DocumentSeal {
    private final Keyring keyring;

    DocumentSeal(Keyring keyring) {
        this.keyring = keyring;
    }

    Bytes sign(byte[] pages, Paper paper) {
        KeyId key = key(paper.signatory());
        PDSignature signature = new PDSignature();
        signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
        signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
        signature.setName(paper.signatory().institution().value());
        signature.setSignDate(FileTimes.of(paper.made()));
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * pages.length);
        try (PDDocument document = Loader.loadPDF(pages);
                SignatureOptions options = new SignatureOptions()) {
            SignedMessage message = new SignedMessage(keyring, key);
            int size = message.usualSize();
            options.setPreferredSignatureSize(size);
            document.setDocumentId(paper.made().getEpochSecond());
            document.addSignature(signature, options);
            describe(document, paper);
            var signing = document.saveIncrementalForExternalSigning(out);
            signing.setSignature(message.over(signing.getContent().readAllBytes(), size));
        } catch (IOException impossible) {
            throw new UncheckedIOException("in memory", impossible);
        }
        return Bytes.of(out.toByteArray());
    }

    /// Made when an institution first signs.
    private KeyId key(Paper.Signatory signatory) {
        KeyId key = new KeyId(KeyRole.DOCUMENT, signatory.institution().value());
        if (!keyring.exists(key)) {
            try {
                keyring.create(key);
            } catch (EntenteException taken) {
                // Another document of the institution was quicker.
                if (taken.code() != KeyCode.KEY_EXISTS) {
                    throw taken;
                }
            }
        }
        return key;
    }

    /// PDF/UA-1, 7.18: a field says what it is for, and its page is walked in the order of its
    /// structure.
    private static void describe(PDDocument document, Paper paper) throws IOException {
        for (PDSignatureField field : document.getSignatureFields()) {
            field.setAlternateFieldName(paper.signatory().name().en());
            for (PDAnnotationWidget widget : field.getWidgets()) {
                widget.setHidden(false);
                widget.setContents(paper.signatory().name().en());
            }
        }
        document.getPage(0).getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
    }
}
