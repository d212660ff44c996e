package org.entente.bench;

/// How far a bench is, for the person who waits; on the error stream, so that figures stay alone on the other.
final class Progress {
    private Progress() {}

    static void say(String what, long done, long total) {
        System.err.println(what + " " + done + "/" + total);
    }

    /// A figure that cannot be measured here, and why.
    static void failed(String what, Exception why) {
        System.err.println(what + ": " + why);
    }
}
