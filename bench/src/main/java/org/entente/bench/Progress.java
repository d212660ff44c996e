package org.entente.bench;

/// How far a bench is, for the person who waits; on the error stream, so that figures stay alone on the other.
public final class Progress {
    private Progress() {}

    public static void say(String what, long done, long total) {
        System.err.println(what + " " + done + "/" + total);
    }

    /// A figure that cannot be measured here, and why.
    public static void failed(String what, Exception why) {
        System.err.println(what + ": " + why);
    }
}
