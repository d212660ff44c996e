package org.entente.contact;

import java.time.Instant;
import org.entente.kernel.InstitutionId;
import org.jspecify.annotations.Nullable;

/// A contact that an officer recorded.
///
/// @param by who recorded it, as logs name them
/// @param wantsLeave whether the law wants leave beforehand and none is stated
/// @param due when its report is due
/// @param report where it stands; null while its report is owed
/// @param struck why it was struck out; null if it stands
public record Contact(
        long id,
        InstitutionId institution,
        InstitutionId counterpart,
        ContactKind kind,
        Instant at,
        String subject,
        String leave,
        boolean wantsLeave,
        String by,
        Instant due,
        @Nullable ReportNumber report,
        @Nullable String struck) {}
