package org.entente.access;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.db.Transactions;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Schedule;
import org.entente.prove.Leaf;
import org.entente.prove.Ledger;
import org.jspecify.annotations.Nullable;

/// Where officers are told by e-mail that something waits. That an address was set is a DUTY leaf;
/// the address stands in no log. Thread-safe.
public final class Addresses {
    /// RFC 5321, section 4.5.3.1.1.
    private static final int LOCAL_PART_LENGTH_MAX = 64;
    /// RFC 5322, section 3.2.3, without what nobody's mailbox has: no dot at an end, no two in a row.
    private static final String ATOM = "[A-Za-z0-9_%+-]+";
    /// RFC 1035, section 2.3.1.
    private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";

    private final Transactions transactions;
    private final Accounts accounts;
    private final Access access;
    private final Ledger ledger;
    private final AgreementId agreement;

    public Addresses(
            Transactions transactions, Accounts accounts, Access access, Ledger ledger, AgreementId agreement) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.access = access;
        this.ledger = ledger;
        this.agreement = agreement;
    }

    /// Sets one's own address, or an operator that of another; null takes it away.
    ///
    /// @throws EntenteException ACCESS_DENIED; ACCESS_OFFICER_UNKNOWN; ACCESS_ADDRESS_UNFIT
    public void set(Officer actor, OfficerId officer, @Nullable String address) {
        AccessAction action =
                actor.id().equals(officer) ? AccessAction.SET_ADDRESS : AccessAction.SET_ADDRESS_FOR_OTHERS;
        access.require(actor, action, Marking.UNMARKED);
        if (address != null && !isAddress(address)) {
            throw new EntenteException(AccessCode.ACCESS_ADDRESS_UNFIT);
        }
        transactions.run(tx -> {
            if (!accounts.setAddress(tx, officer, address)) {
                throw new EntenteException(AccessCode.ACCESS_OFFICER_UNKNOWN, officer.value());
            }
            Map<String, String> fields =
                    Map.of("officer", officer.value(), "by", actor.label(), "set", address == null ? "no" : "yes");
            ledger.request(tx, new Leaf.Duty(agreement, "access.address-set", new TreeMap<>(fields)));
        });
    }

    /// One's own.
    public Optional<String> own(Officer officer) {
        access.require(officer, AccessAction.SET_ADDRESS, Marking.UNMARKED);
        return Optional.ofNullable(transactions.in(accounts::addresses).get(officer));
    }

    /// All that are set, for the schedule that sends.
    public Map<Officer, String> all(Schedule schedule) {
        access.require(schedule, AccessAction.READ_ADDRESSES, Marking.UNMARKED);
        return transactions.in(accounts::addresses);
    }

    /// One mailbox in plain ASCII: what a header could be broken with is none.
    private static boolean isAddress(String text) {
        return text.length() <= Limits.ADDRESS_LENGTH_MAX
                && text.indexOf('@') <= LOCAL_PART_LENGTH_MAX
                && text.matches(ATOM + "(\\." + ATOM + ")*@" + LABEL + "(\\." + LABEL + ")+");
    }
}
