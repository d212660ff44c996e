package org.entente.exchange;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AgreementId;
import org.entente.kernel.Bytes;
import org.entente.kernel.EntenteException;
import org.entente.kernel.InstitutionId;
import org.entente.kernel.Party;
import org.entente.kernel.json.Json;
import org.entente.kernel.json.MemberReader;
import org.entente.ledger.LedgerException;
import org.entente.ledger.note.Note;
import org.entente.ledger.note.SignatureType;
import org.entente.ledger.note.Signer;
import org.entente.ledger.note.VerifierKey;

/// All that one node must know of the other to trust it under one agreement. `endpoint` is the https address of its
/// peer
/// connector without path; `certificate` the DER of the one TLS certificate it uses there; `packHash` SHA-256 of the
/// agreement's pack it works under. The file is a signed note by the envelope key it names: that shows the file
/// whole, never whose it is. Whose it is, two officers settle by comparing [#fingerprint] over another channel.
public record PartyFile(
        Party party,
        AgreementId agreement,
        URI endpoint,
        Bytes certificate,
        VerifierKey exchangeLog,
        VerifierKey dutyLog,
        VerifierKey witness,
        VerifierKey envelope,
        List<InstitutionKey> institutions,
        Bytes packHash) {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;
    private static final int CERTIFICATE_BYTES_MAX = 8 << 10;
    /// 160 bits: nobody makes a second file to a given fingerprint, and a person can still type it.
    private static final int FINGERPRINT_HEX_DIGITS = 40;

    public PartyFile {
        institutions = List.copyOf(institutions);
        boolean sound = isEndpoint(endpoint)
                && !institutions.isEmpty()
                && institutions.size() <= Limits.INSTITUTIONS
                && packHash.sizeBytes() == HASH_BYTES
                && certificate.sizeBytes() <= CERTIFICATE_BYTES_MAX
                && witness.type() == SignatureType.COSIGNATURE_V1
                && List.of(exchangeLog, dutyLog, envelope).stream()
                        .allMatch(key -> key.type() == SignatureType.ED25519);
        for (InstitutionKey key : institutions) {
            sound &= key.institution().party().equals(party);
        }
        if (!sound) {
            throw new IllegalArgumentException("endpoint, keys, institutions or pack hash of a party file");
        }
    }

    public Bytes certificateFingerprint() {
        return Envelope.sha256(certificate.toArray());
    }

    public Optional<InstitutionKey> institution(InstitutionId id) {
        return institutions.stream().filter(key -> key.institution().equals(id)).findFirst();
    }

    /// What officers read to each other: the first 160 bits of SHA-256 of the file, as ten groups of four hex digits.
    public static String fingerprint(Bytes file) {
        String hex = Envelope.sha256(file.toArray()).hex();
        StringBuilder groups = new StringBuilder();
        for (int i = 0; i < FINGERPRINT_HEX_DIGITS; i += 4) {
            groups.append(i == 0 ? "" : "-").append(hex, i, i + 4);
        }
        return groups.toString();
    }

    Bytes sign(Signer envelopeSigner) {
        Json.Members members = Json.members()
                .with("v", VERSION)
                .with("party", party.code())
                .with("agreement", agreement.value())
                .with("endpoint", endpoint.toString())
                .with("certificate", Seal.base64(certificate))
                .with("certificateSha256", certificateFingerprint().hex())
                .with("exchangeLog", exchangeLog.text())
                .with("dutyLog", dutyLog.text())
                .with("witness", witness.text())
                .with("envelope", envelope.text())
                .with(
                        "institutions",
                        new Json.Items(institutions.stream()
                                .map(PartyFile::institutionJson)
                                .toList()))
                .with("packHash", packHash.hex())
                .build();
        Json.Members text = Json.members().with("partyFile", members).build();
        return Bytes.of(Note.sign(Envelope.line(text), envelopeSigner).bytes());
    }

    /// @throws EntenteException PARTY_FILE_MALFORMED unless well formed and signed by the envelope key it names
    public static PartyFile parse(Bytes file) {
        try {
            if (file.sizeBytes() > Limits.PARTY_FILE_BYTES) {
                throw new EntenteException(ExchangeCode.PARTY_FILE_MALFORMED, "size");
            }
            Note note = Note.parse(file.toArray());
            MemberReader outer =
                    Envelope.readLine(note.text(), Limits.PARTY_FILE_BYTES).reader();
            PartyFile parsed = read(outer.members("partyFile").reader());
            outer.end();
            if (note.signatures().size() != 1 || !Envelope.isSignedBy(note, parsed.envelope)) {
                throw new EntenteException(ExchangeCode.PARTY_FILE_MALFORMED, "signature");
            }
            return parsed;
        } catch (LedgerException | IllegalArgumentException broken) {
            throw new EntenteException(ExchangeCode.PARTY_FILE_MALFORMED, broken, "form");
        } catch (EntenteException broken) {
            // To an officer a broken member is one thing: a file that did not arrive whole.
            throw new EntenteException(ExchangeCode.PARTY_FILE_MALFORMED, broken, "content");
        }
    }

    private static PartyFile read(MemberReader reader) {
        reader.whole("v", VERSION, VERSION);
        List<InstitutionKey> institutions = new ArrayList<>();
        for (Json item : reader.items("institutions").values()) {
            if (!(item instanceof Json.Members members)) {
                throw new IllegalArgumentException("institutions");
            }
            institutions.add(institution(members.reader()));
        }
        PartyFile file = new PartyFile(
                new Party(reader.text("party")),
                new AgreementId(reader.text("agreement")),
                URI.create(reader.text("endpoint", 255)),
                reader.base64("certificate"),
                VerifierKey.parse(reader.text("exchangeLog")),
                VerifierKey.parse(reader.text("dutyLog")),
                VerifierKey.parse(reader.text("witness")),
                VerifierKey.parse(reader.text("envelope")),
                institutions,
                Bytes.fromHex(reader.text("packHash")));
        if (!file.certificateFingerprint().hex().equals(reader.text("certificateSha256"))) {
            throw new IllegalArgumentException("certificate fingerprint");
        }
        reader.end();
        return file;
    }

    private static Json institutionJson(InstitutionKey key) {
        return Json.members()
                .with("institution", key.institution().value())
                .with("sealing", Seal.base64(key.sealingKey()))
                .with("signing", Seal.base64(key.signingKey()))
                .with("expires", key.expires().getEpochSecond())
                .build();
    }

    private static InstitutionKey institution(MemberReader reader) {
        InstitutionKey key = new InstitutionKey(
                new InstitutionId(reader.text("institution")),
                reader.base64("sealing"),
                reader.base64("signing"),
                reader.seconds("expires"));
        reader.end();
        return key;
    }

    private static boolean isEndpoint(URI uri) {
        return "https".equals(uri.getScheme())
                && uri.getHost() != null
                && uri.getPort() > 0
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getRawUserInfo() == null;
    }
}
