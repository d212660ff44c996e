package org.entente.boot;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.entente.access.Access;
import org.entente.access.Addresses;
import org.entente.access.store.JooqAccounts;
import org.entente.ask.Notices;
import org.entente.db.Database;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Officer;
import org.entente.kernel.Schedule;
import org.entente.mail.MailServer;
import org.entente.mail.Postman;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Room mail: nothing is sent where the configuration names no server.
@Configuration(proxyBeanMethods = false)
class MailBeans {
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final int MINUTES_APART = 15;

    @Bean
    Addresses addresses(Database database, NodeConfig config, Access access, Ledger ledger, AgreementId agreement) {
        return new Addresses(database, new JooqAccounts(config.ownParty()), access, ledger, agreement);
    }

    @Bean
    Sweep mailSweep(NodeConfig config, NodeHome home, Addresses addresses, Notices notices, Clock clock) {
        NodeConfig.Mail mail = config.mail();
        if (mail == null) {
            return new Sweep("mail", ROUND, () -> {});
        }
        Integer minutes = mail.minutesApart();
        Duration apart = Duration.ofMinutes(minutes == null ? MINUTES_APART : minutes);
        Postman postman = new Postman(server(mail, home), clock);
        MailRound round = new MailRound(new Told(addresses, notices, apart), postman::send, clock);
        return new Sweep("mail", ROUND, round::run);
    }

    static MailServer server(NodeConfig.Mail mail, NodeHome home) {
        return new MailServer(mail.host(), mail.port(), mail.kind(), mail.sender(), login(mail, home));
    }

    private static MailServer.@Nullable Login login(NodeConfig.Mail mail, NodeHome home) {
        String user = mail.user();
        String file = mail.passwordFile();
        if (user == null || file == null) {
            return null;
        }
        Path path = home.of(file);
        return new MailServer.Login(user, SecretFile.read(path));
    }

    /// The rooms behind the round.
    private record Told(Addresses room, Notices notices, Duration apart) implements MailRound.Waiting {
        private static final Schedule SCHEDULE = new Schedule("mail");

        @Override
        public Map<Officer, String> addresses() {
            return room.all(SCHEDULE);
        }

        @Override
        public boolean isDue(Officer officer) {
            return notices.isMailDue(SCHEDULE, officer, apart);
        }

        @Override
        public void told(Officer officer) {
            notices.mailed(SCHEDULE, officer);
        }
    }
}
