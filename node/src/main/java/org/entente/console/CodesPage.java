package org.entente.console;

import java.util.ArrayList;
import java.util.List;
import org.entente.agreement.AgreementText;
import org.entente.agreement.CodeSystem;
import org.entente.agreement.Term;

/// Our codes with what they mean, and those of others with what they are read as and what that loses.
record CodesPage(List<Own> own, List<Theirs> systems) {
    /// `lost` is empty where the mapping is exact.
    record Row(String code, String means, String leadsTo, String lost) {}

    record Own(String title, List<ConfirmPage.Row> rows) {}

    record Scale(String title, List<Row> reads, List<Row> gives) {}

    record Theirs(String title, String source, boolean checked, List<Scale> scales) {}

    static CodesPage of(Words words, AgreementText text) {
        List<Own> own = new ArrayList<>();
        own.add(own(words, CodeSystem.Axis.HANDLING, text.handlingCodes()));
        own.add(own(words, CodeSystem.Axis.SOURCE, text.evaluationCodes().source()));
        own.add(own(words, CodeSystem.Axis.INFORMATION, text.evaluationCodes().information()));
        List<Theirs> systems = text.codeSystems().stream()
                .map(one -> new Theirs(
                        words.of(one.name()),
                        one.source(),
                        one.checked(),
                        one.scales().stream()
                                .map(scale -> scale(words, text, scale))
                                .toList()))
                .toList();
        return new CodesPage(own, systems);
    }

    private static Own own(Words words, CodeSystem.Axis axis, List<Term> terms) {
        return new Own(
                axis(words, axis),
                terms.stream()
                        .map(term -> new ConfirmPage.Row(term.key(), words.of(term.text())))
                        .toList());
    }

    private static Scale scale(Words words, AgreementText text, CodeSystem.Scale scale) {
        List<Term> ours = switch (scale.axis()) {
            case HANDLING -> text.handlingCodes();
            case SOURCE -> text.evaluationCodes().source();
            case INFORMATION -> text.evaluationCodes().information();
        };
        return new Scale(
                axis(words, scale.axis()),
                scale.reads().stream()
                        .map(one -> new Row(
                                one.code(),
                                words.of(one.means()),
                                String.join(" ", one.as()),
                                one.loses().map(words::of).orElse("")))
                        .toList(),
                scale.gives().stream()
                        .map(one -> new Row(
                                one.own(),
                                means(words, ours, one.own()),
                                one.code(),
                                one.loses().map(words::of).orElse("")))
                        .toList());
    }

    private static String axis(Words words, CodeSystem.Axis axis) {
        return words.of("codes.axis." + axis.word());
    }

    private static String means(Words words, List<Term> terms, String code) {
        return terms.stream()
                .filter(term -> term.key().equals(code))
                .map(term -> words.of(term.text()))
                .findFirst()
                .orElse("");
    }
}
