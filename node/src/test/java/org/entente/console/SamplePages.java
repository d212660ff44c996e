package org.entente.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import org.entente.agreement.pack.ShippedPack;
import org.entente.kernel.Bilingual;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Officer;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;

/// Every page with invented content, as an officer might see it on an ordinary morning: for tests that look.
final class SamplePages {
    /// A page: its template, its path, and the parameters beside the frame.
    record Sample(String template, String path, Map<String, Object> parameters) {}

    private static final Officer READER = new Officer(
            new OfficerId("us-officer"),
            new Party("US"),
            new InstitutionId("us-atf"),
            "Dana Whitfield",
            Set.of(Role.CASE_OFFICER));

    private final Words w;

    SamplePages(Words words) {
        this.w = words;
    }

    static Frame frame(Words words, Theme theme, Sample sample) {
        boolean signedIn = !sample.template().equals("signIn");
        return new Frame(
                words,
                theme,
                new Frame.House("US", words.of(both("United States", "Estados Unidos")), "US–MX", "b"),
                signedIn ? READER : null,
                List.of(
                        Place.INBOX,
                        Place.FIND,
                        Place.HOLDINGS,
                        Place.REQUESTS,
                        Place.RELEASES,
                        Place.OPERATIONS,
                        Place.PROOF),
                Place.ofPath(sample.path()),
                sample.path(),
                "token",
                null,
                "",
                3);
    }

    SequencedMap<String, Sample> all() {
        SequencedMap<String, Sample> pages = new LinkedHashMap<>();
        pages.put("sign-in", new Sample("signIn", "/sign-in", Map.of("code", "c0de", "open", true)));
        pages.put("error", sample("error", "/inbox", error()));
        pages.put("inbox", sample("list", "/inbox", inbox()));
        pages.put("inbox-empty", sample("list", "/inbox", emptyInbox()));
        pages.put("find", sample("find", "/find", find()));
        pages.put("query", sample("query", "/find/queries/1", query()));
        pages.put("served", sample("served", "/find/served", served()));
        pages.put("holdings", sample("holdings", "/holdings", holdings()));
        pages.put("subject", sample("subject", "/holdings/s-1", subject()));
        SampleReview review = new SampleReview(w);
        pages.put("review", sample("review", "/review", review.page()));
        pages.put("review-none", sample("review", "/review", review.none()));
        pages.put("write", sample("writeRequest", "/requests/new", write()));
        pages.put("request", sample("request", "/requests/MX-2026-000123", request()));
        pages.put("refusal", sample("reason", "/requests/MX-2026-000123/refusal", refusal()));
        pages.put("answer", sample("answer", "/requests/MX-2026-000123/answer", answer()));
        pages.put("confirm", sample("confirm", "/requests/MX-2026-000123/answer", confirm()));
        pages.put("release", sample("release", "/releases/r-1", release()));
        pages.put("forewarning", sample("forewarning", "/inbox/forewarnings/n-1", forewarning()));
        pages.put("challenge", sample("challenge", "/releases/challenges/c-1", challenge()));
        pages.put("operation", sample("operation", "/operations/o-1", operation()));
        pages.put("proof", sample("proof", "/proof", proof()));
        pages.put(
                "codes",
                new Sample(
                        "codes",
                        "/about/codes",
                        Map.of("page", CodesPage.of(w, ShippedPack.read().text()))));
        pages.put("law", sample("law", "/about/law", new LawPage(List.of(lawRow()))));
        pages.put("law-version", sample("lawVersion", "/about/law/00", lawVersion()));
        pages.put(
                "coverage",
                sample(
                        "coverage",
                        "/about/coverage",
                        new LawPage.Covered(
                                w.of("coverage.state", 1, 2),
                                List.of(new LawPage.Instrument(
                                        "UNTOC-2000",
                                        List.of(
                                                new LawPage.Provision(
                                                        "18", say("Assistance.", "Asistencia."), false, "P-01"),
                                                new LawPage.Provision("19", say("Teams.", "Equipos."), true, "")))))));
        pages.put("requests", sample("requests", "/requests?state=open", requests()));
        pages.put("outcomes", sample("outcomes", "/requests/several/assignment", outcomes()));
        pages.put("notices", sample("notices", "/inbox/notices", notices()));
        pages.put("absences", sample("absences", "/inbox/absences", absences()));
        pages.put("cooperation", sample("cooperation", "/cooperation", new SampleFigures(w).page()));
        pages.put("contacts", sample("contacts", "/contacts", new SampleContacts(w).page()));
        pages.put("about", new Sample("about", "/about", Map.of("facts", facts("Agreement", "Acuerdo", "us-mx 1.0"))));
        return pages;
    }

