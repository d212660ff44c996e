package org.entente.act;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bilingual;
import org.entente.kernel.Bytes;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.Role;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;

/// Body of `act.consent`: the consent and its two signature records.
///
/// ```json
/// {"consent":{"agreement":"us-mx","condition":{"en":"…","es":"…"},"decided":1795478400,"host":"MX","operation":"…",
/// "proposalHash":"…","window":{"end":1795564800,"start":1795478400}},"signatures":[{"institution":"mx-fgr-aic",
/// "role":"CASE_OFFICER","signature":"…","signed":1795478500,"signer":"0f3a…"},…],"v":1}
/// ```
final class ConsentWire {
    static final String TYPE = "act.consent";

    /// First line of what is signed, so that the signature means nothing anywhere else.
    private static final String DOMAIN = "entente/consent/v1\n";

    private ConsentWire() {}

    /// What one officer signs: the domain line, then the canonical JSON of the consent with institution, role, signer
    /// and time of signing.
    static Bytes toBeSigned(Consent consent, InstitutionId institution, Role role, String signer, Instant signed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(DOMAIN.getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(Json.members()
                .with("consent", consent(consent))
                .with("institution", institution.value())
                .with("role", role.name())
                .with("signed", signed.getEpochSecond())
                .with("signer", signer)
                .build()
                .encode()
                .toArray());
        return Bytes.of(bytes.toByteArray());
    }

    static Bytes encode(SignedConsent signed) {
        return ActWire.body()
                .with("consent", consent(signed.consent()))
                .with(
                        "signatures",
                        new Json.Items(signed.signatures().stream()
                                .map(ConsentWire::signature)
                                .toList()))
                .build()
                .encode();
    }

    static SignedConsent parse(Bytes body) {
        return ActWire.parse(TYPE, body, reader -> {
            Consent consent = consent(reader.members("consent"));
            List<ConsentSignature> signatures = ActWire.objects(reader.items("signatures"), 2).stream()
                    .map(ConsentWire::signature)
                    .toList();
            return new SignedConsent(consent, signatures);
        });
    }

    private static Json consent(Consent consent) {
        Bilingual condition = consent.condition();
        return ActWire.withOptional(
                        Json.members(), "condition", condition == null ? null : ActWire.bilingual(condition))
                .with("agreement", consent.agreement().value())
                .with("decided", consent.decided().getEpochSecond())
                .with("host", consent.host().code())
                .with("operation", consent.operation().hex())
                .with("proposalHash", consent.proposalHash().hex())
                .with("window", ActWire.window(consent.window()))
                .build();
    }

    private static Consent consent(Json.Members members) {
        MemberReader reader = members.reader();
        Consent consent = new Consent(
                new OperationId(reader.text("operation")),
                new AgreementId(reader.text("agreement")),
                hash(reader.text("proposalHash")),
                new Party(reader.text("host")),
                ActWire.window(reader.members("window")),
                ActWire.optionalMembers(reader, "condition")
                        .map(condition -> ActWire.bilingual(condition, Limits.CONDITION_LENGTH_MAX))
                        .orElse(null),
                reader.seconds("decided"));
        reader.end();
        return consent;
    }

    static Bytes hash(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a proposal hash is 64 hex digits");
        }
        return Bytes.fromHex(hex);
    }

    private static Json signature(ConsentSignature signature) {
        return Json.members()
                .with("institution", signature.institution().value())
                .with("role", signature.role().name())
                .with(
                        "signature",
                        Base64.getEncoder().encodeToString(signature.signature().toArray()))
                .with("signed", signature.signed().getEpochSecond())
                .with("signer", signature.signer())
                .build();
    }

    private static ConsentSignature signature(Json.Members members) {
        MemberReader reader = members.reader();
        ConsentSignature signature = new ConsentSignature(
                new InstitutionId(reader.text("institution")),
                Role.valueOf(reader.text("role")),
                reader.text("signer"),
                reader.seconds("signed"),
                reader.base64("signature", ConsentSignature.SIGNATURE_SIZE_BYTES));
        reader.end();
        return signature;
    }
}
