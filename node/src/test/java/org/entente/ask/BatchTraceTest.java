package org.entente.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entente.kernel.Officer;
import org.entente.kernel.Role;
import org.entente.kernel.StandingClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// One recovery of many firearms is one request with a table.
class BatchTraceTest {
    private static final String FIREARM = "S%d,Invented Arms,Pistola,9 mm,M1,US,none";
    private final StandingClock clock = new StandingClock(AskExamples.NOW);
    private final Side us = new Side("US", clock);
    private final Side mx = new Side("MX", clock);
    private final Officer mxOfficer = mx.officer("mx-fgr-aic", Role.CASE_OFFICER);
    private final Officer mxLawyer = mx.officer("mx-central-authority", Role.LAWYER);
    private final Officer usOfficer = us.officer("us-atf", Role.CASE_OFFICER);

    @AfterEach
    void close() {
        us.close();
        mx.close();
    }

    private static Draft batch(String table) {
        Draft one = AskExamples.trace();
        Map<String, String> fields = new HashMap<>(one.fields());
        fields.put("furtherFirearms", table);
        return new Draft(
                one.agreement(),
                one.type(),
                one.to(),
                one.caseNumber(),
                one.basis(),
                one.purpose(),
                one.urgency(),
                one.urgencyReason(),
                one.handling(),
                one.offence(),
                one.demonstration(),
                fields,
                one.facts(),
                one.assurances());
    }

    private static String firearms(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(FIREARM::formatted).collect(Collectors.joining("\n"));
    }

    @Test
    void twoHundredFirearmsCrossInOneRequestAndStandARowALine() {
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, mx.casework.submit(mxOfficer, batch(firearms(200))));
        mx.casework.checkBasis(mxLawyer, recorded.number(), new BasisDecision(true, "", Map.of()));
        mx.deliverTo(us);
        RequestDetail received = us.casework.request(usOfficer, recorded.number());
        List<RequestDocument.Line> rows = received.document().sections().stream()
                .flatMap(section -> section.lines().stream())
                .filter(line -> line.label().en().equals("Further firearm of the same recovery"))
                .toList();
        assertEquals(200, rows.size());
        assertEquals(
                "Número de serie: S200; Fabricante: Invented Arms; Tipo: Pistola; Calibre: 9 mm; Modelo: M1; "
                        + "País de origen: US; Importador: none",
                rows.getLast().value().es());
        assertEquals(mx.casework.request(mxOfficer, recorded.number()).document(), received.document());
    }

    @Test
    void aBrokenRowIsNamedAndNothingIsKept() {
        Submission.Incomplete incomplete = assertInstanceOf(
                Submission.Incomplete.class,
                mx.casework.submit(
                        mxOfficer, batch(firearms(3) + "\nS4,,Pistola,9 mm,M1,US,none\nS5,A,cannon,9,M,US,no")));
        assertEquals(
                List.of(
                        "Fila 4: falta Fabricante.",
                        "Fila 5: Tipo no admite esto. Pistola, Revólver, Rifle, Escopeta, Ametralladora, Otra"),
                incomplete.problems().stream()
                        .map(problem -> problem.text().es())
                        .toList());
        assertEquals(List.of(), mx.casework.sent(mxOfficer));
    }

    @Test
    void aRevisedRowIsAChangeOfItsOwn() {
        Submission.Recorded recorded =
                assertInstanceOf(Submission.Recorded.class, mx.casework.submit(mxOfficer, batch(firearms(3))));
        mx.casework.checkBasis(mxLawyer, recorded.number(), new BasisDecision(false, "Row 2.", Map.of()));
        mx.casework.revise(mxOfficer, recorded.number(), batch(firearms(3).replace("S2,", "S9,")));
        List<Change> changes = mx.casework.request(mxLawyer, recorded.number()).changes();
        assertEquals(1, changes.size());
        assertEquals(
                "Further firearm of the same recovery",
                changes.getFirst().label().en());
    }
}