    private LawPage.Row lawRow() {
        return new LawPage.Row(
                "/about/law/00",
                "2026.6",
                say("1 January 2027", "1 de enero de 2027"),
                w.of("law.by-them"),
                new Mark(say("Proposed", "Propuesta"), Mark.Tone.SOON),
                "");
    }

    private LawPage.One lawVersion() {
        return new LawPage.One(
                w.of("law.version", "2026.6"),
                lawRow().state(),
                List.of(new ConfirmPage.Row(w.of("law.day"), lawRow().day())),
                w.of("law.state.proposed"),
                List.of(new LawPage.Change(say("clock", "plazo"), "trace-urgent", say("changed", "modificado"))),
                List.of(new LawPage.Prospect(
                        "/requests/MX-2026-000123",
                        "MX-2026-000123",
                        say("Firearm trace", "Rastreo de arma"),
                        w.of("law.ruling.permitted") + " (P-01)",
                        w.of("law.ruling.refused") + " (F-02)",
                        say("2 December → 1 December", "2 de diciembre → 1 de diciembre"))),
                true,
                "/about/law/00");
    }

    private static Sample sample(String template, String path, Object page) {
        return new Sample(template, path, new TreeMap<>(Map.of("page", page)));
    }

    private static Bilingual both(String en, String es) {
        return new Bilingual(en, es);
    }

    private String say(String en, String es) {
        return w.of(both(en, es));
    }

    private RequestsPage requests() {
        List<Choice> choices = List.of(new Choice("open", say("open", "abiertas")));
        Form form = Form.of(Map.of("state", List.of("open"))).with("number", w.of("error.unfit"));
        return new RequestsPage(
                inbox(),
                "in",
                form,
                true,
                w.count("filter.found", 2),
                choices,
                choices,
                choices,
                choices,
                new RequestsPage.Desk(
                        choices,
                        List.of(new RequestsPage.Kept(
                                "/requests?box=in&left=week",
                                say("Due this week", "Vencen esta semana"),
                                w.count("filter.kept", 2),
                                true)),
                        Map.of("state", "open"),
                        true,
                        true));
    }

    private OutcomesPage outcomes() {
        return new OutcomesPage(
                w.of("several.title"),
                w.of("several.state", 1, 1),
                List.of(
                        new OutcomesPage.Row(
                                "/requests/MX-2026-000122",
                                "MX-2026-000122",
                                new Mark(w.of("several.done"), Mark.Tone.PROVEN),
                                ""),
                        new OutcomesPage.Row(
                                "/requests/MX-2026-000123",
                                "MX-2026-000123",
                                new Mark(w.of("several.not-done"), Mark.Tone.REFUSED),
                                say("It has ended.", "Ya terminó."))),
                new Link("/requests?box=in", w.of("requests.title"), Link.Tone.PLAIN));
    }

    private NoticesPage notices() {
        return new NoticesPage(
                w.count("notices.state", 1),
                List.of(
                        new NoticesPage.Row(
                                new Mark(w.of("notices.unread"), Mark.Tone.SOON),
                                say("New request of the other party", "Nueva solicitud de la otra parte"),
                                say("Firearm trace", "Rastreo de arma de fuego"),
                                "/requests/MX-2026-000123",
                                "MX-2026-000123",
                                say("Tue 24 Nov 11:00 EST", "mar 24 nov 11:00 EST")),
                        new NoticesPage.Row(
                                new Mark(w.of("notices.seen"), Mark.Tone.QUIET),
                                say("Assigned", "Asignada"),
                                say("Police information", "Información policial"),
                                "/requests/MX-2026-000122",
                                "MX-2026-000122",
                                say("Mon 23 Nov 09:00 EST", "lun 23 nov 09:00 EST"))),
                true,
                "12",
                Form.of(Map.of("address", List.of("officer@agency.example"))));
    }

