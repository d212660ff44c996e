package org.entente.agreement.pack;

import java.util.Arrays;
import java.util.List;
import org.entente.agreement.CodeSystem;
import org.entente.agreement.CodeSystem.Axis;
import org.entente.agreement.CodeSystem.Given;
import org.entente.agreement.CodeSystem.Read;
import org.entente.agreement.CodeSystem.Scale;
import org.entente.agreement.EvaluationTerms;
import org.entente.agreement.Term;
import org.entente.kernel.HandlingCode;

/// The part of the schema in `agreement.yaml` that is about codes: `evaluation-codes` and `code-systems`.
///
/// Along a scale, from the freest or surest code to the strictest, what a code leads to never becomes freer or surer. A
/// mapping that says no `loses` is exact, and leads back to where it came from.
final class CodeReading {
    private static final List<String> SOURCES = List.of("A", "B", "C", "X");
    private static final List<String> INFORMATION = List.of("1", "2", "3", "4");
    private static final List<String> HANDLING =
            Arrays.stream(HandlingCode.values()).map(Enum::name).toList();
    private static final String CODE = "[A-Z0-9][A-Z0-9:+]{0,29}";

    private CodeReading() {}

    static EvaluationTerms evaluation(Node node) {
        node.only("source", "information");
        return new EvaluationTerms(terms(node, "source", SOURCES), terms(node, "information", INFORMATION));
    }

    private static List<Term> terms(Node node, String key, List<String> codes) {
        return node.eachOnce(
                key,
                one -> new Term(
                        one.only("code", "means").at("code").among(codes, code -> code),
                        one.at("means").bilingual()),
                Term::key);
    }

    static CodeSystem system(Node node) {
        node.only("key", "name", "source", "checked", "scales");
        return new CodeSystem(
                node.at("key").text(PackReader.KEY, "nato-6x6"),
                node.at("name").bilingual(),
                node.at("source").text(),
                node.at("checked").yesNo(),
                node.eachOnce(
                        "scales", CodeReading::scale, scale -> scale.axis().word()));
    }

    private static Scale scale(Node node) {
        node.only("axis", "reads", "gives");
        Axis axis = node.at("axis").among(List.of(Axis.values()), Axis::word);
        List<String> own = own(axis);
        List<Read> reads = node.eachOnce("reads", one -> read(one, own), Read::code);
        List<String> theirs = reads.stream().map(Read::code).toList();
        List<Given> gives = node.eachOnce("gives", one -> given(one, own, theirs), Given::own);
        List<String> given = gives.stream().map(Given::own).toList();
        if (!given.equals(own)) {
            throw node.at("gives").unfit(String.join(", ", given), String.join(", ", own));
        }
        rises(
                node.at("reads"),
                reads.stream().map(one -> strictest(one.as(), own)).toList());
        if (axis == Axis.HANDLING) {
            nested(node.at("reads"), reads);
        }
        rises(
                node.at("gives"),
                gives.stream().map(one -> theirs.indexOf(one.code())).toList());
        reads.forEach(one -> exact(node.at("reads"), one.code(), one.loses().isPresent() || backFrom(one, gives)));
        gives.forEach(one -> exact(node.at("gives"), one.own(), one.loses().isPresent() || backFrom(one, reads)));
        return new Scale(axis, reads, gives);
    }

    private static List<String> own(Axis axis) {
        return switch (axis) {
            case HANDLING -> HANDLING;
            case SOURCE -> SOURCES;
            case INFORMATION -> INFORMATION;
        };
    }

    private static Read read(Node node, List<String> own) {
        node.only("code", "means", "as", "loses");
        List<String> as = node.at("as").each(one -> one.among(own, code -> code));
        if (as.isEmpty()) {
            throw node.at("as").unfit("[]", String.join(" | ", own));
        }
        return new Read(
                node.at("code").text(CODE, "TLP:AMBER+STRICT"),
                node.at("means").bilingual(),
                as,
                node.find("loses").map(Node::bilingual));
    }

    private static Given given(Node node, List<String> own, List<String> theirs) {
        node.only("own", "code", "loses");
        return new Given(
                node.at("own").among(own, code -> code),
                node.at("code").among(theirs, code -> code),
                node.find("loses").map(Node::bilingual));
    }

    private static int strictest(List<String> codes, List<String> scale) {
        return codes.stream().mapToInt(scale::indexOf).max().orElse(0);
    }

    /// Handling codes combine: each stricter code of theirs keeps all that the one before it kept.
    private static void nested(Node node, List<Read> reads) {
        for (int i = 1; i < reads.size(); i++) {
            List<String> before = reads.get(i - 1).as().stream()
                    .filter(code -> !code.equals(HANDLING.getFirst()))
                    .toList();
            if (!reads.get(i).as().containsAll(before)) {
                throw node.items().get(i).unfit(String.join(" ", reads.get(i).as()), String.join(" ", before) + " …");
            }
        }
    }

    private static void rises(Node node, List<Integer> places) {
        for (int i = 1; i < places.size(); i++) {
            if (places.get(i) < places.get(i - 1)) {
                throw node.items().get(i).unfit(Integer.toString(places.get(i)), ">= " + places.get(i - 1));
            }
        }
    }

    private static boolean backFrom(Read read, List<Given> gives) {
        return gives.stream()
                .anyMatch(one -> List.of(one.own()).equals(read.as())
                        && one.code().equals(read.code())
                        && one.loses().isEmpty());
    }

    private static boolean backFrom(Given given, List<Read> reads) {
        return reads.stream()
                .anyMatch(one -> one.code().equals(given.code())
                        && one.as().equals(List.of(given.own()))
                        && one.loses().isEmpty());
    }

    private static void exact(Node node, String code, boolean holds) {
        if (!holds) {
            throw node.unfit(code, "loses: {en, es}");
        }
    }
}
