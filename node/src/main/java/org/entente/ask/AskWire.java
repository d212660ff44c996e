package org.entente.ask;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entente.agreement.Agreement;
import org.entente.agreement.Fact;
import org.entente.agreement.FactTerm;
import org.entente.exchange.ParcelId;
import org.entente.exchange.ParcelKey;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.release.ReleaseId;

/// The bodies of this room, strict canonical JSON with `"v":1`, every member known.
///
/// `ask.request`:
/// `{"assurances":[…],"basis":{"article":…,"instrument":…},"created":seconds,"demonstration":bool,
/// "facts":{…},"fields":{…},"from":…,"handling":[…],"law":"pack hash,
/// hex","number":…,"offence":…,"purpose":…,"to":…, "type":…,"urgency":…,"urgencyReason":…,"v":1}`,
/// and `attachments` if it has files ([AttachmentWire]).
/// `ask.refusal`: `article`, `at`, `ground`, `number`, `part`, `reasons`. `ask.answer`: `at`, `number`,
/// `release`, `rest`. `ask.withdrawal`: `at`, `number`, `reason`. Letters, `ask.` and the word of a
/// [LetterKind]: `at`, `details` (texts by key), `number`, `started` (of the clock of a request not yet
/// accepted, 0 without one), `text`.
final class AskWire {
    static final String REQUEST = "ask.request";
    static final String REFUSAL = "ask.refusal";
    static final String ANSWER = "ask.answer";
    static final String WITHDRAWAL = "ask.withdrawal";
    /// Not about a request: [FiguresWire].
    static final String FIGURES = "ask.figures";

    private static final int VERSION = 1;

    private AskWire() {}

    /// `rest` says what still follows; empty if nothing does.
    record Answer(RequestNumber number, ReleaseId release, String rest, Instant at) {}

    record Withdrawal(RequestNumber number, String reason, Instant at) {}

    /// `part` says which part is refused; empty for the whole.
    record Refusal(RequestNumber number, RefusalNote note, String part) {}

    /// As this node keeps it: without the keys of its files.
    static Bytes encode(Request request) {
        return encode(request, Map.of());
    }

    /// As it crosses: with them.
    static Bytes encode(Request request, Map<ParcelId, ParcelKey> keys) {
        Json.MembersBuilder members = members(request);
        if (!request.attachments().isEmpty()) {
            members.with("attachments", AttachmentWire.encode(request.attachments(), keys));
        }
        return members.build().encode();
    }

    private static Json.MembersBuilder members(Request request) {
        Head head = request.head();
        Json.MembersBuilder facts = Json.members();
        head.declarations().facts().forEach((key, fact) -> facts.with(key, fact.text()));
        Json.MembersBuilder members = Json.members();
        if (head.quiet()) {
            members.with("quiet", true);
        }
        return members.with("v", VERSION)
                .with("law", request.law().hex())
                .with("type", request.type().measure())
                .with("number", head.number().value())
                .with("from", head.from().value())
                .with("to", head.to().value())
                .with("basis", basis(head.basis()))
                .with("purpose", head.purpose().code())
                .with("urgency", head.urgency().word())
                .with("urgencyReason", head.urgencyReason())
                .with(
                        "handling",
                        Json.texts(new TreeSet<>(head.handling())
                                .stream().map(HandlingCode::name).toList()))
                .with("offence", head.offence())
                .with("demonstration", head.demonstration())
                .with("fields", Json.members().withAll(request.fields()).build())
                .with("facts", facts.build())
                .with("assurances", Json.texts(new TreeSet<>(head.declarations().assurances())))
                .with("created", head.created().getEpochSecond());
    }

