package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.entente.kernel.Officer;
import org.entente.mail.Sending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells officers by e-mail that something waits, each at most once in a while. What waits stands in
/// the tables, so there is no queue to fill: a server that is away delays the message and nothing else.
final class MailRound {
    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    /// Who is to be told.
    interface Waiting {
        Map<Officer, String> addresses();

        boolean isDue(Officer officer);

        void told(Officer officer);
    }

    private final Waiting waiting;
    private final Function<String, Sending> post;
    private final Clock clock;
    private Duration pause = FIRST_PAUSE;
    private Instant next = Instant.MIN;

    MailRound(Waiting waiting, Function<String, Sending> post, Clock clock) {
        this.waiting = waiting;
        this.post = post;
        this.clock = clock;
    }

    /// @return how many messages left
    synchronized int run() {
        if (clock.instant().isBefore(next)) {
            return 0;
        }
        int sent = 0;
        for (Map.Entry<Officer, String> one : waiting.addresses().entrySet()) {
            Officer officer = one.getKey();
            if (!waiting.isDue(officer)) {
                continue;
            }
            switch (post.apply(one.getValue())) {
                case Sending.Sent _ -> {
                    sent++;
                    pause = FIRST_PAUSE;
                    waiting.told(officer);
                }
                case Sending.AddressRefused _ -> {
                    LOG.warn("the mail server refuses the address of {}", officer.id());
                    waiting.told(officer);
                }
                case Sending.NotNow _ -> LOG.info("the mail server takes nothing for {} now", officer.id());
                case Sending.Failed failed -> {
                    LOG.warn("the mail server takes nothing ({}); next try in {}", failed.cause(), pause);
                    next = clock.instant().plus(pause);
                    Duration doubled = pause.multipliedBy(2);
                    pause = doubled.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : doubled;
                    return sent;
                }
            }
        }
        return sent;
    }
}
