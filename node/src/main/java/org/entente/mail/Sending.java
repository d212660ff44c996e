package org.entente.mail;

/// What became of a message.
public sealed interface Sending {
    record Sent() implements Sending {}

    /// The server takes no mail for this address.
    record AddressRefused() implements Sending {}

    /// The server takes nothing for this address now, and may later.
    record NotNow() implements Sending {}

    /// The server cannot be reached, or lets this node send nothing.
    ///
    /// @param cause the kind of fault; never its words, which may hold an address
    record Failed(String cause) implements Sending {}
}
