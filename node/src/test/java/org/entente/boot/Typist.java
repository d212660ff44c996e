package org.entente.boot;

import com.microsoft.playwright.Page;

/// Works a page by its keyboard alone and counts what that costs a person, by the keystroke-level model of Card, Moran
/// and Newell (Communications of the ACM 23(7), 1980): every key 0.28 s, their average typist of 40 words a minute, who
/// is no secretary; every decision 1.35 s. A decision is a page read, a field filled, or a run of fields passed over. A
/// key under Shift or Control is two. A page is waited for one second, whatever this machine takes.
final class Typist {
    private static final double KEY_SECONDS = 0.28;
    private static final double DECISION_SECONDS = 1.35;
    private static final double PAGE_SECONDS = 1.0;

    /// More steps than any form has fields.
    private static final int STEPS_MAX = 60;

    private static final String HERE = "(at => at.name || at.id)(document.activeElement)";

    private int keys;
    private int decisions;
    private int pages;

    int keys() {
        return keys;
    }

    double seconds() {
        return keys * KEY_SECONDS + decisions * DECISION_SECONDS + pages * PAGE_SECONDS;
    }

    String account() {
        return "%d keys, %d decisions, %d pages: %.1f s".formatted(keys, decisions, pages, seconds());
    }

    /// Decides on the page, presses the keys, and waits for what comes.
    void leaves(Page page, String awaited, String... pressed) {
        decisions++;
        press(page, pressed);
        page.waitForURL(awaited);
        pages++;
    }

    /// As `leaves`, where the next page has the same address.
    void turns(Page page, String awaited, String... pressed) {
        decisions++;
        press(page, pressed);
        page.waitForSelector(awaited);
        pages++;
    }

    /// Moves on to the field and writes.
    void writes(Page page, String field, String text) {
        moves(page, field);
        decisions++;
        page.keyboard().type(text);
        text.chars().forEach(one -> keys += Character.isUpperCase(one) ? 2 : 1);
    }

    /// Moves on to the list or the group and goes down to the entry of that place; 0 ticks what the cursor stands on.
    void chooses(Page page, String field, int down) {
        moves(page, field);
        decisions++;
        if (down == 0) {
            press(page, "Space");
        }
        for (int step = 0; step < down; step++) {
            press(page, "ArrowDown");
        }
    }

    private void moves(Page page, String field) {
        Object from = page.evaluate(HERE);
        boolean passes = false;
        for (int steps = 0; !field.equals(page.evaluate(HERE)); steps++) {
            if (steps > STEPS_MAX) {
                throw new IllegalStateException("no key leads to " + field);
            }
            passes |= !from.equals(page.evaluate(HERE));
            press(page, "Tab");
        }
        decisions += passes ? 1 : 0;
    }

    private void press(Page page, String... pressed) {
        for (String key : pressed) {
            page.keyboard().press(key);
            keys += key.contains("+") ? 2 : 1;
        }
    }
}
