package org.entente.paper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.entente.kernel.Bytes;

/// A document as a file.
///
/// @param name `US-2026-000012-request-es.pdf`
public record PaperFile(String name, PaperFormat format, Bytes content) {
    /// What a log names the file by.
    public Bytes sha256() {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 belongs to JDK 25", impossible);
        }
    }
}
