package org.entente.paper;

import java.util.concurrent.Semaphore;
import org.entente.kernel.Bytes;
import org.entente.kernel.Language;
import org.entente.keys.Keyring;

/// Makes files of papers. Thread-safe; a page takes 0.14 s of processor time, the first PDF 4 s.
public final class Press {
    /// A page takes a tenth of a second of one core and some megabytes; a node has two cores and other work.
    private static final int AT_ONCE_MAX = 2;

    private final Keyring keyring;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX, true);

    public Press(Keyring keyring) {
        this.keyring = keyring;
    }

    /// A tagged PDF/A-2a and PDF/UA-1 with its fonts, signed (PAdES baseline B) with the document key
    /// of the paper's institution, which is made when it first signs.
    ///
    /// @param first the language that stands first; the other stands below it
    public Bytes pdf(Paper paper, Language first) {
        places.acquireUninterruptibly();
        try {
            return new DocumentSeal(keyring).sign(new PdfPages(paper, first).print(), paper);
        } finally {
            places.release();
        }
    }

    /// The same to go on writing in; it carries no signature.
    public Bytes docx(Paper paper, Language first) {
        places.acquireUninterruptibly();
        try {
            return new WordFile(paper, first).write();
        } finally {
            places.release();
        }
    }
}
