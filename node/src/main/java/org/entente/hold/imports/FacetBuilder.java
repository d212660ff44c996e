package org.entente.hold.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.hold.FacetKind;
import org.entente.hold.Property;
import org.entente.kernel.Statement;
import org.entente.match.Identifier;
import org.entente.match.IdentifierType;
import org.entente.match.Identifiers;
import org.jspecify.annotations.Nullable;

/// Collects the statements of one facet; reads each identifier once and reports what is odd about it.
final class FacetBuilder {
    private final String part;
    private final int row;
    private final DraftSink sink;
    private final String key;
    private final FacetKind kind;
    private final String origin;
    private Draft.@Nullable Procedure procedure;
    private final List<Draft.Said> statements = new ArrayList<>();

    FacetBuilder(String part, int row, DraftSink sink, String key, FacetKind kind) {
        this(part, row, sink, key, kind, part);
    }

    FacetBuilder(String part, int row, DraftSink sink, String key, FacetKind kind, String origin) {
        this.part = part;
        this.row = row;
        this.sink = sink;
        this.key = key;
        this.kind = kind;
        this.origin = origin;
    }

    FacetBuilder procedure(Draft.Procedure standing) {
        procedure = standing;
        return this;
    }

    /// A blank value says nothing and is left out. Values beyond the statement's limit are cut: the whole
    /// stands in the publisher's file under the row number.
    FacetBuilder say(Property property, String value) {
        return say(property, value, origin);
    }

    /// Said by another row than the facet's own.
    FacetBuilder say(Property property, String value, String saidBy) {
        String text = value.strip();
        if (!text.isEmpty() && statements.size() < Limits.STATEMENT_COUNT_MAX) {
            statements.add(new Draft.Said(property, cut(text), null, null, saidBy));
        }
        return this;
    }

    FacetBuilder sayDate(Property property, String value) {
        Optional<String> edtf = PublishedDate.edtf(value);
        if (edtf.isEmpty()) {
            sink.finding(new Finding(part, row, property.key(), value, Finding.Reason.DATE_UNREADABLE));
            return say(property, value);
        }
        statements.add(new Draft.Said(property, cut(value.strip()), null, edtf.get(), origin));
        return this;
    }

    /// `number` is what identifies, `written` the whole as the source has it ("01190032480 (Mexico)").
    FacetBuilder sayIdentifier(Property property, String number, String written) {
        IdentifierType type = property.identifierType().orElseThrow();
        return sayIdentifier(property, Identifiers.parse(type, number), written);
    }

    FacetBuilder sayIdentifier(Property property, Identifier identifier, String written) {
        switch (identifier) {
            case Identifier.Parsed parsed -> {
                if (!parsed.isValid()) {
                    sink.finding(new Finding(part, row, property.key(), written, Finding.Reason.CHECK_FAILED));
                }
                IdentifierType comparable = parsed.isWellFormed() ? parsed.type() : null;
                statements.add(new Draft.Said(property, cut(written.strip()), comparable, parsed.canonical(), origin));
            }
            case Identifier.Masked _ -> {
                sink.finding(new Finding(part, row, property.key(), written, Finding.Reason.IDENTIFIER_COVERED));
                say(property, written);
            }
            case Identifier.Placeholder _, Identifier.Unreadable _ -> say(property, written);
        }
        return this;
    }

    Draft.Facet build() {
        return new Draft.Facet(key, kind, procedure, statements);
    }

    private static String cut(String value) {
        int max = Statement.VALUE_LENGTH_MAX;
        return value.length() > max ? value.substring(0, max) : value;
    }
}
