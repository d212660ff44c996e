package org.entente.kernel;

/// The other party's node, authenticated by its pinned TLS key on the peer connector.
public record PeerParty(Party party, AgreementId agreement) implements Actor {
    @Override
    public String label() {
        return "peer:" + party;
    }
}
