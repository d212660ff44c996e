package org.entente.act;

import org.entente.kernel.UnfitValueException;

/// The proposer's officers who are to be present, as the proposer declares them: how many (0 to 500), with which
/// powers,
/// whether accredited by the host for this ground and time, whether armed and whether the host's permit covers the
/// arms.
public record Guests(int count, Powers powers, boolean accredited, boolean armed, boolean armsPermitted) {
    public Guests {
        if (count < 0 || count > Limits.OFFICERS_MAX) {
            throw new UnfitValueException("0 to 500 guest officers", "de 0 a 500 funcionarios invitados");
        }
    }

    /// No officer of the proposer is present.
    public static Guests none() {
        return new Guests(0, Powers.LIAISON, false, false, false);
    }

    /// What the guests would do on the spot.
    public enum Powers {
        LIAISON,
        /// Arrest, search or enter: reserved to the host.
        COERCIVE
    }
}
