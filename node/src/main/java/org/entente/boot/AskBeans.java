package org.entente.boot;

import java.time.Clock;
import java.time.Duration;
import org.entente.access.Access;
import org.entente.access.Roll;
import org.entente.agreement.Agreements;
import org.entente.ask.Assignments;
import org.entente.ask.Assistances;
import org.entente.ask.Attachments;
import org.entente.ask.Casework;
import org.entente.ask.Cooperation;
import org.entente.ask.ExchangePost;
import org.entente.ask.Forewarnings;
import org.entente.ask.InBulk;
import org.entente.ask.Notices;
import org.entente.ask.Papers;
import org.entente.ask.Prospects;
import org.entente.ask.ReleaseAnswering;
import org.entente.ask.SavedFilters;
import org.entente.ask.Surroundings;
import org.entente.ask.WhoKnows;
import org.entente.db.Transactions;
import org.entente.exchange.Desk;
import org.entente.exchange.Inbox;
import org.entente.exchange.Outbox;
import org.entente.exchange.Parcels;
import org.entente.exchange.Pseudonyms;
import org.entente.kernel.Schedule;
import org.entente.keys.Keyring;
import org.entente.paper.Press;
import org.entente.prove.Ledger;
import org.entente.release.Releases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room ask. The inbox is made with the desks, so the room asks for it when the first request arrives.
@Configuration(proxyBeanMethods = false)
class AskBeans {
    /// A request that the peer's node refused, or that was not delivered in time, shows so within about
    /// this time.
    private static final Duration SWEEP_PAUSE = Duration.ofSeconds(5);

    @Bean
    Surroundings askSurroundings(
            Transactions transactions,
            Access access,
            Agreements agreements,
            Ledger ledger,
            Outbox outbox,
            ObjectProvider<Inbox> inbox,
            Pseudonyms pseudonyms,
            Releases releases,
            Roll roll,
            Clock clock,
            Parcels parcels) {
        return new Surroundings(
                transactions,
                access,
                agreements,
                ledger,
                new ExchangePost(outbox, inbox::getObject, pseudonyms),
                new ReleaseAnswering(releases),
                roll,
                clock,
                parcels);
    }

    @Bean
    Casework casework(Surroundings askSurroundings) {
        return new Casework(askSurroundings);
    }

    @Bean
    Attachments attachments(Surroundings askSurroundings) {
        return new Attachments(askSurroundings);
    }

    @Bean
    Assignments assignments(Surroundings askSurroundings) {
        return new Assignments(askSurroundings);
    }

    @Bean
    Notices notices(Surroundings askSurroundings) {
        return new Notices(askSurroundings);
    }

    /// What is older than sixty days goes within about a day.
    @Bean
    Sweep noticeSweep(Notices notices) {
        return new Sweep("notices", Duration.ofHours(6), () -> notices.sweep(new Schedule("notices")));
    }

    @Bean
    SavedFilters savedFilters(Surroundings askSurroundings) {
        return new SavedFilters(askSurroundings);
    }

    @Bean
    InBulk inBulk(Casework casework, Assignments assignments) {
        return new InBulk(casework, assignments);
    }

    @Bean
    Assistances assistances(Surroundings askSurroundings) {
        return new Assistances(askSurroundings);
    }

    @Bean
    Forewarnings forewarnings(Surroundings askSurroundings) {
        return new Forewarnings(askSurroundings);
    }

    @Bean
    WhoKnows whoKnows(Surroundings askSurroundings) {
        return new WhoKnows(askSurroundings);
    }

    @Bean
    Papers papers(Surroundings askSurroundings, Keyring keyring) {
        return new Papers(askSurroundings, new Press(keyring));
    }

    @Bean
    Prospects prospects(Surroundings askSurroundings) {
        return new Prospects(askSurroundings);
    }

    @Bean
    Cooperation cooperation(Surroundings askSurroundings) {
        return new Cooperation(askSurroundings);
    }

    @Bean
    Desk askDesk(Casework casework) {
        return casework.desk();
    }

    @Bean
    Sweep askSweep(Casework casework) {
        return new Sweep("ask", SWEEP_PAUSE, () -> casework.sweep(new Schedule("ask")));
    }
}
