package org.entente.release;

import org.entente.kernel.Action;

/// What may be done with releases; the policy table says by whom.
public enum ReleaseAction implements Action {
    SEAL("release.seal"),
    READ("release.read"),
    ACKNOWLEDGE("release.acknowledge"),
    OPEN("release.open"),
    RECALL("release.recall"),
    CHALLENGE("release.challenge"),
    ANSWER_CHALLENGE("release.answer-challenge"),
    /// To disclose to an accused what helps them, although its use is suspended.
    OPEN_FOR_ACCUSED("release.open-for-accused"),
    EXPIRE("release.expire"),
    /// As the peer: bring what this room takes.
    RECEIVE("release.receive");

    private final String key;

    ReleaseAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
