package org.entente.paper;

import org.entente.kernel.Bytes;
import org.entente.kernel.Language;
import org.entente.keys.Keyring;

/// Makes files of papers. Thread-safe; a page takes 0.14 s of processor time, the first PDF 4 s.
public final class Press {
    private final Keyring keyring;

    public Press(Keyring keyring) {
        this.keyring = keyring;
    }

    /// A tagged PDF/A-2a and PDF/UA-1 with its fonts, signed (PAdES baseline B) with the document key
    /// of the paper's institution, which is made when it first signs.
    ///
    /// @param first the language that stands first; the other stands below it
    public Bytes pdf(Paper paper, Language first) {
        return new DocumentSeal(keyring).sign(new PdfPages(paper, first).print(), paper);
    }

    /// The same to go on writing in; it carries no signature.
    public Bytes docx(Paper paper, Language first) {
        return new WordFile(paper, first).write();
    }
}
