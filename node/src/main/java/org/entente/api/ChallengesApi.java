package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.EntenteException;
import org.entente.kernel.Officer;
import org.entente.release.Challenge;
import org.entente.release.ChallengeAnswer;
import org.entente.release.ChallengeAnswerOrder;
import org.entente.release.ChallengeAnswering;
import org.entente.release.ChallengeEnding;
import org.entente.release.ChallengeFile;
import org.entente.release.ChallengeGround;
import org.entente.release.ChallengeId;
import org.entente.release.ChallengeOrder;
import org.entente.release.ChallengeReach;
import org.entente.release.ChallengeSending;
import org.entente.release.Challenger;
import org.entente.release.Challenges;
import org.entente.release.ReleaseId;
import org.entente.release.WordLoss;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Challenges to what was released: by whom, to what, whom they reached, how they ended.
@RestController
public class ChallengesApi {
    @Schema(name = "ChallengeOrder")
    public record Order(
            String broughtBy,
            @Nullable String representative,
            @Nullable String reference,
            String ground,
            String text,
            LocalDate receivedOn,

            @com.fasterxml.jackson.annotation.JsonProperty("case")
            String caseNumber,

            @Nullable List<Integer> positions) {}

    @Schema(name = "ChallengeCorrection")
    public record Correction(int position, @Nullable String value) {}

    @Schema(name = "ChallengeAnswerOrder")
    public record AnswerOrder(
            String ending, String reasons, @Nullable List<Correction> corrections) {}

    @Schema(name = "ChallengeView")
    public record View(
            String id,
            String state,
            String broughtBy,
            @Nullable String representative,
            @Nullable String reference,
            String ground,
            String text,
            String receivedOn,
            String lodgedBy,
            String lodged,
            String deadline,
            boolean oursToAnswer,

            @com.fasterxml.jackson.annotation.JsonProperty("case") @Nullable
            String caseNumber,

            @Nullable String firstLodged,
            @Nullable String alarmed,
            @Nullable String suspended,
            List<Reach> reaches) {}

    @Schema(name = "ChallengeReach")
    public record Reach(
            String release,
            List<Integer> positions,
            @Nullable String told,
            @Nullable String toldReceipt,
            @Nullable Bilingual toldLost,
            @Nullable String arrived,
            @Nullable Answer answer) {}

    @Schema(name = "ChallengeAnswer")
    public record Answer(
            String ending,
            String reasons,
            @Nullable String corrected,
            String at,
            @Nullable String envelope,
            @Nullable String receipt) {}

    @Schema(name = "ChallengeAnswered")
    public record Answered(
            String outcome,
            @Nullable Bilingual reason,
            @Nullable View challenge) {}

    @Schema(name = "ChallengeSending")
    public record Sending(
            String outcome,
            @Nullable Bilingual reason,
            @Nullable View challenge) {}

    private final Challenges challenges;

    public ChallengesApi(Challenges challenges) {
        this.challenges = challenges;
    }

    @GetMapping("/v1/challenges")
    Items<View> all(
            @AuthenticationPrincipal Officer officer, @RequestParam(required = false) @Nullable String release) {
        List<ChallengeFile> files = release == null
                ? challenges.list(officer)
                : challenges.of(
                        officer, Words.value("release", "0123456789abcdef0123456789abcdef", release, ReleaseId::new));
        return new Items<>(files.stream().map(file -> view(officer, file)).toList());
    }

    @GetMapping("/v1/challenges/{id}")
    View one(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return view(officer, challenges.one(officer, Words.id(id, ChallengeId::new)));
    }

