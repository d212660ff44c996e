package org.entente.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.db.Tx;
import org.entente.kernel.Bytes;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;

/// Where accounts, links, sessions and mandates are kept. Codes and tokens come as SHA-256 hashes only.
public interface Accounts {
    void enrol(Tx tx, Officer officer, Instant at);

    Optional<Officer> officer(Tx tx, OfficerId id);

    /// By account name.
    List<Officer> all(Tx tx);

    void putLink(Tx tx, Bytes codeHash, OfficerId officer, OfficerId issuedBy, Instant expires);

    boolean isOpen(Tx tx, Bytes codeHash, Instant at);

    /// Marks the link used and says whose it was; empty when unknown, used or expired. Of two at once one wins.
    Optional<OfficerId> spendLink(Tx tx, Bytes codeHash, Instant at);

    void putSession(Tx tx, Bytes tokenHash, OfficerId officer, Instant started, Instant expires);

    Optional<Officer> session(Tx tx, Bytes tokenHash, Instant at);

    void endSession(Tx tx, Bytes tokenHash);

    /// All of an officer's, tokens of the command line too.
    void endSessions(Tx tx, OfficerId officer);

    void putMandate(Tx tx, Mandate mandate);

    /// Mandates that have not ended at that moment.
    List<Mandate> mandates(Tx tx, Instant at);

    /// @return false if there is no such officer
    boolean setAddress(Tx tx, OfficerId officer, @Nullable String address);

    /// Of those who have one.
    Map<Officer, String> addresses(Tx tx);

    void putAbsence(Tx tx, Absence absence);

    /// Absences that have not ended at that moment, the first to begin first.
    List<Absence> absences(Tx tx, Instant at);

    /// Ends those in force at that moment then, and takes back those to come.
    ///
    /// @return how many
    int endAbsences(Tx tx, OfficerId officer, Instant at);
}
