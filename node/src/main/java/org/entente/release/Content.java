package org.entente.release;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.Bytes;
import org.entente.kernel.EvaluationCode;
import org.entente.kernel.EvidentialStatus;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.PersonClass;
import org.entente.kernel.Statement;
import org.entente.kernel.UnfitValueException;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// The content of a release: its statements, in the owner's order. Texts cross in NFC, as strict JSON demands.
record Content(List<ReleasedStatement> statements) {
    private static final String TYPE = "release content";
    private static final int SOURCE_LENGTH_MAX = 200;

    Content {
        statements = List.copyOf(statements);
        if (statements.isEmpty() || statements.size() > Limits.ITEMS_MAX) {
            throw new UnfitValueException("a release has 1 to 500 statements", "una entrega tiene de 1 a 500 datos");
        }
    }

    Bytes encode() {
        return ReleaseWire.body()
                .with(
                        "statements",
                        new Json.Items(
                                statements.stream().map(Content::statement).toList()))
                .build()
                .encode();
    }

    static Content parse(Bytes plain) {
        return ReleaseWire.parse(TYPE, plain, reader -> {
            List<ReleasedStatement> statements = new ArrayList<>();
            for (Json item : reader.items("statements").values()) {
                if (!(item instanceof Json.Members members)) {
                    throw new IllegalArgumentException("a statement is an object");
                }
                statements.add(statement(members));
            }
            return new Content(statements);
        });
    }

    private static Json statement(ReleasedStatement statement) {
        Json.MembersBuilder members = Json.members()
                .with("article", nfc(statement.basis().article()))
                .with("evaluation", statement.evaluation().value())
                .with("handling", ReleaseWire.handling(statement.handling()))
                .with("instrument", statement.basis().instrument())
                .with("invented", statement.invented())
                .with("personClass", statement.personClass().name())
                .with("property", statement.property())
                .with("source", nfc(statement.source()))
                .with("status", statement.status().name())
                .with("value", nfc(statement.value()));
        withDate(members, "observed", statement.observed());
        withDate(members, "sourceAsOf", statement.sourceAsOf());
        return members.build();
    }

    private static void withDate(Json.MembersBuilder members, String name, @Nullable LocalDate date) {
        if (date != null) {
            members.with(name, date.toString());
        }
    }

    private static ReleasedStatement statement(Json.Members members) {
        MemberReader reader = members.reader();
        PersonClass personClass = PersonClass.valueOf(reader.text("personClass"));
        if (personClass.isProtected()) {
            throw new IllegalArgumentException("nothing about protected persons is released");
        }
        ReleasedStatement statement = new ReleasedStatement(
                reader.text("property", SOURCE_LENGTH_MAX),
                reader.text("value", Statement.VALUE_LENGTH_MAX),
                reader.text("source", SOURCE_LENGTH_MAX),
                date(reader, "sourceAsOf"),
                reader.truth("invented"),
                date(reader, "observed"),
                new LegalBasis(reader.text("instrument"), reader.text("article")),
                ReleaseWire.handling(reader.texts("handling")),
                new EvaluationCode(reader.text("evaluation")),
                personClass,
                EvidentialStatus.valueOf(reader.text("status")));
        reader.end();
        return statement;
    }

    private static @Nullable LocalDate date(MemberReader reader, String name) {
        String text = reader.optionalText(name).orElse(null);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a date: " + name, e);
        }
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
