package org.entente.ask;

import org.entente.kernel.Action;

/// What may be done with requests; the policy table says by whom.
public enum AskAction implements Action {
    SUBMIT("ask.submit"),
    ATTACH("ask.attach"),
    CHECK_BASIS("ask.check-basis"),
    READ("ask.read"),
    EXPORT("ask.export"),
    REFUSE("ask.refuse"),
    ANSWER("ask.answer"),
    QUESTION("ask.question"),
    SUPPLEMENT("ask.supplement"),
    ACCEPT("ask.accept"),
    EXTEND("ask.extend"),
    POSTPONE("ask.postpone"),
    RESUME("ask.resume"),
    TRANSFER("ask.transfer"),
    DISCLOSE("ask.disclose"),
    NAME_WHO_KNOWS("ask.name-who-knows"),
    /// Counsel and interpreters of the person concerned: recorded, ended, told to the other side.
    RECORD_ASSISTANCE("ask.record-assistance"),
    /// No-surprise notices to an authority of the other side.
    WRITE_FOREWARNING("ask.write-forewarning"),
    READ_FOREWARNING("ask.read-forewarning"),
    TELL_MILESTONE("ask.tell-milestone"),
    WITHDRAW("ask.withdraw"),
    ASSIGN("ask.assign"),
    SEE_FIGURES("ask.see-figures"),
    SEND_FIGURES("ask.send-figures"),
    RECEIVE("ask.receive"),
    SWEEP("ask.sweep");

    private final String key;

    AskAction(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
