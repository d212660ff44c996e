package org.entente.ask;

import java.util.List;
import org.entente.access.AccessCode;
import org.entente.kernel.AgreementId;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Marking;
import org.entente.kernel.Officer;

/// Figures of cooperation: what was asked, answered and refused, by whom and how soon, the same on both nodes. They
/// count requests and name nobody; small counts stand as they are, since they are of the two parties' own casework. An
/// officer who has all requests of their party may see them, others may not: a count over requests that are not theirs
/// would tell of those. Thread-safe.
public final class Cooperation {
    private final Surroundings around;
    private final Counting counting;

    public Cooperation(Surroundings around) {
        this.around = around;
        this.counting = new Counting(around);
    }

    /// Whether a door offers the figures to this officer.
    public boolean isOpenTo(Officer officer) {
        return around.access().offers(officer, AskAction.SEE_FIGURES) && around.institution(officer) == null;
    }

    /// The figures of a period, the other side's beside them if they came, and the ages of what is open.
    public CooperationReport report(Officer officer, AgreementId agreement, Period period) {
        require(officer, AskAction.SEE_FIGURES);
        return around.transactions().in(tx -> counting.report(tx, agreement, officer.party(), period));
    }

    /// Sends this side's figures of a period to the other side's central authority, to be compared there.
    ///
    /// @return what was sent
    public Figures send(Officer officer, AgreementId agreement, Period period) {
        require(officer, AskAction.SEND_FIGURES);
        return around.transactions().in(tx -> counting.send(tx, officer.label(), agreement, officer.party(), period));
    }

    /// Periods of which figures were sent or came, newest first.
    public List<ExchangedFigures> exchanged(Officer officer, AgreementId agreement) {
        require(officer, AskAction.SEE_FIGURES);
        return around.transactions().in(tx -> counting.exchanged(tx, agreement));
    }

    /// The same as CSV (RFC 4180, UTF-8): a line a number, ours and, where they came, theirs.
    public String csv(Officer officer, AgreementId agreement, Period period) {
        return FiguresCsv.of(report(officer, agreement, period));
    }

    private void require(Officer officer, AskAction action) {
        around.access().require(officer, action, Marking.UNMARKED);
        if (around.institution(officer) != null) {
            throw new EntenteException(AccessCode.ACCESS_DENIED, action.key());
        }
    }
}
