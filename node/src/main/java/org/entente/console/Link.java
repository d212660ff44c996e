package org.entente.console;

/// A link that looks like a button or a tab. `key` is its key on the keyboard, empty for none.
record Link(String href, String label, Tone tone, String key) {
    enum Tone {
        FIRST("first"),
        PLAIN("second"),
        GRAVE("grave"),
        /// The tab the reader is on.
        HERE("here");

        private final String look;

        Tone(String look) {
            this.look = look;
        }

        /// Its class in the style sheet.
        String look() {
            return look;
        }
    }

    Link(String href, String label, Tone tone) {
        this(href, label, tone, "");
    }
}