    private AbsencesPage absences() {
        return new AbsencesPage(
                List.of(new AbsencesPage.Row(
                        "us-officer",
                        "us-officer-2",
                        say("Mon 21 Dec 00:00 EST", "lun 21 dic 00:00 EST"),
                        say("Mon 28 Dec 23:59 EST", "lun 28 dic 23:59 EST"),
                        true)),
                Form.EMPTY,
                List.of(
                        new ReasonPage.Field.One(
                                "deputy",
                                w.of("field.deputy"),
                                w.of("absences.deputy"),
                                List.of(new Choice("none", w.of("absences.nobody")))),
                        new ReasonPage.Field.Day("from", w.of("field.from"), ""),
                        new ReasonPage.Field.Day("until", w.of("field.until"), w.of("absences.until"))));
    }

    private ErrorPage error() {
        return new ErrorPage(
                both(
                        "The database does not answer (SQL state 57P03).",
                        "La base de datos no responde (estado SQL 57P03)."),
                both("Try again. Nothing was changed.", "Intente de nuevo. No se cambió nada."),
                "DATABASE_UNREACHABLE 1105");
    }

    private List<Line> lines() {
        return List.of(
                new Line(
                        "/requests/MX-2026-000122",
                        "MX-2026-000122",
                        say("Police information", "Información policial"),
                        new TimeLeft(
                                say("1 hour overdue, Tue 24 Nov 11:00 EST", "1 hora de retraso, mar 24 nov 11:00 EST"),
                                TimeLeft.Tone.OVERDUE),
                        "Fiscalía General de la República",
                        List.of(new Mark(say("received", "recibida"), Mark.Tone.PLAIN)),
                        say("Check the legal basis", "Revisar el fundamento")),
                new Line(
                        "/requests/MX-2026-000123",
                        "MX-2026-000123",
                        say("Firearm trace", "Rastreo de arma de fuego"),
                        new TimeLeft(
                                say("7 hours left, Tue 24 Nov 19:00 EST", "quedan 7 horas, mar 24 nov 19:00 EST"),
                                TimeLeft.Tone.SOON),
                        "Agencia de Investigación Criminal",
                        List.of(
                                new Mark(say("basis checked", "fundamento revisado"), Mark.Tone.PROVEN),
                                Mark.invented(w)),
                        say("Answer or refuse", "Responder o denegar")),
                new Line(
                        "/requests/MX-2026-000124",
                        "MX-2026-000124",
                        say("Firearm trace", "Rastreo de arma de fuego"),
                        new TimeLeft(
                                say("6 days left, Mon 30 Nov 18:00 EST", "quedan 6 días, lun 30 nov 18:00 EST"),
                                TimeLeft.Tone.CALM),
                        "Agencia de Investigación Criminal",
                        List.of(new Mark(say("received", "recibida"), Mark.Tone.PLAIN)),
                        ""));
    }

    private ListPage inbox() {
        return new ListPage(
                w.of("place.inbox"),
                say(
                        "3 things wait for you: 1 overdue, 1 due today.",
                        "3 asuntos le esperan: 1 con retraso, 1 vence hoy."),
                List.of(),
                List.of(),
                w.of("column.from"),
                lines(),
                "",
                "");
    }

    private ListPage emptyInbox() {
        return new ListPage(
                w.of("place.inbox"),
                "",
                List.of(
                        new Link("/a", say("Received", "Recibidas"), Link.Tone.HERE),
                        new Link("/b", say("Sent", "Enviadas"), Link.Tone.PLAIN)),
                List.of(new Link("/requests/new", say("Write a request", "Escribir una solicitud"), Link.Tone.FIRST)),
                w.of("column.from"),
                List.of(),
                say("Nothing waits for you", "Nada le espera"),
                say(
                        "Requests that need you appear here as they arrive.",
                        "Aquí aparecen las solicitudes que le corresponden."));
    }

    private List<Choice> choices() {
        return List.of(
                new Choice("illicit-finance", say("Illicit finance", "Finanzas ilícitas")),
                new Choice("firearms-trafficking", say("Firearms trafficking", "Tráfico de armas")));
    }

