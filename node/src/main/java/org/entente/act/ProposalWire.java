package org.entente.act;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.LegalBasis;
import org.entente.kernel.Purpose;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// Body of `act.proposal`: the proposal itself. Its SHA-256 is what a consent, a refusal and a revocation speak about.
final class ProposalWire {
    static final String TYPE = "act.proposal";

    private ProposalWire() {}

    static Bytes encode(Proposal proposal) {
        return ActWire.body()
                .with("agreement", proposal.agreement().value())
                .with("article", proposal.basis().article())
                .with("from", proposal.from().value())
                .with("guests", guests(proposal.guests()))
                .with("hostLeadWanted", proposal.hostLeadWanted())
                .with("instrument", proposal.basis().instrument())
                .with("measures", Json.texts(proposal.measures()))
                .with("operation", proposal.id().hex())
                .with(
                        "parts",
                        new Json.Items(proposal.parts().stream()
                                .map(ProposalWire::part)
                                .toList()))
                .with("purpose", proposal.purpose().code())
                .with("title", proposal.title())
                .with("to", proposal.to().value())
                .with("window", ActWire.window(proposal.window()))
                .build()
                .encode();
    }

    static Proposal parse(Bytes body) {
        return ActWire.parse(TYPE, body, ProposalWire::read);
    }

    /// SHA-256 of the canonical form, 32 bytes.
    static Bytes hash(Proposal proposal) {
        try {
            return Bytes.of(
                    MessageDigest.getInstance("SHA-256").digest(encode(proposal).toArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Proposal read(MemberReader reader) {
        List<DeclaredPart> parts = ActWire.objects(reader.items("parts"), Limits.PARTS_MAX).stream()
                .map(ProposalWire::part)
                .toList();
        return new Proposal(
                new OperationId(reader.text("operation")),
                new AgreementId(reader.text("agreement")),
                new InstitutionId(reader.text("from")),
                new InstitutionId(reader.text("to")),
                reader.text("title", Limits.TITLE_LENGTH_MAX),
                parts,
                ActWire.window(reader.members("window")),
                reader.texts("measures"),
                guests(reader.members("guests")),
                reader.truth("hostLeadWanted"),
                new LegalBasis(reader.text("instrument"), reader.text("article")),
                new Purpose(reader.text("purpose")));
    }

    private static Json part(DeclaredPart part) {
        return Json.members()
                .with("place", part.place())
                .with("territory", part.territory().text())
                .build();
    }

    private static DeclaredPart part(Json.Members members) {
        MemberReader reader = members.reader();
        DeclaredPart part = new DeclaredPart(
                Territory.parse(reader.text("territory")), reader.text("place", Limits.PLACE_LENGTH_MAX));
        reader.end();
        return part;
    }

    private static Json guests(Guests guests) {
        return Json.members()
                .with("accredited", guests.accredited())
                .with("armed", guests.armed())
                .with("armsPermitted", guests.armsPermitted())
                .with("count", guests.count())
                .with("powers", guests.powers().name())
                .build();
    }

    private static Guests guests(Json.Members members) {
        MemberReader reader = members.reader();
        Guests guests = new Guests(
                (int) reader.whole("count", 0, Limits.OFFICERS_MAX),
                Guests.Powers.valueOf(reader.text("powers")),
                reader.truth("accredited"),
                reader.truth("armed"),
                reader.truth("armsPermitted"));
        reader.end();
        return guests;
    }
}
