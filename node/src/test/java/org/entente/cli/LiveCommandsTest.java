package org.entente.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.agreement.pack.PackFiles;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bytes;
import org.entente.paper.Judged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Every command on a live node, on two real ones that the commands themselves paired and loaded.
class LiveCommandsTest extends LivePair {
    @Test
    void anImportEndsWithItsCountsAndASecondOneChangesNothing() {
        Path file = folder.resolve("population").resolve("US.casework.jsonl");
        Said again = as(us, "us-operator-1", "import", "--profile", "casework", "file=" + file);
        again.ended(0).says("Rows read", "Unchanged", "done");
        as(us, "us-operator-1", "--lang", "es", "import", "list")
                .ended(0)
                .says("Filas leídas", "terminada", "casework");
        String id = as(us, "us-operator-1", "import", "list", "--json")
                .json()
                .at("/items/0/id")
                .asString();
        assertTrue(
                as(us, "us-operator-1", "import", "report", id).ended(0).out().contains(","), "CSV");
        as(us, "us-operator-1", "import", "show", id).ended(0).says(id);
    }

    @Test
    void anImportWithoutItsOptionsIsWrongUse() {
        run("--lang", "es", "import", "--home", us.toString(), "--as", "us-operator-1")
                .ended(2)
                .says("Falta: --profile");
        as(us, "us-operator-1", "import", "--profile", "casework", "--as-of", "yesterday", "file=x")
                .ended(2);
        as(us, "us-analyst", "import", "--profile", "casework", "file=" + folder.resolve("us.party"))
                .ended(1)
                .says("ACCESS_DENIED");
    }

    @Test
    void holdingsAreSearchedAndShownInTheChosenLanguage() {
        String name = truth.path("personOfInterest").path("name").asString();
        Said english = as(us, "us-analyst", "holdings", "search", name).ended(0).says("Subject", "invented");
        as(us, "us-analyst", "--lang", "es", "holdings", "search", name)
                .ended(0)
                .says("Sujeto", "inventado");
        assertFalse(english.out().contains("Sujeto"), english.out());
        JsonNode found =
                as(us, "us-analyst", "holdings", "search", name, "--json").json();
        String subject = found.at("/items/0/subject").asString();
        as(us, "us-analyst", "holdings", "show", subject).ended(0).says("Property", "Source", "curp");
        as(us, "us-analyst", "--lang", "es", "holdings", "show", "00000000-0000-0000-0000-000000000000")
                .ended(1)
                .says("API_SUBJECT_UNKNOWN", "No existe ese sujeto");
        String[] selection = {"holdings", "identifiers", "--key-type", "rfc", "--source", "invented-casework"};
        String rfcs = as(us, "us-analyst", with(selection, "--programme", "INVENTED-NARCOTICS"))
                .ended(0)
                .out();
        assertTrue(rfcs.lines().count() > 50, rfcs);
        as(us, "us-operator-1", "holdings", "search", name).ended(1).says("ACCESS_DENIED");
    }

    @Test
    void pairsAreReviewedByAnalystsAndAnUnknownPairIsSaidToBe() {
        as(us, "us-analyst", "review", "list").ended(0);
        as(us, "us-analyst", "--lang", "es", "review", "list", "--limit", "1").ended(0);
        String[] pair = {"00000000-0000-0000-0000-000000000001", "00000000-0000-0000-0000-000000000002"};
        as(us, "us-analyst", "review", "show", pair[0], pair[1]).ended(1).says("HOLD_PAIR_UNKNOWN");
        as(us, "us-analyst", "review", "judge", pair[0], pair[1], "--verdict", "perhaps")
                .ended(1)
                .says("same, different, unsure");
        as(us, "us-operator-1", "review", "list").ended(1).says("ACCESS_DENIED");
    }

    @Test
    void aQueryFindsWhatBothKnowAndWithoutACaseIsRefused() throws IOException {
        awaitSets(us, "us-operator-1");
        awaitSets(mx, "mx-operator-1");
        String rfc = truth.path("commonTaxpayers").path(0).asString();
        Path values = Files.writeString(folder.resolve("values.txt"), rfc + "\n" + unknownAtThePeer() + "\n");
        String[] question = {
            "find",
            "ask",
            "--basis",
            "UNTOC-2000/27",
            "--purpose",
            PURPOSE,
            "--key-type",
            "rfc",
            "--file",
            values.toString()
        };
        as(us, "us-analyst", with(question, "--case", "US-2026-000001"))
                .ended(0)
                .says(rfc, "1 known, 1 not known");
        as(us, "us-analyst", with(question, "--lang", "es")).ended(1).says("La ley");
        String id = as(us, "us-analyst", "find", "list", "--json")
                .json()
                .at("/items/0/id")
                .asString();
        as(us, "us-analyst", "find", "show", id).ended(0).says("US-2026-000001");
        as(mx, "mx-auditor", "--lang", "es", "find", "served").ended(0).says("us-treasury", "Número con relleno");
        as(
                        us,
                        "us-analyst",
                        "find",
                        "ask",
                        "--basis",
                        "UNTOC-2000/27",
                        "--purpose",
                        "Bad Purpose",
                        "--key-type",
                        "rfc",
                        "x")
                .ended(1)
                .says("purpose is missing or not in its form", "API_FIELD");
    }