    private FindPage find() {
        Form form = Form.of(Map.of("values", List.of("XAXX010101000\nXEXX010101000"), "case", List.of("24-CR-0117")))
                .with("basis", w.of("error.needed"));
        return new FindPage(
                form,
                true,
                List.of(
                        new Link("/find", say("Ask", "Consultar"), Link.Tone.HERE),
                        new Link("/find/served", w.of("served.title"), Link.Tone.PLAIN)),
                choices(),
                List.of(new Choice("UNTOC-2000|27", "UNTOC-2000 art. 27")),
                List.of(new Choice("rfc", "RFC")),
                List.of(new FindPage.Row(
                        say("Tue 24 Nov 09:12 EST", "mar 24 nov 09:12 EST"),
                        "/find/queries/1",
                        say("80 RFC, padded to 128", "80 RFC, con relleno 128"),
                        "us-analyst",
                        say("4 known, 1 of them cleared", "4 conocidos, 1 absuelto"))));
    }

    private QueryPage query() {
        return new QueryPage(
                say("Query of Tue 24 Nov 09:12 EST", "Consulta del mar 24 nov 09:12 EST"),
                true,
                say(
                        "2 of 80 identifiers are known to the other party.",
                        "La contraparte conoce 2 de 80 identificadores."),
                facts("Case", "Expediente", "24-CR-0117"),
                false,
                "",
                List.of(
                        new QueryPage.Hit(
                                "QWE010203AB1",
                                List.of(new Mark(
                                        say("cleared by a court", "favorecido por sentencia"), Mark.Tone.PROVEN)),
                                say("Starts no request.", "No da lugar a solicitud."),
                                "",
                                "",
                                w.of("query.as-of", say("20 Nov 2026", "20 nov 2026"))),
                        new QueryPage.Hit(
                                "ZXC040506CD2",
                                List.of(new Mark(say("listed, final", "en lista, definitivo"), Mark.Tone.PLAIN)),
                                say("You may ask for police information.", "Puede solicitar información policial."),
                                "4d1f0c2b9a8e7d6c5b4a39281706f5e4",
                                "/requests/new",
                                w.of("query.as-of", say("20 Nov 2026", "20 nov 2026")))),
                w.of("query.others"),
                List.of("QWE-01", "?"),
                w.count("query.not-asked", 2),
                say(
                        "Time, 128 identifiers, RFC, U.S. Treasury, illicit finance, UNTOC-2000 art. 27.",
                        "Hora, 128 identificadores, RFC, Tesoro de EE. UU., finanzas ilícitas, UNTOC-2000 art. 27."));
    }

    private ServedPage served() {
        return new ServedPage(
                List.of(),
                List.of(new ServedPage.Row(
                        say("Tue 24 Nov 09:12 EST", "mar 24 nov 09:12 EST"),
                        "SAT",
                        "RFC",
                        "128",
                        say("Illicit finance", "Finanzas ilícitas"),
                        "UNTOC-2000 art. 27")));
    }

    private HoldingsPage holdings() {
        return new HoldingsPage(
                Form.of(Map.of("q", List.of("nuñez arrieta"))),
                choices(),
                say("2 subjects. The search was logged.", "2 sujetos. La búsqueda quedó registrada."),
                List.of(
                        new HoldingsPage.Row(
                                "/holdings/s-1",
                                "María Fernanda Núñez Arrieta",
                                say("Person", "Persona"),
                                List.of(new Mark(say("alleged", "señalada"), Mark.Tone.PLAIN), Mark.invented(w)),
                                say("both surnames", "ambos apellidos"),
                                say("NUNES – NUÑEZ: sounds alike", "NUNES – NUÑEZ: suena igual"),
                                w.of("source.casework"),
                                ""),
                        new HoldingsPage.Row(
                                "/holdings/s-2",
                                "NÚÑEZ ARRIETA Y ASOCIADOS, S.A. DE C.V.",
                                say("Company", "Empresa"),
                                List.of(new Mark(say("on a list", "en una lista"), Mark.Tone.PLAIN), Mark.invented(w)),
                                say("name", "nombre"),
                                "",
                                w.of("source.mx-sat-69b"),
                                w.of("source.as-of", say("1 Nov 2026", "1 nov 2026")))));
    }

