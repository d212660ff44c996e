package org.entente.console;

/// One line of a thing's history.
record Event(String when, String text) {}
