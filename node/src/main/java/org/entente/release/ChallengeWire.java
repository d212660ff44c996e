package org.entente.release;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// Bodies of `release.challenge` and `release.challenge-answered`.
final class ChallengeWire {
    static final String CHALLENGE = "release.challenge";
    static final String ANSWERED = "release.challenge-answered";

    /// A challenge with the one release that the receiver of the word has or gave.
    record Told(Challenge challenge, ReleaseId release, SortedSet<Integer> positions) {}

    private ChallengeWire() {}

    static Bytes encode(Told told) {
        Challenge challenge = told.challenge();
        List<Json> positions = new ArrayList<>();
        told.positions().forEach(position -> positions.add(new Json.Whole(position)));
        return ReleaseWire.body()
                .with("broughtBy", challenge.broughtBy().name())
                .with("challenge", challenge.id().hex())
                .with("deadline", challenge.deadline().getEpochSecond())
                .with("ground", challenge.ground().name())
                .with("lodged", challenge.lodged().getEpochSecond())
                .with("lodgedBy", challenge.lodgedBy().value())
                .with("positions", new Json.Items(positions))
                .with("receivedOn", challenge.receivedOn().toString())
                .with("reference", challenge.reference())
                .with("release", told.release().hex())
                .with("representative", challenge.representative())
                .with("text", challenge.text())
                .build()
                .encode();
    }

    static Told parseChallenge(AgreementId agreement, Bytes body) {
        return ReleaseWire.parse(CHALLENGE, body, reader -> {
            Challenge challenge = new Challenge(
                    new ChallengeId(reader.text("challenge")),
                    agreement,
                    Challenger.valueOf(reader.text("broughtBy")),
                    reader.text("representative"),
                    reader.text("reference"),
                    ChallengeGround.valueOf(reader.text("ground")),
                    reader.text("text", Limits.CHALLENGE_LENGTH_MAX),
                    day(reader.text("receivedOn")),
                    new InstitutionId(reader.text("lodgedBy")),
                    reader.seconds("lodged"),
                    reader.seconds("deadline"));
            return new Told(challenge, new ReleaseId(reader.text("release")), positions(reader));
        });
    }

    static Bytes encode(ChallengeAnswer answer) {
        Json.MembersBuilder members = ReleaseWire.body()
                .with("at", answer.at().getEpochSecond())
                .with("challenge", answer.challenge().hex())
                .with("ending", answer.ending().name())
                .with("reasons", answer.reasons())
                .with("release", answer.release().hex());
        ReleaseId corrected = answer.corrected();
        if (corrected != null) {
            members.with("corrected", corrected.hex());
        }
        return members.build().encode();
    }

    static ChallengeAnswer parseAnswer(Bytes body) {
        return ReleaseWire.parse(
                ANSWERED,
                body,
                reader -> new ChallengeAnswer(
                        new ChallengeId(reader.text("challenge")),
                        new ReleaseId(reader.text("release")),
                        ChallengeEnding.valueOf(reader.text("ending")),
                        reader.text("reasons", Limits.REASON_LENGTH_MAX),
                        reader.optionalText("corrected").map(ReleaseId::new).orElse(null),
                        reader.seconds("at")));
    }

    private static SortedSet<Integer> positions(MemberReader reader) {
        SortedSet<Integer> positions = new TreeSet<>();
        int last = 0;
        for (Json item : reader.items("positions").values()) {
            if (!(item instanceof Json.Whole(long position)) || position <= last || position > Limits.ITEMS_MAX) {
                throw new IllegalArgumentException("positions ascend from 1 to at most 500");
            }
            last = (int) position;
            positions.add(last);
        }
        return positions;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }
}
