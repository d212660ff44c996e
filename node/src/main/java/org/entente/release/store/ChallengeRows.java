package org.entente.release.store;

import static org.entente.release.store.generated.Tables.CHALLENGE;
import static org.entente.release.store.generated.Tables.CHALLENGE_REACH;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.db.Tx;
import org.entente.kernel.AgreementId;
import org.entente.kernel.CaseNumber;
import org.entente.kernel.InstitutionId;
import org.entente.release.Challenge;
import org.entente.release.ChallengeAnswer;
import org.entente.release.ChallengeEnding;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeGround;
import org.entente.release.ChallengeId;
import org.entente.release.ChallengeReach;
import org.entente.release.Challenger;
import org.entente.release.ReleaseId;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/// Challenges read from their two tables.
final class ChallengeRows {
    private ChallengeRows() {}

    /// Open ones first, by deadline.
    static List<ChallengeFile> read(Tx tx, Condition which, int countMax) {
        List<Record> rows = List.copyOf(tx.dsl()
                .selectFrom(CHALLENGE)
                .where(which)
                .orderBy(CHALLENGE.ENDED_AT.desc().nullsFirst(), CHALLENGE.DEADLINE, CHALLENGE.CHALLENGE_)
                .limit(countMax)
                .fetch());
        Map<String, List<ChallengeReach>> reaches = tx
                .dsl()
                .selectFrom(CHALLENGE_REACH)
                .where(CHALLENGE_REACH.CHALLENGE.in(
                        rows.stream().map(row -> row.get(CHALLENGE.CHALLENGE_)).toList()))
                .orderBy(CHALLENGE_REACH.ORDINAL)
                .fetch()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get(CHALLENGE_REACH.CHALLENGE),
                        TreeMap::new,
                        Collectors.mapping(ChallengeRows::reach, Collectors.toList())));
        return rows.stream()
                .map(row -> file(row, reaches.getOrDefault(row.get(CHALLENGE.CHALLENGE_), List.of())))
                .toList();
    }

    private static ChallengeFile file(Record row, List<ChallengeReach> reaches) {
        String caseNumber = row.get(CHALLENGE.CASE_NUMBER);
        return new ChallengeFile(
                new Challenge(
                        new ChallengeId(row.get(CHALLENGE.CHALLENGE_)),
                        new AgreementId(row.get(CHALLENGE.AGREEMENT)),
                        Challenger.valueOf(row.get(CHALLENGE.BROUGHT_BY)),
                        row.get(CHALLENGE.REPRESENTATIVE),
                        row.get(CHALLENGE.REFERENCE),
                        ChallengeGround.valueOf(row.get(CHALLENGE.GROUND)),
                        row.get(CHALLENGE.GROUNDS_TEXT),
                        row.get(CHALLENGE.RECEIVED_ON),
                        new InstitutionId(row.get(CHALLENGE.LODGED_BY)),
                        row.get(CHALLENGE.LODGED_AT),
                        row.get(CHALLENGE.DEADLINE)),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.get(CHALLENGE.OFFICER),
                row.get(CHALLENGE.OURS_TO_ANSWER),
                row.get(CHALLENGE.FIRST_LODGED_AT),
                row.get(CHALLENGE.ALARMED_AT),
                row.get(CHALLENGE.SUSPENDED_AT),
                reaches);
    }

    private static ChallengeReach reach(Record row) {
        ReleaseId release = new ReleaseId(row.get(CHALLENGE_REACH.RELEASE));
        return new ChallengeReach(
                release,
                new TreeSet<>(Arrays.asList(row.get(CHALLENGE_REACH.POSITIONS))),
                ChallengeReach.envelope(row.get(CHALLENGE_REACH.TOLD_ENVELOPE)),
                row.get(CHALLENGE_REACH.ARRIVED_AT),
                answered(row, release));
    }

    private static ChallengeReach.@Nullable Answered answered(Record row, ReleaseId release) {
        String ending = row.get(CHALLENGE_REACH.ENDING);
        if (ending == null) {
            return null;
        }
        String corrected = row.get(CHALLENGE_REACH.CORRECTED);
        return new ChallengeReach.Answered(
                new ChallengeAnswer(
                        new ChallengeId(row.get(CHALLENGE_REACH.CHALLENGE)),
                        release,
                        ChallengeEnding.valueOf(ending),
                        row.get(CHALLENGE_REACH.REASONS),
                        corrected == null ? null : new ReleaseId(corrected),
                        row.get(CHALLENGE_REACH.ANSWERED_AT)),
                row.get(CHALLENGE_REACH.ANSWERED_BY),
                ChallengeReach.envelope(row.get(CHALLENGE_REACH.ANSWER_ENVELOPE)),
                row.get(CHALLENGE_REACH.ANSWER_ARRIVED_AT));
    }
}