    /// The pack that a request says it was made under; nothing else of it is read.
    ///
    /// @throws EntenteException ASK_BODY_BROKEN
    static Bytes law(Bytes body) {
        try {
            return Bytes.fromHex(Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX)
                    .reader()
                    .text("law"));
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, e, REQUEST);
        }
    }

    /// Reads a request under an agreement: its facts must be facts that the pack asks the requesting side for, its
    /// fields those of the form.
    ///
    /// @throws EntenteException ASK_BODY_BROKEN; ASK_LAW_DIFFERS if it was made under another pack
    static Request parseRequest(Bytes body, Agreement agreement) {
        return parse(REQUEST, body, reader -> {
            if (!reader.text("law").equals(agreement.packHash().hex())) {
                throw new EntenteException(AskCode.ASK_LAW_DIFFERS, agreement.version());
            }
            RequestType type = new RequestType(reader.text("type"));
            SortedMap<String, String> fields = fields(agreement, type, reader.members("fields"));
            Map<String, Fact> facts = facts(agreement, type, reader.members("facts"));
            return Request.complete(agreement, type, head(agreement.id(), facts, reader), fields)
                    .with(AttachmentWire.sealed(reader));
        });
    }

    /// Reads a request this node has kept, whatever pack it was made under.
    static Request parseKept(Bytes document, AgreementId agreement) {
        return parse(REQUEST, document, reader -> {
            Bytes law = Bytes.fromHex(reader.text("law"));
            RequestType type = new RequestType(reader.text("type"));
            SortedMap<String, String> fields = new TreeMap<>();
            reader.members("fields").values().forEach((key, value) -> fields.put(key, textOf(value)));
            Map<String, Fact> facts = new HashMap<>();
            reader.members("facts").values().forEach((key, value) -> facts.put(key, Fact.read(textOf(value))));
            return new Request(law, head(agreement, facts, reader), type, fields, AttachmentWire.kept(reader));
        });
    }

    private static String textOf(Json json) {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("text expected");
    }

    static Bytes encode(Head.Declarations own) {
        Json.MembersBuilder facts = Json.members();
        own.facts().forEach((key, fact) -> facts.with(key, fact.text()));
        return Json.members()
                .with("facts", facts.build())
                .with("assurances", Json.texts(new TreeSet<>(own.assurances())))
                .build()
                .encode();
    }

    static Head.Declarations parseOwn(Bytes bytes) {
        MemberReader reader =
                Json.parseMembers(bytes.toArray(), Limits.BODY_SIZE_BYTES_MAX).reader();
        Map<String, Fact> facts = new HashMap<>();
        reader.members("facts").values().forEach((key, value) -> facts.put(key, Fact.read(textOf(value))));
        Head.Declarations own = new Head.Declarations(facts, assurances(reader));
        reader.end();
        return own;
    }

    private static Head head(AgreementId agreement, Map<String, Fact> facts, MemberReader reader) {
        Head.Declarations declarations = new Head.Declarations(facts, assurances(reader));
        return new Head(
                new RequestNumber(reader.text("number")),
                agreement,
                new InstitutionId(reader.text("from")),
                new InstitutionId(reader.text("to")),
                basis(reader.members("basis")),
                new Purpose(reader.text("purpose")),
                Urgency.of(reader.text("urgency")).orElseThrow(IllegalArgumentException::new),
                atMost(reader.text("urgencyReason"), Limits.REASON_LENGTH_MAX),
                handling(reader.texts("handling")),
                reader.text("offence"),
                reader.truth("demonstration"),
                declarations,
                reader.seconds("created"),
                quiet(reader));
    }

    /// There if it is so, and not otherwise: one request has one form.
    private static boolean quiet(MemberReader reader) {
        if (reader.has("quiet") && !reader.truth("quiet")) {
            throw new IllegalArgumentException("an ordinary request says nothing of a quiet lane");
        }
        return reader.has("quiet");
    }

    private static SortedMap<String, String> fields(Agreement agreement, RequestType type, Json.Members members) {
        SortedMap<String, String> fields = new TreeMap<>();
        MemberReader reader = members.reader();
        for (String key : members.values().keySet()) {
            int lengthMax = agreement
                    .measure(type.measure())
                    .field(key)
                    .orElseThrow(IllegalArgumentException::new)
                    .lengthMax();
            fields.put(key, reader.text(key, lengthMax));
        }
        return fields;
    }

    private static Map<String, Fact> facts(Agreement agreement, RequestType type, Json.Members members) {
        Map<String, Fact> facts = new HashMap<>();
        MemberReader reader = members.reader();
        if (members.values().size() > Limits.FACTS_MAX) {
            throw new IllegalArgumentException("too many facts");
        }
        for (String key : members.values().keySet()) {
            facts.put(
                    key,
                    Drafting.stated(
                                    agreement,
                                    agreement.measure(type.measure()),
                                    FactTerm.AskedOf.REQUESTING,
                                    key,
                                    reader.text(key))
                            .orElseThrow(IllegalArgumentException::new));
        }
        return facts;
    }

    private static Set<String> assurances(MemberReader reader) {
        List<String> listed = reader.texts("assurances");
        if (listed.size() > Limits.FACTS_MAX) {
            throw new IllegalArgumentException("too many assurances");
        }
        return new HashSet<>(listed);
    }

    private static Set<HandlingCode> handling(List<String> codes) {
        return codes.stream().map(HandlingCode::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    static Bytes encode(Refusal refusal) {
        RefusalNote note = refusal.note();
        return Json.members()
                .with("v", VERSION)
                .with("number", refusal.number().value())
                .with("ground", note.ground())
                .with("article", basis(note.article()))
                .with(
                        "reasons",
                        Json.members()
                                .with("en", note.reasons().en())
                                .with("es", note.reasons().es())
                                .build())
                .with("part", refusal.part())
                .with("at", note.at().getEpochSecond())
                .build()
                .encode();
    }

    static Refusal parseRefusal(Bytes body) {
        return parse(REFUSAL, body, reader -> {
            MemberReader reasons = reader.members("reasons").reader();
            Bilingual texts = new Bilingual(
                    reasons.text("en", Limits.REASON_LENGTH_MAX), reasons.text("es", Limits.REASON_LENGTH_MAX));
            reasons.end();
            return new Refusal(
                    new RequestNumber(reader.text("number")),
                    new RefusalNote(
                            reader.text("ground", 60), basis(reader.members("article")), texts, reader.seconds("at")),
                    atMost(reader.text("part"), Limits.NOTE_LENGTH_MAX));
        });
    }

    static Bytes encode(Answer answer) {
        return Json.members()
                .with("v", VERSION)
                .with("number", answer.number().value())
                .with("release", answer.release().hex())
                .with("rest", answer.rest())
                .with("at", answer.at().getEpochSecond())
                .build()
                .encode();
    }

    static Answer parseAnswer(Bytes body) {
        return parse(
                ANSWER,
                body,
                reader -> new Answer(
                        new RequestNumber(reader.text("number")),
                        new ReleaseId(reader.text("release")),
                        atMost(reader.text("rest"), Limits.NOTE_LENGTH_MAX),
                        reader.seconds("at")));
    }

    static Bytes encode(Withdrawal withdrawal) {
        return Json.members()
                .with("v", VERSION)
                .with("number", withdrawal.number().value())
                .with("reason", withdrawal.reason())
                .with("at", withdrawal.at().getEpochSecond())
                .build()
                .encode();
    }

    static Withdrawal parseWithdrawal(Bytes body) {
        return parse(
                WITHDRAWAL,
                body,
                reader -> new Withdrawal(
                        new RequestNumber(reader.text("number")),
                        atMost(reader.text("reason"), Limits.NOTE_LENGTH_MAX),
                        reader.seconds("at")));
    }

    static Bytes encode(Letter letter) {
        Instant started = letter.started();
        return Json.members()
                .with("v", VERSION)
                .with("number", letter.number().value())
                .with("text", letter.text())
                .with("details", Json.members().withAll(letter.details()).build())
                .with("started", started == null ? 0 : started.getEpochSecond())
                .with("at", letter.at().getEpochSecond())
                .build()
                .encode();
    }

    /// A letter that reads; what its details must be the pack says.
    static Letter parseLetter(LetterKind kind, Bytes body) {
        return parse(kind.type(), body, reader -> {
            Instant started = reader.seconds("started");
            Instant at = reader.seconds("at");
            if (started.isAfter(at)) {
                throw new IllegalArgumentException("a clock that starts after the letter");
            }
            Json.Members told = reader.members("details");
            if (told.values().size() > Limits.DETAILS_MAX) {
                throw new IllegalArgumentException("too many details");
            }
            SortedMap<String, String> details = new TreeMap<>();
            MemberReader values = told.reader();
            told.values().keySet().forEach(key -> details.put(key, values.text(key, Limits.REASON_LENGTH_MAX)));
            return new Letter(
                    kind,
                    new RequestNumber(reader.text("number")),
                    atMost(reader.text("text"), Limits.REASON_LENGTH_MAX),
                    details,
                    started.equals(Instant.EPOCH) ? null : started,
                    at);
        });
    }

    private static Json.Members basis(LegalBasis basis) {
        return Json.members()
                .with("instrument", basis.instrument())
                .with("article", basis.article())
                .build();
    }

    private static LegalBasis basis(Json.Members members) {
        MemberReader reader = members.reader();
        LegalBasis basis = new LegalBasis(reader.text("instrument"), reader.text("article"));
        reader.end();
        return basis;
    }

    private static String atMost(String text, int lengthMax) {
        if (text.length() > lengthMax) {
            throw new IllegalArgumentException("too long");
        }
        return text;
    }

    interface Form<T> {
        T read(MemberReader reader);
    }

    /// Values that no record would take are refused with the same code as bytes that are no JSON.
    static <T> T parse(String type, Bytes body, Form<T> form) {
        try {
            MemberReader reader = Json.parseMembers(body.toArray(), Limits.BODY_SIZE_BYTES_MAX)
                    .reader();
            reader.whole("v", VERSION, VERSION);
            T value = form.read(reader);
            reader.end();
            return value;
        } catch (IllegalArgumentException e) {
            throw new EntenteException(AskCode.ASK_BODY_BROKEN, e, type);
        }
    }
}
