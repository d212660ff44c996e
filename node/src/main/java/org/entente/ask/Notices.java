package org.entente.ask;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.entente.access.StandIns;
import org.entente.ask.store.NoticeStore;
import org.entente.ask.store.NoticeStore.NoticeRow;
import org.entente.ask.store.NoticeStore.Whose;
import org.entente.db.Tx;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Role;
import org.entente.kernel.Schedule;

/// What waits to be heard of: a new request, a word of the other side, an alarm, a text sent back, an
/// assignment. Who has the request hears of it; while nobody has it, its institution. It is read from
/// who may see the request now, so nothing is heard of a request that is no longer the reader's.
/// Thread-safe.
public final class Notices {
    /// The events of a history that are told.
    private static final Set<Event> TOLD = EnumSet.of(
            Event.ANSWER_ARRIVED,
            Event.REFUSAL_ARRIVED,
            Event.WITHDRAWAL_ARRIVED,
            Event.QUESTION_ARRIVED,
            Event.SUPPLEMENT_ARRIVED,
            Event.PART_ANSWER_ARRIVED,
            Event.PART_REFUSAL_ARRIVED,
            Event.TRANSFER_ARRIVED,
            Event.ACCEPTANCE_ARRIVED,
            Event.EXTENSION_ARRIVED,
            Event.POSTPONEMENT_ARRIVED,
            Event.RESUMPTION_ARRIVED,
            Event.MILESTONE_ARRIVED,
            Event.CONCLUSION_ARRIVED,
            Event.DISCLOSURE_ARRIVED,
            Event.ASSISTANCE_ARRIVED,
            Event.BASIS_RETURNED,
            Event.NOT_DELIVERED,
            Event.WORD_NOT_DELIVERED,
            Event.ALARM,
            Event.CLOCK_RAN_OUT,
            Event.REVIEW_DUE,
            Event.TRANSFERRED,
            Event.ASSIGNED);

    private final Surroundings around;
    private final NoticeStore store = new NoticeStore();

    public Notices(Surroundings around) {
        this.around = around;
    }

    static boolean isTold(String event) {
        return event.equals(Notice.ARRIVED) || TOLD.contains(Event.valueOf(event));
    }

    /// The newest first, at most 100.
    public List<Notice> all(Officer officer) {
        require(officer);
        return around.transactions().in(tx -> {
            long read = store.readUpTo(tx, officer.id().value());
            return store.newest(tx, whose(tx, officer), Event.ASSIGNED.name(), 0, Limits.NOTICES_MAX).stream()
                    .map(row -> notice(row, read))
                    .toList();
        });
    }

    /// How many the officer has not read, counted up to 100.
    public int unread(Officer officer) {
        require(officer);
        return around.transactions()
                .in(tx -> store.count(
                        tx,
                        whose(tx, officer),
                        Event.ASSIGNED.name(),
                        store.readUpTo(tx, officer.id().value()),
                        Limits.NOTICES_MAX));
    }

    /// The officer has read all up to one of the list.
    public void read(Officer officer, long upTo) {
        require(officer);
        around.transactions().run(tx -> {
            List<NoticeRow> newest = store.newest(tx, whose(tx, officer), Event.ASSIGNED.name(), 0, 1);
            if (!newest.isEmpty()) {
                store.read(
                        tx,
                        officer.id().value(),
                        Math.min(upTo, newest.getFirst().id()));
            }
        });
    }

    /// Whether the officer is to be told by e-mail: something waits that they neither read nor were
    /// told of, and the last message is old enough.
    public boolean isMailDue(Schedule schedule, Officer officer, Duration apart) {
        around.access().require(schedule, AskAction.SWEEP, Marking.UNMARKED);
        if (!around.access().offers(officer, AskAction.ASSIGN)) {
            return false;
        }
        String account = officer.id().value();
        return around.transactions().in(tx -> {
            NoticeStore.Mailed last = store.mailed(tx, account);
            long known = Math.max(store.readUpTo(tx, account), last.upTo());
            return !last.at().plus(apart).isAfter(around.now())
                    && store.count(tx, whose(tx, officer), Event.ASSIGNED.name(), known, 1) > 0;
        });
    }

    /// The officer was told of all that waits now.
    public void mailed(Schedule schedule, Officer officer) {
        around.access().require(schedule, AskAction.SWEEP, Marking.UNMARKED);
        around.transactions().run(tx -> {
            List<NoticeRow> newest = store.newest(tx, whose(tx, officer), Event.ASSIGNED.name(), 0, 1);
            long upTo = newest.isEmpty() ? 0 : newest.getFirst().id();
            store.mailed(tx, officer.id().value(), new NoticeStore.Mailed(upTo, around.now()));
        });
    }

    /// Forgets what is older than sixty days. Boot runs it with the sweep.
    ///
    /// @return how many
    public int sweep(Schedule schedule) {
        around.access().require(schedule, AskAction.SWEEP, Marking.UNMARKED);
        return around.transactions()
                .in(tx -> store.forgetBefore(tx, around.now().minus(Limits.NOTICE_LIFE)));
    }

    private static Notice notice(NoticeRow row, long read) {
        return new Notice(
                row.id(),
                new RequestNumber(row.number()),
                row.type(),
                row.at(),
                row.event().toLowerCase(Locale.ROOT).replace('_', '-'),
                row.id() > read);
    }

    private Whose whose(Tx tx, Officer officer) {
        StandIns standIns = around.roll().standIns(tx, around.now());
        Set<String> has = new TreeSet<>();
        if (standIns.handler(officer.id()).filter(officer.id()::equals).isPresent()) {
            has.add(officer.id().value());
        }
        standIns.absentOf(officer.id()).forEach(absent -> has.add(absent.value()));
        Set<String> nobody = new TreeSet<>();
        standIns.uncovered().stream().map(OfficerId::value).forEach(nobody::add);
        boolean everyUncovered = around.institution(officer) == null && officer.has(Role.LAWYER);
        return new Whose(
                officer.label(), has, nobody, officer.institution().value(), everyUncovered, around.reader(officer));
    }

    private void require(Officer officer) {
        around.access().require(officer, AskAction.ASSIGN, Marking.UNMARKED);
    }
}
