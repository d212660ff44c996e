package org.entente.console;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.jspecify.annotations.Nullable;

/// What surrounds every page: who reads, in which language and theme, where they are, what the rail offers. `path` is
/// the page's own address with its query, to come back to after a change of language; `purpose` the code under which
/// the reader searches, empty before one was chosen; `unread` how many notices wait,
/// null for who hears of none.
record Frame(
        Words words,
        Theme theme,
        House house,
        @Nullable Officer reader,
        List<Place> rail,
        Place place,
        String path,
        String csrf,
        @Nullable Done done,
        String purpose,
        @Nullable Integer unread) {
    Frame {
        rail = List.copyOf(rail);
    }

    /// The party whose node this is. `accent` is `a` or `b`, by the order of the agreement's parties, so that two
    /// consoles side by side differ.
    record House(String code, String name, String agreement, String accent) {}

    /// What was just done; not `good` when the press was taken but did not bring what was wanted.
    record Done(String text, boolean good) {}

    /// The signed-in reader.
    ///
    /// @throws IllegalStateException on a page that nobody signed in for
    Officer officer() {
        if (reader == null) {
            throw new IllegalStateException("this page has no signed-in reader");
        }
        return reader;
    }

    /// The same frame with another address to come back to: for a page that answers a press.
    Frame at(String address) {
        return new Frame(words, theme, house, reader, rail, place, address, csrf, done, purpose, unread);
    }

    String name() {
        return officer().name();
    }

    String roles() {
        return officer().roles().stream().sorted().map(this::role).collect(Collectors.joining(", "));
    }

    boolean isSignedIn() {
        return reader != null;
    }

    private String role(Role role) {
        return words.of("role." + role.name().toLowerCase(Locale.ROOT));
    }
}
