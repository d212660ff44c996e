package org.entente.contact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entente.agreement.Agreement;
import org.entente.agreement.ContactDuty;
import org.entente.agreement.clock.Deadline;
import org.entente.contact.store.ContactStore;
import org.entente.db.Tx;
import org.entente.exchange.Outbox;
import org.entente.kernel.InstitutionId;

/// Takes the contacts that crossed and watches the terms of all: no report is forgotten in silence.
final class Terms {
    private final Surroundings around;
    private final ContactStore store = new ContactStore();

    Terms(Surroundings around) {
        this.around = around;
    }

    int sweep(String by) {
        int sum = 0;
        for (Agreement agreement : around.agreements().all()) {
            ContactDuty duty = ContactDuty.of(agreement, around.own()).orElse(null);
            if (duty != null) {
                for (boolean own : List.of(true, false)) {
                    sum += around.transactions().in(tx -> take(tx, agreement, duty, own));
                }
                sum += around.transactions().in(tx -> tell(tx, agreement, duty, by));
            }
        }
        return sum;
    }

    /// Numbers of the exchange have no gaps and stand in the order of their commits, so none is passed over.
    private int take(Tx tx, Agreement agreement, ContactDuty duty, boolean own) {
        String id = agreement.id().value();
        List<Outbox.Passed> passed =
                around.mail().passed(tx, agreement.id(), own, store.taken(tx, id, own), Limits.TAKEN_AT_ONCE_MAX);
        for (Outbox.Passed one : passed) {
            InstitutionId ours = around.reporter(agreement, own ? one.from() : one.to());
            InstitutionId theirs = own ? one.to() : one.from();
            store.add(
                    tx,
                    id,
                    new ContactStore.Row(
                            0,
                            ours.value(),
                            theirs.value(),
                            ContactKind.EXCHANGE.name(),
                            one.at(),
                            around.deadline(agreement, duty, one.at()).due(),
                            new ContactStore.Crossing(own, one.sequence()),
                            "",
                            "",
                            around.now(),
                            "exchange",
                            null,
                            null));
        }
        return passed.size();
    }

    private int tell(Tx tx, Agreement agreement, ContactDuty duty, String by) {
        Instant now = around.now();
        int told = 0;
        for (ContactStore.Term term :
                store.open(tx, agreement.id().value(), now.plus(Limits.TOLD_AHEAD_MAX), Limits.LIST_MAX)) {
            Deadline deadline = around.deadline(agreement, duty, term.at());
            List<Instant> moments = Stream.concat(
                            agreement.alarms(deadline, around.other(agreement), around.own()).stream(),
                            Stream.of(term.due()))
                    .toList();
            for (Instant moment : moments) {
                if (!moment.isAfter(now) && store.tell(tx, agreement.id().value(), term, moment)) {
                    tell(tx, agreement, term, moment, by);
                    told++;
                }
            }
        }
        return told;
    }

    private void tell(Tx tx, Agreement agreement, ContactStore.Term term, Instant moment, String by) {
        around.duty(
                tx,
                agreement.id(),
                moment.equals(term.due()) ? "contact.report-overdue" : "contact.report-alarm",
                Map.of(
                        "by",
                        by,
                        "institution",
                        term.institution(),
                        "due",
                        term.due().toString()));
    }
}
