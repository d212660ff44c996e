package org.entente.console;

import java.util.List;

/// What happened to the reader's requests, the newest first.
///
/// @param newest the id up to which a press marks them as read
record NoticesPage(String state, List<Row> rows, boolean hasUnread, String newest, Form form) {
    record Row(Mark mark, String what, String type, String href, String id, String at) {}

    NoticesPage {
        rows = List.copyOf(rows);
    }
}
