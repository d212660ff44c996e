package org.entente.console;

/// One word of evidence ("recorded", "durable", "signed", "cosigned"), whether it was reached, and when.
record Step(String word, boolean reached, String when) {}
