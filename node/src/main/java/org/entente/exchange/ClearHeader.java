package org.entente.exchange;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.entente.exchange.store.QueueStore;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.HandlingCode;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.jspecify.annotations.Nullable;

/// What both nodes' operators may read of an envelope. Times are whole seconds; `sequence` counts from 1 per direction
/// of one agreement; `casePseudonym` is 16 hex digits or empty.
record ClearHeader(
        EnvelopeId id,
        AgreementId agreement,
        InstitutionId from,
        InstitutionId to,
        String type,
        long sequence,
        Instant created,
        Instant expires,
        LegalBasis basis,
        Purpose purpose,
        Set<HandlingCode> handling,
        String casePseudonym,
        @Nullable EnvelopeId inReplyTo) {
    private static final int VERSION = 1;

    ClearHeader {
        handling = Set.copyOf(handling);
        created = created.truncatedTo(ChronoUnit.SECONDS);
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
        boolean sound = type.matches("[a-z]{2,20}\\.[a-z-]{2,30}")
                && casePseudonym.matches("([0-9a-f]{16})?")
                && sequence >= 1
                && created.isBefore(expires)
                && !expires.isAfter(created.plus(Limits.EXPIRY_MAX))
                && !from.party().equals(to.party());
        if (!sound) {
            throw new IllegalArgumentException("type, pseudonym, sequence, times or parties of a header");
        }
    }

    static ClearHeader of(Dispatch dispatch, EnvelopeId id, long sequence, Instant created) {
        return new ClearHeader(
                id,
                dispatch.agreement(),
                dispatch.from(),
                dispatch.to(),
                dispatch.type(),
                sequence,
                created,
                dispatch.expires(),
                dispatch.basis(),
                dispatch.purpose(),
                dispatch.handling(),
                dispatch.casePseudonym(),
                dispatch.inReplyTo());
    }

    QueueStore.Subject subject() {
        return new QueueStore.Subject(type, inReplyTo == null ? null : Bytes.fromHex(inReplyTo.hex()));
    }

    Json.Members toJson() {
        Json.MembersBuilder members = Json.members()
                .with("v", VERSION)
                .with("id", id.hex())
                .with("agreement", agreement.value())
                .with("from", address(from))
                .with("to", address(to))
                .with("type", type)
                .with("sequence", sequence)
                .with("created", created.getEpochSecond())
                .with("expires", expires.getEpochSecond())
                .with(
                        "basis",
                        Json.members()
                                .with("instrument", basis.instrument())
                                .with("article", basis.article())
                                .build())
                .with("purpose", purpose.code())
                .with(
                        "handling",
                        Json.texts(handling.stream().map(Enum::name).sorted().toList()))
                .with("case", casePseudonym);
        if (inReplyTo != null) {
            members.with("inReplyTo", inReplyTo.hex());
        }
        return members.build();
    }

    static ClearHeader parse(Json.Members members) {
        MemberReader reader = members.reader();
        try {
            reader.whole("v", VERSION, VERSION);
            Optional<EnvelopeId> inReplyTo = reader.optionalText("inReplyTo").map(EnvelopeId::new);
            ClearHeader header = new ClearHeader(
                    new EnvelopeId(reader.text("id")),
                    new AgreementId(reader.text("agreement")),
                    institution(reader.members("from")),
                    institution(reader.members("to")),
                    reader.text("type"),
                    reader.whole("sequence", 1, Json.WHOLE_MAX),
                    reader.seconds("created"),
                    reader.seconds("expires"),
                    basis(reader.members("basis")),
                    new Purpose(reader.text("purpose")),
                    handling(reader),
                    reader.text("case"),
                    inReplyTo.orElse(null));
            reader.end();
            return header;
        } catch (IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.ENVELOPE_MALFORMED, broken, "header");
        }
    }

    private static Json.Members address(InstitutionId institution) {
        return Json.members()
                .with("party", institution.party().code())
                .with("institution", institution.value())
                .build();
    }

    private static InstitutionId institution(Json.Members members) {
        MemberReader reader = members.reader();
        InstitutionId institution = new InstitutionId(reader.text("institution"));
        if (!institution.party().code().equals(reader.text("party"))) {
            throw new IllegalArgumentException("institution of another party");
        }
        reader.end();
        return institution;
    }

    private static LegalBasis basis(Json.Members members) {
        MemberReader reader = members.reader();
        LegalBasis basis = new LegalBasis(reader.text("instrument"), reader.text("article"));
        reader.end();
        return basis;
    }

    private static Set<HandlingCode> handling(MemberReader reader) {
        Set<HandlingCode> codes = EnumSet.noneOf(HandlingCode.class);
        String previous = "";
        for (String name : reader.texts("handling")) {
            if (name.compareTo(previous) <= 0) {
                throw new IllegalArgumentException("handling codes out of order");
            }
            codes.add(HandlingCode.valueOf(name));
            previous = name;
        }
        return codes;
    }
}