    private SubjectPage subject() {
        return new SubjectPage(
                "s-1",
                "María Fernanda Núñez Arrieta",
                say("Person", "Persona"),
                List.of(new Mark(say("alleged", "señalada"), Mark.Tone.PLAIN), Mark.invented(w)),
                List.of(say(
                        "This listing was annulled on 3 May 2026.",
                        "Esta inclusión quedó sin efecto el 3 de mayo de 2026.")),
                List.of(new SubjectPage.Facet(
                        say("Casework of the ATF", "Expedientes de la ATF"),
                        List.of(
                                new SubjectPage.Row(
                                        say("name", "nombre"),
                                        "María Fernanda Núñez Arrieta",
                                        "us-casework, C-000482",
                                        say(
                                                "List of 1 Nov 2026; it may have changed since.",
                                                "Lista del 1 nov 2026; pudo cambiar desde entonces."),
                                        "US-CASEWORK · B2 · 31 Dec 2030",
                                        List.of()),
                                new SubjectPage.Row(
                                        "CURP",
                                        "NUAM850712MDFXRR09",
                                        "us-casework, C-000482",
                                        "",
                                        "US-CASEWORK · A1 · 31 Dec 2030",
                                        Mark.handling(w, Set.of(HandlingCode.H0, HandlingCode.H1)))))),
                List.of(new SubjectPage.LinkRow(
                        say("owner of", "dueña de"), "Pistol 9 mm", "/holdings/s-3", List.of(), "us-casework")),
                List.of(new SampleReview(w).joined()),
                List.of(new SampleReview(w).judged("/review/s-1/s-2")),
                List.of(new Link("/find", say("Ask the other party", "Consultar a la contraparte"), Link.Tone.PLAIN)));
    }

    private WriteRequestPage write() {
        return new WriteRequestPage(
                "firearm-trace",
                say("Firearm trace", "Rastreo de arma de fuego"),
                "",
                "US-2026-000009",
                w.of(
                        "revise.returned",
                        "us-lawyer",
                        say("Tue 24 Nov 09:12 EST", "mar 24 nov 09:12 EST"),
                        say("Name the article.", "Indique el artículo.")),
                ruling(),
                List.of(),
                Form.of(Map.of("serial", List.of("INV-482913"))).with("case", w.of("error.needed")),
                List.of(new Choice("mx-fgr-aic", "Agencia de Investigación Criminal")),
                List.of(new Choice("UNTOC-2000|27", "UNTOC-2000 art. 27")),
                choices(),
                List.of(
                        new Choice("ordinary", say("Ordinary", "Ordinaria"), say("30 days", "30 días")),
                        new Choice("urgent", say("Urgent", "Urgente"), say("8 hours", "8 horas"))),
                choices(),
                List.of(new Choice("H0", "H0", w.of("handling.h0")), new Choice("H1", "H1", w.of("handling.h1"))),
                List.of(new WriteRequestPage.Part(
                        say("The firearm", "El arma"),
                        List.of(
                                new ReasonPage.Field.Line("serial", say("Serial number", "Número de serie"), "", 60),
                                new ReasonPage.Field.One(
                                        "obliterated",
                                        say("Serial number obliterated", "Número de serie borrado"),
                                        "",
                                        List.of(new Choice("yes", w.of("yes")), new Choice("no", w.of("no")))),
                                new ReasonPage.Field.Text(
                                        "recoveryPlace",
                                        say("Where it was recovered", "Dónde se recuperó"),
                                        "",
                                        500,
                                        w.tag())),
                        "CIFTA art. 13")),
                List.of());
    }

    private List<PaperPart> paper() {
        return List.of(
                new PaperPart(
                        both("The firearm", "El arma"),
                        both("Pistol, 9 mm, serial INV-482913.", "Pistola, 9 mm, serie INV-482913.")),
                new PaperPart(
                        both("What is asked", "Lo que se solicita"),
                        both("First purchaser and date of sale.", "Primer comprador y fecha de venta.")),
                new PaperPart(
                        both("What is attached", "Qué se adjunta"),
                        both("acta.pdf: SHA-256 " + "0f".repeat(32), "acta.pdf: SHA-256 " + "0f".repeat(32))));
    }

