package org.entente.hold.imports;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entente.hold.FacetKind;
import org.entente.hold.HoldCode;
import org.entente.hold.LinkKind;
import org.entente.hold.Property;
import org.entente.hold.SubjectKind;
import org.entente.kernel.EntenteException;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Statement;
import org.entente.match.Identifier;
import org.entente.match.Identifiers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our own casework, JSON Lines, one subject a line after a first line that names the format
/// (spec/casework.md). A line without a legal basis, a person class or a retention date is rejected, since
/// nothing supplies them. Findings carry no value: a report may be read by who has no mandate for the person, and
/// whether a value is shown must not tell who is protected.
final class CaseworkImporter implements Importer {
    static final String FORMAT = "entente-casework";
    private static final int VERSION = 1;
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "kind",
            "class",
            "status",
            "statusDate",
            "basis",
            "handling",
            "evaluation",
            "retainUntil",
            "facets",
            "links");

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(8)
                            .maxStringLength(Limits.FIELD_LENGTH_MAX)
                            .build())
                    .build())
            .build();

    /// Why one line is not taken; only thrown and caught in here.
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient Finding.Reason reason;
        final transient String column;

        Refusal(Finding.Reason reason, String column) {
            super(reason.name(), null, false, false);
            this.reason = reason;
            this.column = column;
        }
    }

    @Override
    public void read(SourceFiles files, LocalDate asOf, Held held, DraftSink sink) throws IOException {
        Set<String> seen = new HashSet<>();
        try (Reader reader = files.reader("file", StandardCharsets.UTF_8)) {
            boolean invented = header(line(reader));
            DraftSink discreet = new Discreet(sink);
            int number = 1;
            for (String line = line(reader); line != null; line = line(reader)) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                sink.rowRead();
                try {
                    sink.draft(draft(line, number, invented, asOf, seen, discreet));
                } catch (Refusal refusal) {
                    sink.rejected(new Finding("file", number, refusal.column, "", refusal.reason), "");
                } catch (JacksonException broken) {
                    sink.rejected(new Finding("file", number, "", "", Finding.Reason.ROW_BROKEN), "");
                }
            }
        }
    }

    /// Passes findings on without their values.
    private record Discreet(DraftSink sink) implements DraftSink {
        @Override
        public void draft(Draft draft) {
            sink.draft(draft);
        }

        @Override
        public void finding(Finding finding) {
            sink.finding(new Finding(finding.part(), finding.row(), finding.column(), "", finding.reason()));
        }

        @Override
        public void rejected(Finding finding, String locator) {
            sink.rejected(finding, locator);
        }

        @Override
        public void rowRead() {
            sink.rowRead();
        }
    }

    /// Null at the end; a line beyond the limit is cut, which breaks it.
    private static @Nullable String line(Reader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() < Limits.LINE_LENGTH_MAX) {
                line.append((char) next);
            }
            next = reader.read();
        }
        return line.toString();
    }

    private boolean header(@Nullable String line) {
        try {
            JsonNode node = line == null ? mapper.nullNode() : mapper.readTree(line);
            if (node.path("format").asString("").equals(FORMAT)
                    && node.path("version").asInt(0) == VERSION) {
                return node.path("invented").asBoolean(false);
            }
        } catch (JacksonException broken) {
            throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, broken, FORMAT + " " + VERSION);
        }
        throw new EntenteException(HoldCode.HOLD_FILE_FORMAT, FORMAT + " " + VERSION);
    }

    private Draft draft(String line, int number, boolean invented, LocalDate asOf, Set<String> seen, DraftSink sink) {
        JsonNode node = mapper.readTree(line);
        if (!node.isObject()) {
            throw new Refusal(Finding.Reason.ROW_BROKEN, "");
        }
        node.propertyNames().forEach(name -> {
            if (!MEMBERS.contains(name)) {
                throw new Refusal(Finding.Reason.FIELD_UNKNOWN, "");
            }
        });
        String locator = text(node, "id");
        if (locator.isEmpty() || locator.length() > 100) {
            throw new Refusal(Finding.Reason.LOCATOR_MISSING, "id");
        }
        SubjectKind kind = SubjectKind.ofKey(text(node, "kind"))
                .orElseThrow(() -> new Refusal(Finding.Reason.KIND_UNKNOWN, "kind"));
        Draft.Terms terms = terms(node, kind, asOf);
        EvidentialStatus status = constant(EvidentialStatus.class, text(node, "status"))
                .orElseThrow(() -> new Refusal(Finding.Reason.STATUS_UNKNOWN, "status"));
        LocalDate statusDate = text(node, "statusDate").isEmpty() ? asOf : date(node, "statusDate");
        List<Draft.Facet> facets = facets(node, number, sink);
        List<Draft.Link> links = links(node);
        if (!seen.add(locator)) {
            throw new Refusal(Finding.Reason.LOCATOR_TWICE, "id");
        }
        return new Draft(locator, number, 1, false, kind, status, statusDate, invented, terms, facets, links);
    }

    private static Draft.Terms terms(JsonNode node, SubjectKind kind, LocalDate asOf) {
        JsonNode basis = node.path("basis");
        String instrument = basis.path("instrument").asString("");
        if (instrument.isEmpty()) {
            throw new Refusal(Finding.Reason.BASIS_MISSING, "basis");
        }
        PersonClass personClass = constant(PersonClass.class, text(node, "class"))
                .orElseThrow(() -> new Refusal(Finding.Reason.PERSON_CLASS_MISSING, "class"));
        if (kind == SubjectKind.PERSON && personClass == PersonClass.NOT_A_PERSON) {
            throw new Refusal(Finding.Reason.PERSON_CLASS_UNFIT, "class");
        }
        if (text(node, "retainUntil").isEmpty()) {
            throw new Refusal(Finding.Reason.RETENTION_MISSING, "retainUntil");
        }
        LocalDate retainUntil = date(node, "retainUntil");
        if (retainUntil.isBefore(asOf)) {
            throw new Refusal(Finding.Reason.RETENTION_PAST, "retainUntil");
        }
        Set<HandlingCode> handling = EnumSet.noneOf(HandlingCode.class);
        for (JsonNode code : node.path("handling")) {
            handling.add(constant(HandlingCode.class, code.asString(""))
                    .orElseThrow(() -> new Refusal(Finding.Reason.VALUE_UNREADABLE, "handling")));
        }
        try {
            String evaluation = text(node, "evaluation");
            return new Draft.Terms(
                    new LegalBasis(instrument, basis.path("article").asString("")),
                    handling,
                    evaluation.isEmpty() ? EvaluationCode.X4 : new EvaluationCode(evaluation),
                    retainUntil,
                    personClass);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(Finding.Reason.VALUE_UNREADABLE, "basis, evaluation");
        }
    }

    private static List<Draft.Facet> facets(JsonNode node, int number, DraftSink sink) {
        List<Draft.Facet> facets = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (JsonNode facet : node.path("facets")) {
            String key = text(facet, "key");
            FacetKind kind = FacetKind.ofKey(text(facet, "kind"))
                    .orElseThrow(() -> new Refusal(Finding.Reason.VALUE_UNREADABLE, "facets.kind"));
            if (key.isEmpty() || !keys.add(key) || facets.size() >= Limits.FACET_COUNT_MAX) {
                throw new Refusal(Finding.Reason.VALUE_UNREADABLE, "facets.key");
            }
            FacetBuilder builder = new FacetBuilder("file", number, sink, key, kind);
            for (JsonNode said : facet.path("statements")) {
                say(said, builder);
            }
            facets.add(builder.build());
        }
        boolean primary = facets.stream().anyMatch(facet -> facet.kind() == FacetKind.PRIMARY);
        if (!primary) {
            throw new Refusal(Finding.Reason.NAME_MISSING, "facets");
        }
        return facets;
    }

    private static void say(JsonNode said, FacetBuilder builder) {
        Property property = Property.ofKey(text(said, "property"))
                .orElseThrow(() -> new Refusal(Finding.Reason.FIELD_UNKNOWN, "property"));
        String value = text(said, "value");
        if (value.isEmpty() || value.length() > Statement.VALUE_LENGTH_MAX) {
            throw new Refusal(
                    value.isEmpty() ? Finding.Reason.VALUE_UNREADABLE : Finding.Reason.VALUE_TOO_LONG, property.key());
        }
        if (property == Property.BIRTH_DATE || property == Property.EVENT_DATE) {
            builder.sayDate(property, value);
        } else if (property.identifierType().isPresent()) {
            Identifier identifier = Identifiers.parse(property.identifierType().get(), value);
            builder.sayIdentifier(property, identifier, value);
        } else {
            builder.say(property, value);
        }
    }

    private static List<Draft.Link> links(JsonNode node) {
        List<Draft.Link> links = new ArrayList<>();
        for (JsonNode link : node.path("links")) {
            String to = text(link, "to");
            Optional<LinkKind> kind = LinkKind.ofKey(text(link, "kind"));
            if (to.isEmpty() || kind.isEmpty() || links.size() >= Limits.FACET_COUNT_MAX) {
                throw new Refusal(Finding.Reason.VALUE_UNREADABLE, "links");
            }
            links.add(new Draft.Link(kind.get(), to, ""));
        }
        return links;
    }

    private static LocalDate date(JsonNode node, String member) {
        try {
            return LocalDate.parse(text(node, member));
        } catch (DateTimeException unreadable) {
            throw new Refusal(Finding.Reason.VALUE_UNREADABLE, member);
        }
    }

    /// Constants are written in lower case with hyphens.
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
        String name = key.toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asString("").strip();
    }
}
