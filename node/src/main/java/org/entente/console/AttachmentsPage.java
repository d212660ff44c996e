package org.entente.console;

import java.util.List;

/// The files of a request, and the form that adds one while it has not left.
record AttachmentsPage(String number, String title, List<Row> rows, String hint, boolean changes, Form form) {
    /// `address` is empty while the file cannot be read, `removal` if it stays.
    record Row(String name, String address, String facts, String state, boolean here, String removal) {}

    AttachmentsPage {
        rows = List.copyOf(rows);
    }
}
