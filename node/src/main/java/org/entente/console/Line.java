package org.entente.console;

import java.util.List;

/// One thing in a list: where it opens, its readable number, what it is, time left, the institution on the other side,
/// its state and marks, and what is asked of this reader (empty when nothing is).
record Line(String href, String id, String what, TimeLeft left, String institution, List<Mark> marks, String next) {
    Line {
        marks = List.copyOf(marks);
    }
}
