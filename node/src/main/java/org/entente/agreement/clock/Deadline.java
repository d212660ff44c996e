package org.entente.agreement.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Language;
import org.entente.kernel.Texts;

/// When a term ends. `due` is the last moment in time; `zone` that of the desk it runs for.
public record Deadline(String clock, Instant start, Instant due, ZoneId zone, int extensions)
        implements Comparable<Deadline> {
    private static final Texts TEXTS = Texts.of("agreement");
    // Explicit patterns: a localised style differs between releases of the JDK's locale data.
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.US);
    private static final DateTimeFormatter ES_DAY =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.forLanguageTag("es-MX"));
    private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.US);

    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }

    /// "2 days left, Thu 26 Nov 18:00 CST": the greatest whole unit of days from 48 hours, hours or minutes, and the
    /// moment in the desk's zone.
    public Bilingual timeLeft(Instant now) {
        return new Bilingual(timeLeft(now, Language.EN), timeLeft(now, Language.ES));
    }

    private String timeLeft(Instant now, Language language) {
        Duration left = Duration.between(now, due).abs();
        String unit = left.toHours() >= 48 ? "days" : left.toMinutes() >= 60 ? "hours" : "minutes";
        long count = switch (unit) {
            case "days" -> left.toDays();
            case "hours" -> left.toHours();
            default -> left.toMinutes();
        };
        String key = (isOverdue(now) ? "overdue." : "left.") + unit + (count == 1 ? ".one" : ".many");
        return TEXTS.text(key, language, count, moment(language));
    }

    /// The moment it is due, as people of the desk's zone write it: "Thu 26 Nov 18:00 CST".
    public String moment(Language language) {
        ZonedDateTime local = due.atZone(zone);
        DateTimeFormatter day = switch (language) {
            case EN -> EN_DAY;
            case ES -> ES_DAY;
        };
        return day.format(local).replace(".", "") + " " + ZONE.format(local);
    }

    @Override
    public int compareTo(Deadline other) {
        return due.compareTo(other.due);
    }
}
