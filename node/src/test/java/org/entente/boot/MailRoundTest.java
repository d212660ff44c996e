package org.entente.boot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.entente.mail.Sending;
import org.junit.jupiter.api.Test;

/// A server that is away delays the message and nothing else.
class MailRoundTest {
    private final StandingClock clock = new StandingClock(Instant.parse("2026-11-24T12:00:00Z"));
    private final List<String> tried = new ArrayList<>();
    private final List<Officer> told = new ArrayList<>();
    private Sending answer = new Sending.Sent();

    private final MailRound round = new MailRound(
            new MailRound.Waiting() {
                @Override
                public Map<Officer, String> addresses() {
                    return Map.of(officer(), "officer@agency.example");
                }

                @Override
                public boolean isDue(Officer officer) {
                    return told.isEmpty();
                }

                @Override
                public void told(Officer officer) {
                    told.add(officer);
                }
            },
            address -> {
                tried.add(address);
                return answer;
            },
            clock);

    @Test
    void whoIsNotDueIsNotTold() {
        assertEquals(1, round.run());
        assertEquals(0, round.run());
        assertEquals(1, tried.size());
    }

    @Test
    void aServerThatIsAwayIsTriedLessAndLess() {
        answer = new Sending.Failed("MailConnectException");
        for (int minute = 0; minute < 10; minute++) {
            assertEquals(0, round.run());
            clock.advance(Duration.ofMinutes(1));
        }
        assertEquals(4, tried.size(), "after 1, 2, 4 minutes");
        assertEquals(List.of(), told);
        answer = new Sending.Sent();
        clock.advance(Duration.ofHours(1));
        assertEquals(1, round.run());
    }

    @Test
    void anAddressThatIsRefusedStopsNoOther() {
        answer = new Sending.AddressRefused();
        assertEquals(0, round.run());
        assertEquals(List.of(officer()), told, "it is tried again with the next notice");
    }

    private static Officer officer() {
        return new Officer(
                new OfficerId("us-officer"),
                new Party("US"),
                new InstitutionId("us-atf"),
                "Officer",
                Set.of(Role.CASE_OFFICER));
    }
}