    private static void awaitSets(Path home, String operator) {
        await(
                home,
                operator,
                sets -> {
                    List<String> ready = new ArrayList<>();
                    boolean waiting = false;
                    for (JsonNode set : sets.path("items")) {
                        String state = set.path("state").asString();
                        waiting |= state.equals("announced") || state.equals("accepted");
                        if (state.equals("ready")) {
                            ready.add(set.path("direction").asString());
                        }
                    }
                    return !waiting && ready.contains("own") && ready.contains("peer");
                },
                "find",
                "sets");
    }

    @Test
    void aRequestIsWrittenSentRefusedAndTheRefusalShowsItsGround() throws IOException {
        String form = policeForm();
        Path file = Files.writeString(folder.resolve("request.yaml"), form);
        Said sent = as(us, "us-officer", "request", "send", file.toString())
                .ended(0)
                .says("Recorded as US-");
        String number = sent.out().replaceAll("(?s).*Recorded as (US-[0-9]{4}-[0-9]{6});.*", "$1");
        as(us, "us-lawyer", "request", "check", number).ended(0).says("sent");
        await(mx, "mx-lawyer", inbox -> inbox.toString().contains(number), "inbox");
        as(mx, "mx-lawyer", "--lang", "es", "inbox").ended(0).says(number, "información policial", "Plazo restante");
        as(mx, "mx-lawyer", "--lang", "es", "request", "show", number)
                .ended(0)
                .says("Motivo", "torture-or-ill-treatment");
        as(
                        mx,
                        "mx-lawyer",
                        "request",
                        "refuse",
                        "--ground",
                        "torture-or-ill-treatment",
                        "--reasons-en",
                        "No assurances came.",
                        "--reasons-es",
                        "No llegaron garantías.",
                        number)
                .ended(0)
                .says(number + " is refused");
        JsonNode refused = await(
                us,
                "us-officer",
                detail -> detail.path("state").asString().equals("refused"),
                "request",
                "show",
                number);
        takesTheRefusalAway(number);
        recordsCounsel(number);
        forewarns();
        JsonNode refusal = refused.path("refusal");
        assertEquals("No assurances came.", refusal.path("reasons").path("en").asString());
        assertFalse(refusal.path("text").path("en").asString().isEmpty(), refusal.toString());
        assertFalse(refusal.path("text").equals(refusal.path("reasons")), "the ground's own text, not the reasons");
        as(us, "us-officer", "--lang", "es", "request", "list", "--box", "out")
                .ended(0)
                .says(number, "denegada");
    }

    private static void forewarns() throws IOException {
        Instant due = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        String[] write = ("forewarning write --to mx-central-authority --text invented-official --basis UNTOC-2000/27"
                        + " --purpose criminal-investigation --choice delayed --reason watched --due " + due
                        + " --case US-2026-000001 --exercise --json")
                .split(" ");
        String id = as(us, "us-officer", write).ended(0).json().path("id").asString();
        as(us, "us-officer", "forewarning", "list").ended(0).says(id, "delayed");
        as(us, "us-officer", "--lang", "es", "forewarning", "send", id).ended(0).says("enviado");
        as(us, "us-officer", "forewarning", "leave", "--reason", "Too late.", id)
                .ended(1);
        await(mx, "mx-lawyer", list -> !list.path("items").isEmpty(), "forewarning", "list");
        as(mx, "mx-lawyer", "forewarning", "show", id).ended(0).says("invented-official", "received");
    }

    private static void recordsCounsel(String number) throws IOException {
        String[] add = ("request assistance add --role counsel --name Inventada --person Inventado --from 2026-11-20"
                        + " --tell --json " + number)
                .split(" ");
        String id = as(us, "us-officer", add).ended(0).json().path("id").asString();
        await(mx, "mx-officer", list -> !list.path("items").isEmpty(), "request", "assistance", "list", number);
        as(mx, "mx-officer", "request", "assistance", "tell", number, id).ended(1);
        as(us, "us-officer", "request", "assistance", "end", "--until", "2026-11-25", number, id)
                .ended(0)
                .says("2026-11-25");
        as(us, "us-officer", "request", "assistance", "tell", number, id).ended(0);
        as(us, "us-officer", "--lang", "es", "request", "assistance", "list", number)
                .ended(0)
                .says("defensa", "Inventada");
    }