    private RulingView ruling() {
        return new RulingView(
                say(
                        "Permitted. The requested party may refuse on a ground below.",
                        "Permitida. La parte requerida puede denegar por una causa de las siguientes."),
                Mark.Tone.PROVEN,
                List.of(
                        new RulingView.Line(
                                "UNTOC-2000 art. 27",
                                say("The parties cooperate closely.", "Las partes colaboran estrechamente."),
                                true),
                        new RulingView.Line(
                                "CIFTA 13", say("Tracing on request.", "Rastreo previa solicitud."), false)),
                List.of(),
                true);
    }

    private RequestPage request() {
        return new RequestPage(
                "MX-2026-000123",
                say("Firearm trace", "Rastreo de arma de fuego"),
                say(
                        "Mexico asks; your lawyer checked the basis; answer or refuse.",
                        "México solicita; la abogacía revisó el fundamento; responda o deniegue."),
                lines().get(1).left(),
                List.of(new Mark(say("basis checked", "fundamento revisado"), Mark.Tone.PROVEN)),
                true,
                say("Treaty protection does not apply.", "La protección del tratado no aplica."),
                facts("From", "De", "Agencia de Investigación Criminal"),
                paper(),
                ruling(),
                new RefusalView(
                        say("Essential interests", "Intereses esenciales"), "UNTOC-2000 art. 18(21)(b)", paper()),
                List.of(
                        new Link("/requests/MX-2026-000123/answer", say("Answer", "Responder"), Link.Tone.FIRST, "y"),
                        new Link("/requests/MX-2026-000123/refusal", say("Refuse", "Denegar"), Link.Tone.GRAVE, "n")),
                List.of(),
                List.of(new AttachmentsPage.Row(
                        "acta.pdf",
                        "/requests/MX-2026-000123/attachments/0f",
                        "application/pdf, 12 kB, SHA-256 " + "0f".repeat(32),
                        say("here", "disponible"),
                        true,
                        "")),
                w.of("assistance.counsel", "Lic. Inventada (Persona inventada 17)"),
                List.of(new RequestPage.Assisted(
                        say("Counsel", "Defensa"),
                        w.of(
                                "assistance.who",
                                "Lic. Inventada",
                                "Persona inventada 17",
                                say("since 1 Dec", "desde el 1 dic")),
                        w.of("assistance.untold"),
                        List.of(new Link(
                                "/requests/MX-2026-000123/assistance/0f/end",
                                w.of("assistance.end.do"),
                                Link.Tone.PLAIN)))),
                List.of(new RequestPage.Document(
                        say("Request", "Solicitud"),
                        List.of(new Link(
                                "/requests/MX-2026-000123/documents/request.pdf?language=en",
                                "PDF EN",
                                Link.Tone.PLAIN)))),
                steps(),
                List.of(new Event(
                        say("Tue 24 Nov 09:00 EST", "mar 24 nov 09:00 EST"),
                        say("Received and recorded.", "Recibida y asentada."))),
                lines());
    }

    private List<Step> steps() {
        return List.of(
                new Step(say("recorded", "asentado"), true, say("Tue 24 Nov 09:00:01 EST", "mar 24 nov 09:00:01 EST")),
                new Step(say("durable", "firme"), true, say("entry 41", "asiento 41")),
                new Step(say("signed", "firmado"), true, say("tree of 42", "árbol de 42")),
                new Step(say("cosigned", "refrendado"), false, say("not yet", "aún no")));
    }

    private ReasonPage refusal() {
        return new ReasonPage(
                say("Refuse the request", "Denegar la solicitud"),
                "MX-2026-000123",
                say(
                        "A refusal names its ground and its reasons, in both languages.",
                        "La denegación expresa su causa y sus motivos, en ambos idiomas."),
                Form.EMPTY,
                List.of(
                        new ReasonPage.Field.One(
                                "ground",
                                say("Ground", "Causa"),
                                "",
                                List.of(new Choice(
                                        "sovereignty", say("Sovereignty", "Soberanía"), "UNTOC-2000 art. 4"))),
                        new ReasonPage.Field.Text(
                                "reasonsEn", say("Reasons in English", "Motivos en inglés"), "", 2000, "en"),
                        new ReasonPage.Field.Text(
                                "reasonsEs", say("Reasons in Spanish", "Motivos en español"), "", 2000, "es")),
                paper(),
                "/requests/MX-2026-000123/refusal",
                say("Check before refusing", "Revisar antes de denegar"),
                true,
                "/requests/MX-2026-000123",
                "refusal-1");
    }

