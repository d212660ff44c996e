package org.entente.kernel;

/// Who asks for something to be done. Every public method of a verb takes one and asks `access` first.
public sealed interface Actor permits Officer, PeerParty, Schedule {
    /// A short form for logs and leaves: no personal data beyond the officer's account name.
    String label();
}