    private static void takesTheRefusalAway(String number) throws IOException {
        as(us, "us-officer", "--lang", "es", "request", "documents", number)
                .ended(0)
                .says("basis-decision", "Denegación de una solicitud", "Acuse de recibo");
        for (String name : List.of("refusal.pdf", "refusal.docx")) {
            Path paper = folder.resolve(name);
            as(
                            us,
                            "us-officer",
                            "request",
                            "document",
                            number,
                            "refusal",
                            "--language",
                            "es",
                            "--out",
                            paper.toString())
                    .ended(0);
            String text = name.endsWith("pdf")
                    ? Judged.text(Bytes.of(Files.readAllBytes(paper)))
                    : Judged.docxText(Bytes.of(Files.readAllBytes(paper)));
            assertTrue(text.contains("No llegaron garantías."), text);
        }
        as(us, "us-officer", "request", "document", number, "answer", "--out", "x.pdf")
                .ended(1)
                .says("ASK_DOCUMENT_UNKNOWN");
        as(us, "us-analyst", "request", "document", number, "refusal", "--out", "x.pdf")
                .ended(1)
                .says("ACCESS_DENIED");
    }

    @Test
    void anIncompleteOrUnreadableRequestNamesItsFields() throws IOException {
        String form = policeForm();
        Path file = Files.writeString(folder.resolve("incomplete.yaml"), form.replaceAll("(?m)^  question:.*\n", ""));
        as(us, "us-officer", "request", "send", file.toString()).ended(1).says("Nothing was kept", "question:");
        Path misspelt = Files.writeString(folder.resolve("misspelt.yaml"), form + "urgenzyReason: \"x\"\n");
        as(us, "us-officer", "--lang", "es", "request", "send", misspelt.toString())
                .ended(1)
                .says("urgenzyReason");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"type\": \n");
        as(us, "us-officer", "request", "send", broken.toString()).ended(1).says("CLI_FILE_BROKEN");
        run("request", "write", "gossip").ended(1).says("CLI_NO_FORM", "firearm-trace");
        run("node", "init", "--home", folder.resolve("x").toString(), "--party", "us", "--roster", "none.yaml")
                .ended(1)
                .says("CLI_OPTION_UNFIT", "--party");
        run(
                        "node",
                        "init",
                        "--home",
                        folder.resolve("x").toString(),
                        "--party",
                        "US",
                        "--roster",
                        "r",
                        "--port",
                        "99999")
                .ended(1)
                .says("CLI_OPTION_UNFIT", "--port");
        as(us, "us-officer", "request", "show", "nonsense").ended(1).says("API_FIELD", "US-2026-000123");
    }

    private static Path attachesFiles(String number) throws IOException {
        String content = "%PDF-1.7\n" + "invented ".repeat(300_000) + "\n%%EOF\n";
        Path act = Files.writeString(folder.resolve("acta.pdf"), content);
        Path note = Files.writeString(folder.resolve("nota.txt"), "Inventada.\n");
        Path program = Files.writeString(folder.resolve("acta.exe"), "MZ");
        as(mx, "mx-officer", "request", "attach", number, act.toString(), note.toString())
                .ended(0)
                .says("acta.pdf", "nota.txt", "SHA-256");
        as(mx, "mx-officer", "--lang", "es", "request", "attach", number, program.toString())
                .ended(1)
                .says("acta.exe", "ASK_FILE_TYPE_UNFIT", "No se adjuntó nada");
        String id = as(mx, "mx-officer", "request", "attachments", number, "--json")
                .json()
                .at("/items/1/id")
                .asString();
        as(mx, "mx-officer", "request", "detach", number, id).ended(0);
        as(mx, "mx-lawyer", "request", "show", number).ended(0).says("What is attached", "acta.pdf");
        return act;
    }

    private static void fetchesTheFile(String number, Path act) throws IOException {
        JsonNode here =
                await(us, "us-officer", list -> list.toString().contains("here"), "request", "attachments", number);
        assertEquals(1, here.path("items").size());
        String id = here.at("/items/0/id").asString();
        Path fetched = folder.resolve("fetched.pdf");
        as(us, "us-officer", "request", "fetch", number, id, "--out", fetched.toString())
                .ended(0);
        assertEquals(-1, Files.mismatch(act, fetched));
        as(us, "us-operator-2", "request", "fetch", number, id, "--out", fetched.toString())
                .ended(1)
                .says("ACCESS_DENIED");
        as(us, "us-officer", "request", "attach", number, act.toString())
                .ended(1)
                .says("ASK_NOT_IN_THIS_STATE");
    }

    @Test
    void aTraceIsAnsweredAcknowledgedOpenedAndRecalled() throws IOException {
        String serial = truth.path("firearm").path("serial").asString();
        String form = filled(
                run("request", "write", "firearm-trace").ended(0).out(),
                Map.ofEntries(
                        Map.entry("to", "us-atf"),
                        Map.entry("case", "MX-2026-000123"),
                        Map.entry("purpose", "firearms-trafficking"),
                        Map.entry("offence", "illicit-firearms"),
                        Map.entry("demonstration", "true"),
                        Map.entry("serial", serial),
                        Map.entry("manufacturer", "Invented Arms"),
                        Map.entry("model", "M1"),
                        Map.entry("calibre", "12"),
                        Map.entry("firearmType", "shotgun"),
                        Map.entry("countryOfOrigin", "US"),
                        Map.entry("importer", "-"),
                        Map.entry("recoveryDate", "2026-10-12"),
                        Map.entry("recoveryPlace", "Invented place"),
                        Map.entry("use.court-evidence", "no")));
        Path file = Files.writeString(folder.resolve("trace.yml"), form);
        String number = as(mx, "mx-officer", "request", "send", file.toString(), "--json")
                .json()
                .path("id")
                .asString();
        Path act = attachesFiles(number);
        as(mx, "mx-lawyer", "request", "check", "--note", "in order", number).ended(0);
        await(us, "us-officer", list -> list.toString().contains(number), "request", "list", "--box", "received");
        fetchesTheFile(number, act);
        as(us, "us-lawyer", with(new String[] {"request", "check"}, factsThatAllow(number)))
                .ended(0)
                .says("basis checked");
        JsonNode statement = releasable(serial);
        String[] answer = {
            "request",
            "answer",
            "--statement",
            statement.path("id").asString(),
            "--purpose",
            "firearms-trafficking",
            "--handling",
            Screen.text(statement.path("handling")).replace(" ", ""),
            "--expires",
            Instant.now().plus(Duration.ofDays(300)).toString(),
            number
        };
        as(us, "us-officer", answer).ended(0).says("is answered by release");
        JsonNode box = await(mx, "mx-officer", list -> !list.path("items").isEmpty(), "release", "list");
        String release = box.at("/items/0/id").asString();
        String[] open = {"release", "open", "--purpose", "firearms-trafficking", "--case", "MX-2026-000001", release};
        as(mx, "mx-officer", open).ended(1);
        as(mx, "mx-officer", "--lang", "es", "release", "acknowledge", release)
                .ended(0)
                .says("condiciones aceptadas", "No apta para el uso de la fuerza");
        as(mx, "mx-officer", open).ended(0).says("Property", "Not for use of force");
        as(us, "us-officer", "release", "show", "--box", "out", release)
                .ended(0)
                .says(release);
        challenged(release);
        as(us, "us-officer", "release", "recall", "--reason", "a mistake", release)
                .ended(0)
                .says("recall");
        await(mx, "mx-officer", one -> one.path("state").asString().equals("recalled"), "release", "show", release);
        as(mx, "mx-officer", open).ended(1);
        as(us, "us-officer", "release", "list", "--box", "sideways").ended(1).says("in, out");
    }

    private void challenged(String release) throws IOException {
        String[] challenge = {
            "release",
            "challenge",
            "--by",
            "counsel",
            "--name",
            "Invented Counsel",
            "--ground",
            "inaccurate",
            "--text",
            "Another person bought it.",
            "--received",
            LocalDate.now(ZoneOffset.UTC).toString(),
            "--case",
            "MX-2026-000001",
            release
        };
        as(mx, "mx-officer", challenge).ended(0).says("Invented Counsel", "open");
        JsonNode open = await(us, "us-lawyer", list -> !list.path("items").isEmpty(), "challenge", "list");
        String id = open.at("/items/0/id").asString();
        as(us, "us-lawyer", "--lang", "es", "challenge", "show", id).ended(0).says("la defensa", "Vencimiento");
        as(us, "us-lawyer", "challenge", "answer", "--ending", "maintained", "--reasons", "The record is right.", id)
                .ended(0)
                .says("maintained, with reasons");
        await(mx, "mx-officer", one -> one.at("/state").asString().equals("maintained"), "challenge", "show", id);
        as(mx, "mx-officer", "challenge", "send-again", id).ended(1).says("nothing is sent again");
    }

    /// A statement about the firearm whose provider allows its dissemination.
    private static JsonNode releasable(String serial) {
        JsonNode found =
                as(us, "us-officer", "holdings", "search", serial, "--json").json();
        for (JsonNode item : found.path("items")) {
            JsonNode dossier = as(
                            us,
                            "us-officer",
                            "holdings",
                            "show",
                            item.path("subject").asString(),
                            "--json")
                    .json();
            for (JsonNode facet : dossier.path("facets")) {
                for (JsonNode statement : facet.path("statements")) {
                    if (!Screen.text(statement.path("handling")).matches("|.*H2.*")) {
                        return statement;
                    }
                }
            }
        }
        throw new AssertionError(found.toString());
    }

    /// A taxpayer that the US listed and Mexico does not know.
    private static String unknownAtThePeer() {
        for (JsonNode rfc : truth.path("designatedCompanies")) {
            if (!truth.path("commonTaxpayers").toString().contains(rfc.asString())) {
                return rfc.asString();
            }
        }
        throw new AssertionError(truth.path("designatedCompanies").toString());
    }

    private static String[] factsThatAllow(String number) {
        List<String> options = new ArrayList<>();
        for (String fact : List.of(
                "risk.human-rights=no",
                "risk.essential-interests=no",
                "risk.investigation=no",
                "risk.person=no",
                "information.held=yes",
                "information.third-party-objects=no")) {
            options.addAll(List.of("--fact", fact));
        }
        options.add(number);
        return options.toArray(String[]::new);
    }

    @Test
    void anOperationIsArmedOnlyUnderAConsentAndDisarmedByItsRevocation() throws IOException {
        Instant start = Instant.now().plus(Duration.ofDays(2));
        String form = run("operation", "write")
                .ended(0)
                .out()
                .replaceAll("start: \"[^\"]*\"", "start: \"" + start + "\"")
                .replaceAll("end: \"[^\"]*\"", "end: \"" + start.plus(Duration.ofDays(2)) + "\"");
        Path file = Files.writeString(folder.resolve("operation.yaml"), form);
        String id = as(us, "us-officer", "operation", "draft", file.toString(), "--json")
                .json()
                .path("id")
                .asString();
        as(us, "us-officer", "operation", "propose", id).ended(0).says("proposed");
        as(us, "us-officer", "--lang", "es", "operation", "arm", id).ended(1).says("denegada");
        await(mx, "mx-lawyer", list -> list.toString().contains(id), "operation", "list");
        String[] consent = {"operation", "consent", "--condition-en", "Unarmed.", "--condition-es", "Sin armas.", id};
        as(mx, "mx-lawyer", consent).ended(0).says("one signature of two");
        as(mx, "mx-officer", consent).ended(0).says("consented");
        await(us, "us-officer", one -> one.path("state").asString().equals("consented"), "operation", "show", id);
        as(us, "us-officer", "operation", "accept-condition", id).ended(0).says("Unarmed.");
        as(us, "us-officer", "operation", "arm", id).ended(0).says("armed");
        as(us, "us-officer", "operation", "disarm", id).ended(0).says("disarmed");
        as(mx, "mx-lawyer", "operation", "revoke", "--reasons-en", "Changed.", "--reasons-es", "Cambió.", id)
                .ended(0)
                .says("consent revoked");
        await(us, "us-officer", one -> one.path("state").asString().equals("revoked"), "operation", "show", id);
        as(us, "us-officer", "--lang", "es", "operation", "show", id)
                .ended(0)
                .says("consentimiento revocado", "Cambió.");
        String second = as(us, "us-officer", "operation", "draft", file.toString(), "--json")
                .json()
                .path("id")
                .asString();
        as(us, "us-officer", "operation", "propose", second).ended(0);
        await(mx, "mx-lawyer", list -> list.toString().contains(second), "operation", "list");
        as(
                        mx,
                        "mx-lawyer",
                        "operation",
                        "refuse",
                        "--ground",
                        "sovereignty",
                        "--reasons-en",
                        "No lead.",
                        "--reasons-es",
                        "Sin mando.",
                        second)
                .ended(0)
                .says("refused", "sovereignty");
    }

    @Test
    void aListIsFilteredByWhatTheOptionsSay() {
        as(us, "us-lawyer", "request", "list", "--box", "received", "--type", "extradition", "--number", "2031")
                .ended(0)
                .says("No request");
        as(us, "us-lawyer", "request", "list", "--left", "never")
                .ended(1)
                .says("API_VALUE", "overdue, day, week, none");
        as(us, "us-lawyer", "--lang", "es", "request", "list", "--state", "asleep")
                .ended(1)
                .says("API_VALUE");
    }

    @Test
    void anOfficeOrdersItsWork() {
        as(us, "us-lawyer", "request", "assign", "US-2026-999999", "--to", "us-lawyer")
                .ended(1)
                .says("US-2026-999999", "ASK_REQUEST_UNKNOWN");
        as(us, "us-lawyer", "request", "withdraw-several", "--reason", "Closed.", "US-2026-999999")
                .ended(1)
                .says("ASK_REQUEST_UNKNOWN");
        as(us, "us-lawyer", "request", "assignees", "US-2026-999999").ended(1).says("ASK_REQUEST_UNKNOWN");
        as(us, "us-lawyer", "request", "keep-filter", "--left", "week", "--assignee", "me", "Due this week")
                .ended(0)
                .says("Kept: Due this week");
        as(us, "us-lawyer", "--lang", "es", "request", "filters")
                .ended(0)
                .says("Due this week", "box=in&assignee=me&left=week");
        as(us, "us-auditor", "request", "filters").ended(0).says("You keep no filter.");
        as(us, "us-lawyer", "request", "remove-filter", "Due this week").ended(0);
        as(us, "us-lawyer", "request", "remove-filter", "Due this week")
                .ended(1)
                .says("ASK_FILTER_UNKNOWN");
        as(us, "us-lawyer", "request", "notices", "--read").ended(0);
        as(us, "us-auditor", "request", "notices").ended(1).says("ACCESS_DENIED");
        as(us, "us-lawyer", "officer", "address", "lawyer@agency.example")
                .ended(0)
                .says("us-lawyer is told");
        as(us, "us-lawyer", "officer", "address", "no address").ended(1).says("ACCESS_ADDRESS_UNFIT");
        as(us, "us-lawyer", "officer", "address", "--officer", "us-analyst", "a@agency.example")
                .ended(1)
                .says("ACCESS_DENIED");
        as(us, "us-operator-1", "--lang", "es", "officer", "address", "--officer", "us-lawyer")
                .ended(0)
                .says("no se le avisa");
        String[] days = {"--from", "2030-12-21T00:00:00Z", "--until", "2030-12-28T00:00:00Z"};
        as(us, "us-analyst", "officer", "absent", days[0], days[1], days[2], days[3])
                .ended(1)
                .says("ACCESS_ABSENCE_UNFIT");
        as(us, "us-analyst", "officer", "absent", "--officer", "us-lawyer", days[0], days[1], days[2], days[3])
                .ended(1)
                .says("ACCESS_DENIED");
        as(us, "us-operator-1", "officer", "absences").ended(0).says("Nobody is away.");
        as(us, "us-operator-1", "--lang", "es", "officer", "present", "--officer", "us-analyst")
                .ended(0)
                .says("us-analyst está presente");
    }

    @Test
    void figuresAreSentAndHeldAgainstTheOtherSidesOwn() {
        String[] days = {"--first", "2026-01-01", "--last", "2026-12-31"};
        as(us, "us-officer", "figures", "show").ended(1).says("ACCESS_DENIED");
        as(us, "us-lawyer", "figures", "send", "--first", "2026-02-30").ended(1).says("API_FIELD");
        as(us, "us-auditor", "figures", "send").ended(1).says("ACCESS_DENIED");
        as(us, "us-lawyer", "figures", "show", days[0], days[1], days[2], days[3])
                .ended(0)
                .says("From 2026-01-01 to 2026-12-31");
        as(us, "us-lawyer", "figures", "send", days[0], days[1], days[2], days[3])
                .ended(0)
                .says("Sent");
        as(us, "us-auditor", "figures", "list").ended(0).says("2026-12-31", "sent by us");
        as(us, "us-auditor", "figures", "csv").ended(0).says("first,last,asker,type,figure,detail,ours");
        await(
                mx,
                "mx-auditor",
                answer -> answer.at("/comparison/outcome").asString("").equals("agree"),
                "figures",
                "show",
                days[0],
                days[1],
                days[2],
                days[3]);
        as(mx, "mx-lawyer", "--lang", "es", "figures", "show", days[0], days[1], days[2], days[3])
                .ended(0)
                .says("son iguales, número por número");
        as(mx, "mx-lawyer", "figures", "list").ended(0).says("received");
    }

    @Test
    void aVersionOfTheLawIsProposedComparedAndSignedByBothParties() throws IOException {
        Path draft = Files.createDirectory(folder.resolve("draft"));
        PackFiles pack = ShippedPack.changed(
                ShippedPack.numbered("2026.99"),
                "clocks.yaml",
                "span: {amount: 24, unit: hours}\n    article: US-ATF-TRACE times",
                "span: {amount: 12, unit: hours}\n    article: US-ATF-TRACE times");
        for (Map.Entry<String, Bytes> file : pack.files().entrySet()) {
            Files.write(draft.resolve(file.getKey()), file.getValue().toArray());
        }
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(6).toString();
        String hash = pack.hash().hex();
        as(us, "us-officer", "agreement", "propose", "--day", day, draft.toString())
                .ended(1)
                .says("ACCESS_DENIED");
        as(us, "us-lawyer", "agreement", "compare", draft.toString())
                .ended(0)
                .says("2026.99", "trace-urgent", "changed");
        as(us, "us-lawyer", "agreement", "propose", "--day", "2026-01-01", draft.toString())
                .ended(1)
                .says("AGREEMENT_DAY_UNFIT");
        Path broken = Files.createDirectory(folder.resolve("broken"));
        for (String name : PackFiles.NAMES) {
            String text = Files.readString(draft.resolve(name));
            Files.writeString(broken.resolve(name), text.replace("runs-for: requested", "runs-for: nobody"));
        }
        as(us, "us-lawyer", "--lang", "es", "agreement", "propose", "--day", day, broken.toString())
                .ended(1)
                .says("clocks.yaml, línea ");
        as(us, "us-lawyer", "agreement", "propose", "--day", day, draft.toString())
                .ended(0)
                .says(hash);
        as(us, "us-lawyer", "agreement", "approve", hash).ended(1).says("AGREEMENT_SAME_OFFICER");
        as(us, "us-lawyer-2", "agreement", "approve", hash).ended(0).says("signed by us");
        Predicate<JsonNode> known = answer -> answer.path("items").size() > 1;
        await(mx, "mx-lawyer", known, "agreement", "versions");
        as(mx, "mx-lawyer", "agreement", "compare", hash).ended(0).says("trace-urgent");
        as(
                        mx,
                        "mx-lawyer",
                        "agreement",
                        "fetch",
                        hash,
                        folder.resolve("fetched").toString())
                .ended(0)
                .says(hash);
        as(mx, "mx-lawyer", "--lang", "es", "agreement", "approve", hash)
                .ended(0)
                .says("propuesta");
        as(mx, "mx-lawyer-2", "agreement", "approve", hash).ended(0).says("signed by both");
        as(mx, "mx-lawyer", "agreement", "decline", "--reason", "too late", hash)
                .ended(1)
                .says("AGREEMENT_NOT_IN_THIS_STATE");
        await(
                us,
                "us-auditor",
                answer -> answer.at("/items/0/state").asString("").equals("agreed"),
                "agreement",
                "versions");
        as(us, "us-auditor", "agreement", "versions")
                .ended(0)
                .says(ShippedPack.read().version(), "in force", "waits for its day", day);
        as(us, "us-auditor", "status").ended(0).says(ShippedPack.read().version());
    }

    @Test
    void contactsAreRecordedReportedAndHandedOver() {
        as(us, "us-officer", "contact", "owed").ended(0).says("Nothing has to be reported");
        as(us, "us-officer", "contact", "report").ended(1).says("CONTACT_NOT_REPORTED");
        String at = Instant.now().minus(Duration.ofHours(2)).toString();
        String[] record = {
            "contact", "record", "--with", "us-atf", "--kind", "meeting", "--at", at, "--subject", "Invented."
        };
        as(mx, "mx-auditor", record).ended(1).says("ACCESS_DENIED");
        as(mx, "mx-officer", "contact", "record", "--with", "us-atf", "--kind", "dance", "--at", at, "--subject", "x")
                .ended(1)
                .says("API_FIELD", "meeting, exchange, call, message");
        as(mx, "mx-officer", record).ended(0).says("recorded; to be reported until");
        as(mx, "mx-officer", "--lang", "es", "contact", "list").ended(0).says("reunión", "Invented.");
        as(mx, "mx-officer", "--lang", "es", "contact", "owed").ended(0).says("por informar hasta");
        as(mx, "mx-officer", "contact", "report").ended(0).says("MX-", "to be handed over until");
        String number = as(mx, "mx-officer", "contact", "reports", "--json")
                .out()
                .replaceAll("(?s).*\"(MX-[0-9]{4}-C[0-9]{6})\".*", "$1");
        as(mx, "mx-officer", "contact", "handed-over", "--receipt", "SRE 1", number)
                .ended(0)
                .says("handed over");
        as(mx, "mx-officer", "contact", "handed-over", "--receipt", "SRE 2", number)
                .ended(1)
                .says("CONTACT_REPORT_HANDED_OVER");
    }

    @Test
    void logsPeopleAndStatusAreShown() {
        as(us, "us-auditor", "log", "list").ended(0).says("exchange", "duty", "Cosigned");
        as(us, "us-auditor", "--lang", "es", "log", "list").ended(0).says("Refrendados");
        as(us, "us-auditor", "log", "entries", "duty").ended(0).says("access.signed-in");
        as(us, "us-auditor", "log", "entries", "--from", "-1", "duty").ended(1).says("API_FIELD");
        as(us, "us-auditor", "log", "checkpoint", "exchange").ended(0).says("us.example");
        as(us, "us-auditor", "log", "policy").ended(0).says("mx.example");
        as(us, "us-auditor", "status").ended(0).says("Party", "US", "us-mx");
        as(us, "us-operator-1", "--lang", "es", "officer", "list").ended(0).says("us-lawyer", "jurista");
        Said link = as(us, "us-operator-1", "officer", "link", "us-analyst")
                .ended(0)
                .says("/sign-in/");
        assertTrue(link.out().contains("http://"), link.out());
        as(us, "us-operator-1", "officer", "link", "us-nobody").ended(1).says("ACCESS_OFFICER_UNKNOWN");
        String until = Instant.now().plus(Duration.ofDays(3)).toString();
        String[] grant = {
            "mandate", "grant", "--class", "victim,witness", "--reason", "a case", "--until", until, "us-analyst"
        };
        as(us, "us-lawyer", grant).ended(0).says("us-analyst may see victim, witness");
        as(us, "us-analyst", grant).ended(1).says("ACCESS_DENIED");
    }

    @Test
    void anyPathCanBeCalledWhateverItAnswers() throws IOException {
        as(us, "us-auditor", "call", "/v1/status").ended(0).says("\"party\"");
        as(us, "us-auditor", "call", "/v1/logs/duty/checkpoint").ended(0).says("us.example");
        as(us, "us-auditor", "call", "/v1/nothing").ended(1).says("API_PATH_UNKNOWN");
        Path body = Files.writeString(folder.resolve("body.json"), "{\"officer\":\"us-analyst\"}");
        as(us, "us-operator-1", "call", "--post", body.toString(), "/v1/sign-in-links")
                .ended(0)
                .says("\"code\"");
    }

    @Test
    void anAbsentNodeOrSessionIsToldInBothLanguages(@TempDir Path nowhere) throws IOException {
        as(us, "us-nobody", "status").ended(1).says("us-nobody has not signed in from this folder");
        as(us, "us-nobody", "--lang", "es", "status").ended(1).says("no ha iniciado sesión");
        Files.writeString(nowhere.resolve("node.yaml"), "console: {address: 127.0.0.1, port: 1}\n");
        Files.writeString(Files.createDirectory(nowhere.resolve("tokens")).resolve("us-analyst"), "00");
        as(nowhere, "us-analyst", "inbox").ended(1).says("No node answers at http://127.0.0.1:1");
        as(nowhere, "us-analyst", "--lang", "es", "inbox").ended(1).says("Ningún nodo responde");
        run("sign-in", "--home", us.toString(), "00").ended(1).says("ACCESS_LINK_SPENT");
    }

    private String policeForm() {
        return filled(
                        run("request", "write", "police-information").ended(0).out(),
                        Map.ofEntries(
                                Map.entry("to", "mx-fgr-aic"),
                                Map.entry("case", "US-2026-000123"),
                                Map.entry("purpose", "criminal-investigation"),
                                Map.entry("offence", "participation-in-an-organised-criminal-group"),
                                Map.entry("demonstration", "true"),
                                Map.entry("question", "What is sought"),
                                Map.entry("reasonHeld", "Why the other side should hold it"),
                                Map.entry("use.court-evidence", "no"),
                                Map.entry("migration.status-check", "no"),
                                Map.entry("person.only-smuggled", "no"),
                                Map.entry("person.fled-here", "no")))
                .replace("  facts: \"\"", "  facts: \"The case in short\"");
    }

    /// The printed form with these lines filled in, as a person does it.
    private static String filled(String form, Map<String, String> values) {
        String text = form;
        for (Map.Entry<String, String> value : values.entrySet()) {
            Matcher line = Pattern.compile("(?m)^( *)#?" + Pattern.quote(value.getKey()) + ": \\S+")
                    .matcher(text);
            assertTrue(line.find(), value.getKey());
            String word = value.getValue().equals("true") ? "true" : "\"" + value.getValue() + "\"";
            text = text.substring(0, line.start()) + line.group(1) + value.getKey() + ": " + word
                    + text.substring(line.end());
        }
        return text;
    }
}
