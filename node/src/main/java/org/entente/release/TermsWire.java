package org.entente.release;

import org.entente.exchange.EnvelopeId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.UseTerms;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// Terms as an object inside `release.sealed`:
///
/// ```json
/// {"article":"27(1)(a)","expires":1803254400,"from":"us-atf","handling":["H1"],"inReplyTo":"…","instrument":
/// "UNTOC-2000","notice":{"en":"not for use of force","es":"no para el uso de la fuerza"},"onwardAllowed":false,
/// "purpose":"firearms-trafficking","release":"…","restriction":"","to":"mx-fgr-aic"}
/// ```
final class TermsWire {
    private static final int RESTRICTION_LENGTH_MAX = 2_000;

    private TermsWire() {}

    static Json.Members encode(Terms terms) {
        Json.MembersBuilder members = Json.members()
                .with("article", terms.basis().article())
                .with("expires", terms.use().expires().getEpochSecond())
                .with("from", terms.from().value())
                .with("handling", ReleaseWire.handling(terms.use().handling()))
                .with("instrument", terms.basis().instrument())
                .with(
                        "notice",
                        Json.members()
                                .with("en", Terms.NOT_FOR_USE_OF_FORCE.en())
                                .with("es", Terms.NOT_FOR_USE_OF_FORCE.es())
                                .build())
                .with("onwardAllowed", terms.use().onwardAllowed())
                .with("purpose", terms.use().purpose().code())
                .with("release", terms.release().hex())
                .with("restriction", terms.use().restriction())
                .with("to", terms.to().value());
        EnvelopeId request = terms.inReplyTo();
        if (request != null) {
            members.with("inReplyTo", request.hex());
        }
        return members.build();
    }

    static Terms parse(Json.Members members) {
        MemberReader reader = members.reader();
        requireNotice(reader.members("notice"));
        String restriction = reader.text("restriction");
        if (restriction.length() > RESTRICTION_LENGTH_MAX) {
            throw new IllegalArgumentException("a restriction is at most 2,000 characters");
        }
        Terms terms = new Terms(
                new ReleaseId(reader.text("release")),
                new InstitutionId(reader.text("from")),
                new InstitutionId(reader.text("to")),
                reader.optionalText("inReplyTo").map(EnvelopeId::new).orElse(null),
                new LegalBasis(reader.text("instrument"), reader.text("article")),
                new UseTerms(
                        new Purpose(reader.text("purpose")),
                        ReleaseWire.handling(reader.texts("handling")),
                        restriction,
                        reader.truth("onwardAllowed"),
                        reader.seconds("expires")));
        reader.end();
        return terms;
    }

    private static void requireNotice(Json.Members members) {
        MemberReader reader = members.reader();
        Bilingual notice = new Bilingual(reader.text("en"), reader.text("es"));
        reader.end();
        if (!notice.equals(Terms.NOT_FOR_USE_OF_FORCE)) {
            throw new IllegalArgumentException("terms must say: not for use of force");
        }
    }
}
