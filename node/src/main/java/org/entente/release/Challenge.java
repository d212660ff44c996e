package org.entente.release;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.entente.kernel.AgreementId;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.UnfitValueException;

/// A challenge as it crosses. `representative` is the name of counsel or of the authority, empty for the person
/// concerned; `lodged` and `deadline` are signed, so that both nodes suspend at one moment.
public record Challenge(
        ChallengeId id,
        AgreementId agreement,
        Challenger broughtBy,
        String representative,
        String reference,
        ChallengeGround ground,
        String text,
        LocalDate receivedOn,
        InstitutionId lodgedBy,
        Instant lodged,
        Instant deadline) {

    public Challenge {
        representative = nfc(representative);
        reference = nfc(reference);
        text = nfc(text);
        lodged = lodged.truncatedTo(ChronoUnit.SECONDS);
        require(
                (broughtBy == Challenger.PERSON_CONCERNED) == representative.isEmpty()
                        && representative.length() <= Limits.REPRESENTATIVE_LENGTH_MAX,
                "counsel and authorities are named in at most 200 characters, the person concerned is not",
                "la defensa y la autoridad se nombran en 200 caracteres a lo sumo; la persona interesada, no");
        require(
                reference.length() <= Limits.REFERENCE_LENGTH_MAX,
                "a reference has at most 100 characters",
                "una referencia tiene a lo sumo 100 caracteres");
        require(
                !text.isBlank() && text.length() <= Limits.CHALLENGE_LENGTH_MAX,
                "a challenge says in 1 to 4,000 characters what is wrong",
                "una impugnación dice en 1 a 4000 caracteres qué está mal");
        require(
                deadline.equals(lodged.plus(Limits.CHALLENGE_TERM)),
                "a challenge is answered within 30 days of its lodging",
                "una impugnación se contesta dentro de los 30 días de su presentación");
    }

    /// When a challenge that nobody answered is told of before it suspends: at two thirds of its term.
    Instant alarm() {
        return lodged.plus(Limits.CHALLENGE_ALARM);
    }

    /// The same, with a term of its own from now on.
    Challenge lodgedAgain(Instant now) {
        return new Challenge(
                id,
                agreement,
                broughtBy,
                representative,
                reference,
                ground,
                text,
                receivedOn,
                lodgedBy,
                now,
                now.plus(Limits.CHALLENGE_TERM));
    }

    /// As an officer has it who does not know the release it was lodged on: without the challenger's own words.
    Challenge withoutWords() {
        return new Challenge(
                id, agreement, broughtBy, representative, "", ground, "…", receivedOn, lodgedBy, lodged, deadline);
    }

    private static void require(boolean holds, String en, String es) {
        if (!holds) {
            throw new UnfitValueException(en, es);
        }
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
