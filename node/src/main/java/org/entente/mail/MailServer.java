package org.entente.mail;

import org.entente.kernel.Secret;
import org.jspecify.annotations.Nullable;

/// The administration's own mail server.
///
/// @param sender the address that stands in every message
/// @param login null for a server that takes mail from this machine without one
public record MailServer(
        String host,
        int port,
        Security security,
        String sender,
        @Nullable Login login) {
    public enum Security {
        /// TLS from the first byte.
        IMPLICIT,
        /// TLS before anything is said; a server that does not offer it gets nothing.
        STARTTLS,
        /// Plain text, to a server on this machine only.
        NONE
    }

    public record Login(String user, Secret password) {}
}