    private AnswerPage answer() {
        return new AnswerPage(
                "MX-2026-000123",
                say(
                        "Firearm trace for the Agencia de Investigación Criminal.",
                        "Rastreo para la Agencia de Investigación Criminal."),
                Form.of(Map.of("q", List.of("INV-482913"), "statements", List.of("st-1"))),
                List.of(new AnswerPage.Subject(
                        say("Pistol, 9 mm", "Pistola, 9 mm"),
                        "/holdings/s-3",
                        List.of(Mark.invented(w)),
                        List.of(
                                new AnswerPage.Row(
                                        "st-1",
                                        say("serial number", "número de serie"),
                                        "INV-482913",
                                        "us-casework, F-000017",
                                        "",
                                        List.of()),
                                new AnswerPage.Row(
                                        "st-2",
                                        say("sold on", "vendida el"),
                                        "2024-02-11",
                                        "us-casework, F-000017",
                                        "",
                                        List.of())))),
                w.of("answer.cut", 5),
                List.of(new AnswerPage.Row(
                        "st-9",
                        say("name", "nombre"),
                        "EMPRESA SUPUESTA, S.A. DE C.V.",
                        w.of("source.mx-sat-69b"),
                        w.of("source.as-of", say("1 Nov 2026", "1 nov 2026")),
                        List.of())),
                List.of(new ReasonPage.Field.Line(
                        "own.first-purchaser", say("First purchaser", "Primer comprador"), "", 400)),
                List.of(
                        new ReasonPage.Field.Several(
                                "handling",
                                w.of("field.handling"),
                                "",
                                List.of(new Choice("H1", "H1", w.of("handling.h1")))),
                        new ReasonPage.Field.Day("expires", say("Expires", "Vence"), "")));
    }

    private ConfirmPage confirm() {
        return new ConfirmPage(
                say("Release 2 statements to Mexico", "Entregar 2 datos a México"),
                "MX-2026-000123",
                List.of(
                        new ConfirmPage.Row(
                                say("Who will read it", "Quién lo leerá"), "Agencia de Investigación Criminal"),
                        new ConfirmPage.Row(say("Under", "Con fundamento en"), "UNTOC-2000 art. 27")),
                say(
                        "What was opened cannot be unseen. You can recall it: their key is destroyed and they attest it.",
                        "Lo abierto no puede dejar de haberse visto. Usted puede retirarlo: su clave se destruye y ellos dan constancia."),
                paper(),
                null,
                "/requests/MX-2026-000123/answer/release",
                Map.of("statements", List.of("st-1", "st-2")),
                say("Release to Mexico", "Entregar a México"),
                false,
                "/requests/MX-2026-000123/answer");
    }

    private ReleasePage release() {
        return new ReleasePage(
                "r-1",
                say("Answer to US-2026-000007", "Respuesta a US-2026-000007"),
                say("Opened by you for criminal investigation.", "Usted la abrió para investigación penal."),
                lines().get(2).left(),
                List.of(new Mark(say("opened", "abierta"), Mark.Tone.PLAIN)),
                facts("Purpose", "Finalidad", say("Criminal investigation", "Investigación penal")),
                true,
                List.of(new ReleasePage.Row(
                        1,
                        say("first purchaser", "primer comprador"),
                        "Persona inventada 17",
                        "us-casework, 1 Nov 2026",
                        Mark.handling(w, Set.of(HandlingCode.H1)))),
                "",
                List.of(new Link("/releases/r-1/recall", say("Recall", "Retirar"), Link.Tone.GRAVE)),
                List.of(new Event(say("Tue 24 Nov 10:00 EST", "mar 24 nov 10:00 EST"), say("Opened.", "Abierta."))),
                challenges(),
                lines());
    }

    private List<Line> challenges() {
        return List.of(new Line(
                "/releases/challenges/c-1",
                "c-1",
                say("Challenge: inaccurate", "Impugnación: inexactitud"),
                new TimeLeft(say("12 days left", "quedan 12 días"), TimeLeft.Tone.CALM),
                "Fiscalía General de la República",
                List.of(new Mark(say("open", "abierta"), Mark.Tone.SOON)),
                ""));
    }