    @PostMapping("/v1/releases/{id}/challenges")
    @ResponseStatus(HttpStatus.CREATED)
    View lodge(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody Order order) {
        ChallengeOrder read = new ChallengeOrder(
                Words.id(id, ReleaseId::new),
                new TreeSet<>(Optional.ofNullable(order.positions()).orElse(List.of())),
                Words.parse(Challenger.class, "broughtBy", order.broughtBy()),
                Optional.ofNullable(order.representative()).orElse(""),
                Optional.ofNullable(order.reference()).orElse(""),
                Words.parse(ChallengeGround.class, "ground", order.ground()),
                order.text(),
                order.receivedOn(),
                Words.caseNumber("case", order.caseNumber()));
        return view(officer, challenges.lodge(officer, read));
    }

    @PostMapping("/v1/challenges/{id}/answer")
    Answered answer(@AuthenticationPrincipal Officer officer, @PathVariable String id, @RequestBody AnswerOrder order) {
        SortedMap<Integer, String> corrections = new TreeMap<>();
        for (Correction correction : Optional.ofNullable(order.corrections()).orElse(List.of())) {
            String value = Optional.ofNullable(correction.value()).orElse("");
            if (corrections.put(correction.position(), value) != null) {
                throw new EntenteException(ApiCode.API_FIELD, "corrections", "1, 2");
            }
        }
        ChallengeAnswerOrder read = new ChallengeAnswerOrder(
                Words.parse(ChallengeEnding.class, "ending", order.ending()), order.reasons(), corrections);
        return switch (challenges.answer(officer, Words.id(id, ChallengeId::new), read)) {
            case ChallengeAnswering.Answered answered -> new Answered("answered", null, view(officer, answered.file()));
            case ChallengeAnswering.Refused refused -> new Answered("refused", refused.text(), null);
        };
    }

    @PostMapping("/v1/challenges/{id}/sending")
    Sending sendAgain(@AuthenticationPrincipal Officer officer, @PathVariable String id) {
        return switch (challenges.sendAgain(officer, Words.id(id, ChallengeId::new))) {
            case ChallengeSending.Sent sent -> new Sending("sent", null, view(officer, sent.file()));
            case ChallengeSending.Refused refused -> new Sending("refused", refused.text(), null);
        };
    }

    private View view(Officer officer, ChallengeFile file) {
        Challenge challenge = file.challenge();
        return new View(
                challenge.id().hex(),
                Items.word(challenges.state(officer, file)),
                Items.word(challenge.broughtBy()),
                present(challenge.representative()),
                present(challenge.reference()),
                Items.word(challenge.ground()),
                challenge.text(),
                challenge.receivedOn().toString(),
                challenge.lodgedBy().value(),
                challenge.lodged().toString(),
                challenge.deadline().toString(),
                file.oursToAnswer(),
                text(file.caseNumber()),
                text(file.firstLodged()),
                text(file.alarmed()),
                text(file.suspended()),
                file.reaches().stream().map(reach -> view(officer, reach)).toList());
    }

    private Reach view(Officer officer, ChallengeReach reach) {
        return new Reach(
                reach.release().hex(),
                List.copyOf(reach.positions()),
                text(reach.told()),
                text(receipt(officer, reach.told())),
                loss(officer, reach.told()),
                text(reach.arrived()),
                view(officer, reach.answer()));
    }

    private @Nullable Answer view(Officer officer, ChallengeReach.@Nullable Answered answered) {
        if (answered == null) {
            return null;
        }
        ChallengeAnswer answer = answered.answer();
        return new Answer(
                Items.word(answer.ending()),
                answer.reasons(),
                text(answer.corrected()),
                answer.at().toString(),
                text(answered.envelope()),
                text(receipt(officer, answered.envelope())));
    }

    private @Nullable Instant receipt(Officer officer, @Nullable EnvelopeId word) {
        return word == null ? null : challenges.receipt(officer, word).orElse(null);
    }

    private @Nullable Bilingual loss(Officer officer, @Nullable EnvelopeId word) {
        return word == null
                ? null
                : challenges.loss(officer, word).map(WordLoss::text).orElse(null);
    }

    private static @Nullable String present(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
