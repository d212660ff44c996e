package org.entente.api;

import java.util.List;
import java.util.Map;
import org.entente.hold.JudgedPair;
import org.entente.hold.Likeness;
import org.entente.hold.RecordPair;
import org.entente.hold.Reviews;
import org.entente.hold.SubjectId;
import org.entente.hold.Verdict;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Pairs of records that a person is to look at, and their word about them.
@RestController
public class ReviewApi {
    private static final String CUSTOMARY_PURPOSE = "criminal-investigation";

    private static final Map<String, Verdict> WORDS = Map.of(
            "same", Verdict.JOINED_BY_PERSON,
            "different", Verdict.APART_BY_PERSON,
            "unsure", Verdict.UNSURE_BY_PERSON);

    /// `compared` is what the engine compared, `stated` the whole value as its source wrote it.
    public record EvidenceSide(String compared, @Nullable String stated, HoldingsApi.@Nullable Source source) {
        static EvidenceSide of(Likeness.Side side) {
            return new EvidenceSide(
                    side.compared(),
                    side.stated().map(Likeness.Stated::value).orElse(null),
                    side.stated()
                            .map(stated -> HoldingsApi.Source.of(stated.source()))
                            .orElse(null));
        }
    }

    /// One line of the waterfall; `level` says how the two agree, m and u how often records of one subject, and
    /// of two, agree so.
    public record EvidenceView(
            String what,
            Bilingual whatInWords,
            EvidenceSide one,
            EvidenceSide other,
            String level,
            Bilingual levelInWords,
            double m,
            double u,
            double bits) {
        static EvidenceView of(Likeness.Part part) {
            return new EvidenceView(
                    part.what(),
                    part.whatInWords(),
                    EvidenceSide.of(part.one()),
                    EvidenceSide.of(part.other()),
                    part.level(),
                    part.levelInWords(),
                    part.m(),
                    part.u(),
                    part.bits());
        }
    }

    /// `bits` are those judged under `modelVersion`; `likeness` is made anew from what the sources say now.
    public record LikenessView(
            double priorBits,
            List<EvidenceView> parts,
            double bits,
            double probability,
            @Nullable Bilingual others) {
        static LikenessView of(Likeness likeness) {
            return new LikenessView(
                    likeness.priorBits(),
                    likeness.parts().stream().map(EvidenceView::of).toList(),
                    likeness.bits(),
                    likeness.probability(),
                    likeness.othersInWords().orElse(null));
        }
    }

    public record JudgedView(
            String one,
            String other,
            String verdict,
            Bilingual verdictInWords,
            boolean confirmed,
            double bits,
            int modelVersion,
            String judged,
            @Nullable String officer,
            @Nullable String reason,
            LikenessView likeness,
            Bilingual notice) {
        static JudgedView of(JudgedPair pair) {
            return new JudgedView(
                    pair.pair().one().toString(),
                    pair.pair().other().toString(),
                    pair.verdict().key(),
                    pair.verdict().inWords(),
                    pair.verdict().isByPerson(),
                    pair.bits(),
                    pair.modelVersion(),
                    pair.judged().toString(),
                    pair.officer().map(OfficerId::value).orElse(null),
                    pair.reason().orElse(null),
                    LikenessView.of(pair.likeness()),
                    Likeness.notice());
        }
    }

    /// The first of `count`.
    public record ReviewQueue(List<JudgedView> items, int count) {}

    public record ReviewedPair(JudgedView judgement, HoldingsApi.DossierView one, HoldingsApi.DossierView other) {}

    /// `verdict`: same, different, unsure. `reason` is needed where it undoes a join or another person's word.
    public record PairJudgement(
            String verdict,
            @Nullable String reason,
            @Nullable String purpose) {}

    private final Reviews reviews;

    public ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    @GetMapping("/v1/review")
    ReviewQueue waiting(
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = CUSTOMARY_PURPOSE) String purpose,
            @RequestParam(defaultValue = "0") int from,
            @RequestParam(defaultValue = "20") int limit) {
        Reviews.Waiting waiting = reviews.waiting(officer, Words.purpose("purpose", purpose), from, limit);
        return new ReviewQueue(waiting.pairs().stream().map(JudgedView::of).toList(), waiting.count());
    }

    @GetMapping("/v1/review/{one}/{other}")
    ReviewedPair pair(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String one,
            @PathVariable String other,
            @RequestParam(defaultValue = CUSTOMARY_PURPOSE) String purpose) {
        Reviews.SideBySide found = reviews.sideBySide(officer, pair(one, other), Words.purpose("purpose", purpose));
        return new ReviewedPair(
                JudgedView.of(found.judged()),
                HoldingsApi.DossierView.of(found.one()),
                HoldingsApi.DossierView.of(found.other()));
    }

    @PostMapping("/v1/review/{one}/{other}")
    ReviewedPair judge(
            @AuthenticationPrincipal Officer officer,
            @PathVariable String one,
            @PathVariable String other,
            @RequestBody PairJudgement word) {
        RecordPair pair = pair(one, other);
        Verdict verdict = Words.value("verdict", "same, different, unsure", word.verdict(), ReviewApi::verdict);
        String purpose = word.purpose() == null ? CUSTOMARY_PURPOSE : word.purpose();
        reviews.judge(
                officer, pair, verdict, word.reason() == null ? "" : word.reason(), Words.purpose("purpose", purpose));
        return pair(officer, one, other, purpose);
    }

    private static Verdict verdict(String word) {
        Verdict verdict = WORDS.get(word);
        if (verdict == null) {
            throw new IllegalArgumentException(word);
        }
        return verdict;
    }

    private static RecordPair pair(String one, String other) {
        return new RecordPair(SubjectId.parse(one), SubjectId.parse(other));
    }
}