    private ForewarningPage forewarning() {
        return new ForewarningPage(
                "n-1",
                w.of("forewarning.what"),
                w.of("forewarning.state.delayed"),
                new TimeLeft(say("3 days left", "quedan 3 días"), TimeLeft.Tone.SOON),
                List.of(new Mark(say("delayed", "aplazado"), Mark.Tone.SOON)),
                true,
                facts("To", "A", "Fiscalía General de la República"),
                say("A measure concerns an office of yours.", "Una medida atañe a una oficina suya."),
                List.of(new Link("/inbox/forewarnings/n-1/decision", w.of("next.forewarning"), Link.Tone.FIRST, "e")),
                List.of(new Event(
                        say("Tue 24 Nov 10:00 EST", "mar 24 nov 10:00 EST"), w.of("forewarning.step.delayed"))),
                lines());
    }

    private ChallengePage challenge() {
        return new ChallengePage(
                "c-1",
                say("Challenge: inaccurate", "Impugnación: inexactitud"),
                w.of("challenge.state.open.ours"),
                challenges().getFirst().left(),
                challenges().getFirst().marks(),
                facts("Brought by", "Presentada por", say("Counsel", "La defensa")),
                say("Another person bought it.", "Lo compró otra persona."),
                List.of(new ChallengePage.Reached(
                        "/releases/r-1",
                        "r-1",
                        "Fiscalía General de la República",
                        "1, 3",
                        w.of("challenge.not-received-there"),
                        "")),
                List.of(new Link("/releases/challenges/c-1/answer", say("Answer", "Contestar"), Link.Tone.FIRST, "y")),
                List.of(new Event(say("Tue 24 Nov 10:00 EST", "mar 24 nov 10:00 EST"), w.of("challenge.event.lodged"))),
                challenges());
    }

    private OperationPage operation() {
        return new OperationPage(
                "o-1",
                say("Surveillance of a warehouse", "Vigilancia de una bodega"),
                say(
                        "Proposed to Mexico; it cannot be armed before its consent.",
                        "Propuesta a México; no puede activarse sin su consentimiento."),
                List.of(new Mark(say("proposed", "propuesta"), Mark.Tone.PLAIN)),
                true,
                List.of(say(
                        "Part of it lies in Mexico and Mexico has not consented.",
                        "Una parte está en México y México no ha consentido.")),
                facts("Place", "Lugar", "Tijuana (invented)"),
                List.of(
                        new OperationPage.Signature(
                                say("lawyer", "abogacía"), true, say("Tue 24 Nov 10:00 CST", "mar 24 nov 10:00 CST")),
                        new OperationPage.Signature(
                                say("case officer", "agente del caso"), false, say("not yet", "aún no"))),
                paper(),
                null,
                ruling(),
                List.of(),
                List.of(new Link("/operations/o-1/arming", say("Arm", "Activar"), Link.Tone.PLAIN)),
                List.of(),
                lines());
    }

    private ProofPage proof() {
        return new ProofPage(
                List.of(new ProofPage.Log(
                        say("What crossed", "Lo que cruzó"),
                        say("Every envelope sent or received.", "Cada sobre enviado o recibido."),
                        "42",
                        "kq3Wm0yWDTXsYI2oWvqvZK2pOlPq5hOk1y6Cb2d3rYw=",
                        steps(),
                        "us.example/exchange\n42\nkq3Wm0yWDTXsYI2oWvqvZK2pOlPq5hOk1y6Cb2d3rYw=\n\n— us.example/exchange AAAA\n",
                        List.of(new ProofPage.Leaf(
                                "41",
                                "received",
                                say("Tue 24 Nov 09:00 EST", "mar 24 nov 09:00 EST"),
                                say("cosigned", "refrendado"))))),
                List.of(new ProofPage.Exportable(
                        "/proof/requests/MX-2026-000123",
                        "MX-2026-000123",
                        say("Firearm trace", "Rastreo de arma"),
                        say("ready", "lista"))));
    }

    private List<ConfirmPage.Row> facts(String en, String es, String text) {
        return List.of(
                new ConfirmPage.Row(say(en, es), text),
                new ConfirmPage.Row(w.of("field.basis"), "UNTOC-2000 art. 27"),
                new ConfirmPage.Row(w.of("field.purpose"), say("Criminal investigation", "Investigación penal")));
    }
}
