package org.entente.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.entente.agreement.AgreementText;
import org.entente.agreement.Agreements;
import org.entente.agreement.CodeSystem;
import org.entente.agreement.Term;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The codes of the agreement and what those of others are read as.
@RestController
public class CodesApi {
    @Schema(name = "OwnCode")
    public record Own(String code, Bilingual means) {
        static List<Own> of(List<Term> terms) {
            return terms.stream().map(term -> new Own(term.key(), term.text())).toList();
        }
    }

    @Schema(name = "CodeRead")
    public record Read(
            String code,
            Bilingual means,
            List<String> as,
            boolean lossy,
            @Nullable Bilingual loses) {}

    @Schema(name = "CodeGiven")
    public record Given(
            String own,
            String code,
            boolean lossy,
            @Nullable Bilingual loses) {}

    @Schema(name = "CodeScale")
    public record Scale(String axis, List<Read> reads, List<Given> gives) {
        static Scale of(CodeSystem.Scale scale) {
            return new Scale(
                    scale.axis().word(),
                    scale.reads().stream()
                            .map(one -> new Read(
                                    one.code(),
                                    one.means(),
                                    one.as(),
                                    one.loses().isPresent(),
                                    one.loses().orElse(null)))
                            .toList(),
                    scale.gives().stream()
                            .map(one -> new Given(
                                    one.own(),
                                    one.code(),
                                    one.loses().isPresent(),
                                    one.loses().orElse(null)))
                            .toList());
        }
    }

    @Schema(name = "CodeSystem")
    public record Theirs(String key, Bilingual name, String origin, boolean checked, List<Scale> scales) {}

    @Schema(name = "Codes")
    public record Codes(List<Own> handling, List<Own> source, List<Own> information, List<Theirs> systems) {}

    private final AgreementId id;
    private final Agreements agreements;

    public CodesApi(AgreementId id, Agreements agreements) {
        this.id = id;
        this.agreements = agreements;
    }

    @GetMapping("/v1/codes")
    Codes codes() {
        AgreementText text = agreements.current(id).text();
        return new Codes(
                Own.of(text.handlingCodes()),
                Own.of(text.evaluationCodes().source()),
                Own.of(text.evaluationCodes().information()),
                text.codeSystems().stream()
                        .map(one -> new Theirs(
                                one.key(),
                                one.name(),
                                one.source(),
                                one.checked(),
                                one.scales().stream().map(Scale::of).toList()))
                        .toList());
    }
}
